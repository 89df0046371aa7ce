from datetime import date

import pytest

from reports.checks import findings_of
from reports.composing.compose import composed_from
from reports.composing.material import gather
from tests.factories import (
    AwardFactory,
    CommendationFactory,
    FigureFactory,
    PlacementFactory,
)
from tests.reports.checks.drafts import activity

pytestmark = pytest.mark.django_db


def found(report):
    """But for what concerns totals: the figures here are of units that nobody adds, or not told at all."""
    material = gather(report)
    told = findings_of(material, composed_from(material))
    return [finding for finding in told if finding.code not in ("in_no_total", "total_untold")]


def codes(report):
    return [finding.code for finding in found(report)]


@pytest.mark.parametrize(
    ("wordings", "expected"),
    [
        (("30名", "40名"), []),
        (("30名", "40人次"), ["sum_of_unlike"]),
        (("30个", "40份"), ["sum_of_unlike"]),
        (("30名",), ["unknown_placeholder"]),
    ],
)
def test_a_sum_of_unlike_counts_that_an_override_asks_for_is_found(report, area, wordings, expected):
    leader = None
    for place, wording in enumerate(wordings, 1):
        record = activity(area, f"第{place}次巡河", starts_on=date(2020, 3, place))
        FigureFactory(activity=record, name="志愿者", wording=wording)
        placement = PlacementFactory(report=report, activity=record, merged_into=leader)
        leader = leader or placement
    leader.text = "今年以来共有{志愿者合计}。"
    leader.save()

    assert codes(report) == expected


def test_a_figure_typed_into_an_override_is_to_be_named(report, area):
    record = activity(area)
    FigureFactory(activity=record, name="志愿者", wording="30名")
    PlacementFactory(report=report, activity=record, text="3月5日，动员30名青年、40名少年。")

    assert [finding.message for finding in found(report)] == [
        "“动员30名”没有选定出处，数量相同的有“巡河”的“志愿者”：说的是其中一个的，请在“数字的出处”里选定；"
        "都不是的，请另录入“活动数据”。",
        "“40名”没有记录支撑，请录入“活动数据”并在文中用花括号引用，或删去这个数字。",
    ]


def test_numbers_in_the_names_of_a_record_are_no_figures(report, area):
    activity(area, "百名青年读书", place="三家店社区", summary="3月5日，百名青年读书活动在三家店社区举行。")
    commendation = CommendationFactory(area=area, summary="5月，", published=True)
    AwardFactory(title__commendation=commendation, name="三家店团支部")

    assert codes(report) == []


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("3月5日，配备兼职副书记1名。", "“1名”是直接输入的，请改成 {兼职副书记}，"),
        (
            "3月5日，配备书记1名。",
            "“配备书记1名”没有选定出处，数量相同的有“巡河”的“兼职副书记”“巡河”的“辅导员”：",
        ),
        ("3月5日，配备辅导员1名。", "“1名”是直接输入的，请改成 {辅导员}，"),
    ],
)
def test_advice_fits_the_words_and_not_the_value_alone(report, area, text, advice):
    record = activity(area)
    FigureFactory(activity=record, name="兼职副书记", wording="1名")
    FigureFactory(activity=record, name="辅导员", wording="1名", counts="participants")
    PlacementFactory(report=report, activity=record, text=text)

    codes = ("typed_figure", "number_unbound")
    [message] = [finding.message for finding in found(report) if finding.code in codes]

    assert message.startswith(advice)
