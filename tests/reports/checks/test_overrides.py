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
    material = gather(report)
    return findings_of(material, composed_from(material))


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
        "“40名”没有记录支撑，请录入活动的“数据”并在文中用花括号引用，或删去这个数字。",
        "“30名”是直接输入的，请改成 {志愿者}，让它随记录更新。",
    ]


def test_numbers_in_the_names_of_a_record_are_no_figures(report, area):
    activity(area, "百名青年读书", place="三家店社区", summary="3月5日，百名青年读书活动在三家店社区举行。")
    commendation = CommendationFactory(area=area, summary="5月，", published=True)
    AwardFactory(title__commendation=commendation, name="三家店团支部")

    assert codes(report) == ["number_in_title"]
