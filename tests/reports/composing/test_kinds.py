"""Reports of every kind of period, and what a topic tells of."""

from datetime import date
from decimal import Decimal

import pytest

from reports.checks import findings_of
from reports.composing.compose import compose
from reports.composing.material import gather
from reports.document.periods import HalfYear, Quarter, Year
from reports.document.snapshot import from_json, to_json
from tests.factories import (
    ActivityFactory,
    CampaignFactory,
    CommendationFactory,
    CommitmentFactory,
    FigureFactory,
    HonorReceivedFactory,
    PlacementFactory,
    PlanItemFactory,
    ReportFactory,
    ReportSectionFactory,
    ReportTypeFactory,
    ServiceRecordFactory,
    TagFactory,
    WorkAreaFactory,
    WrittenItemFactory,
)

pytestmark = pytest.mark.django_db

SPRING, SUMMER, AUTUMN = date(2020, 3, 5), date(2020, 6, 20), date(2020, 10, 1)


def titles(report) -> list[str]:
    return sorted(item.title for section in compose(report).sections for item in section.items)


def totals(figures) -> dict[str, str]:
    return {figure.label: figure.text for figure in figures}


def test_a_quarter_tells_of_its_three_months():
    ActivityFactory(title="春", starts_on=SPRING, published=True)
    ActivityFactory(title="夏", starts_on=SUMMER, published=True)

    assert titles(ReportFactory(period=Quarter(2020, 1))) == ["春"]


def test_reports_of_different_kinds_share_their_days():
    ReportFactory(period=HalfYear(2020, 1))
    ReportFactory(period=Year(2020))
    ActivityFactory(title="春", starts_on=SPRING, published=True)

    assert [titles(report) for report in (ReportFactory(period=Quarter(2020, 1)),)] == [["春"]]


def test_a_year_follows_up_the_plan_of_the_year_before_and_not_that_of_a_half():
    for period, heading in ((HalfYear(2019, 2), "半年的计划"), (Year(2019), "年度的计划")):
        CommitmentFactory(plan_item=PlanItemFactory(heading=heading, report=ReportFactory(period=period)))

    document = compose(ReportFactory(period=Year(2020)))

    assert [(one.heading, [item.title for item in one.items]) for one in document.sections] == [
        ("2019年度总结所列计划的落实情况", ["年度的计划"])
    ]


def test_a_year_shows_its_halves_beside_each_other_and_they_add_up():
    spanning = ActivityFactory(date_precision="range", starts_on=SUMMER, ends_on=AUTUMN, published=True)
    FigureFactory(activity=spanning, name="志愿者", wording="30名", counts="volunteers")
    FigureFactory(
        activity=ActivityFactory(starts_on=SPRING, published=True),
        name="志愿者",
        wording="20余名",
        counts="volunteers",
    )
    ServiceRecordFactory(served_on=SPRING, hours=Decimal(3))

    document = compose(ReportFactory(period=Year(2020)))

    assert [(half.name, totals(half.totals)) for half in document.halves] == [
        ("2020年上半年", {"开展活动": "1项", "志愿者": "20余名", "志愿服务时长": "3小时"}),
        ("2020年下半年", {"开展活动": "1项", "志愿者": "30名"}),
    ]
    assert totals(document.totals) == {"开展活动": "2项", "志愿者": "50余名", "志愿服务时长": "3小时"}
    assert from_json(to_json(document)) == document


def test_a_repeat_is_counted_once_in_its_half_though_the_item_it_belongs_to_is_of_the_other():
    year = ReportFactory(period=Year(2020))
    leader = PlacementFactory(report=year, activity=ActivityFactory(starts_on=AUTUMN, published=True))
    for _ in range(2):
        again = ActivityFactory(title="巡河", area=leader.activity.area, starts_on=SPRING, published=True)
        PlacementFactory(report=year, activity=again, merged_into=leader)

    document = compose(year)

    assert [totals(half.totals) for half in document.halves] == [{"开展活动": "1项"}] * 2
    assert totals(document.totals) == {"开展活动": "2项"}


def test_a_year_summed_up_in_spring_has_no_second_half_yet():
    document = compose(ReportFactory(period=Year(2020), as_of=date(2020, 5, 29)))

    assert [half.name for half in document.halves] == ["2020年上半年"]


@pytest.fixture
def records():
    """Five activities, of a campaign, an area, a tag, of campaign and area, and of none of them."""
    campaign, tag = CampaignFactory(name="学雷锋"), TagFactory(name="青年节")
    area, other = WorkAreaFactory(name="思想引领"), WorkAreaFactory(name="自身建设")
    dated = {"starts_on": SPRING, "published": True}
    ActivityFactory(title="属品牌", area=other, **dated).campaigns.add(campaign)
    ActivityFactory(title="属板块", area=area, **dated)
    ActivityFactory(title="有标签", area=other, **dated).tags.add(tag)
    ActivityFactory(title="都属", area=area, **dated).campaigns.add(campaign)
    none = ActivityFactory(title="都不属", area=other, **dated)
    ServiceRecordFactory(activity=none, served_on=SPRING, hours=5)
    CommendationFactory(title="板块的表彰", area=area, published=True, starts_on=SPRING)
    HonorReceivedFactory(published=True, starts_on=SPRING)
    return {"campaigns": [campaign], "areas": [area], "tags": [tag]}


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        (["campaigns"], ["属品牌", "都属"]),
        (["areas"], ["属板块", "板块的表彰", "都属"]),
        (["tags"], ["有标签"]),
        (["campaigns", "areas"], ["都属"]),
        ([], ["属品牌", "属板块", "有标签", "板块的表彰", "都不属", "都属"]),
    ],
)
def test_a_topic_tells_of_what_meets_each_of_its_conditions(records, chosen, told):
    topic = ReportFactory(kind="topic", slug="topic", starts_on=date(2020, 2, 10))
    for name in chosen:
        getattr(topic, name).set(records[name])

    assert titles(topic) == sorted(told)
    assert "志愿服务时长" not in totals(compose(topic).totals) or not chosen


def test_two_topics_may_share_their_days():
    for slug in ("a", "b"):
        ReportFactory(kind="topic", slug=slug)


@pytest.mark.parametrize("part", ["follow_up", "achievements", "problems", "plan"])
def test_a_required_part_without_records_may_be_written_by_hand(part):
    asked = {f"requires_{name}": name == part for name in ("follow_up", "achievements", "problems", "plan")}
    report = ReportFactory(type=ReportTypeFactory(**asked))
    before = [item.title for section in compose(report).sections for item in section.items]

    section = ReportSectionFactory(report=report, kind="written", area=None, part=part)
    WrittenItemFactory(section=section, title="自己写的")

    assert (before, titles(report)) == (["待补"], ["自己写的"])


def test_a_quarter_tells_since_when_of_what_goes_on_and_none_of_its_later_numbers():
    patrol = ActivityFactory(
        title="“青清行动”巡河",
        date_precision="range",
        starts_on=date(2020, 2, 1),
        ends_on=date(2020, 6, 30),
        published=True,
    )
    FigureFactory(activity=patrol, name="垃圾", wording="3吨")
    FigureFactory(
        activity=patrol, name="志愿者", wording="30名", starts_on=date(2020, 3, 1), ends_on=date(2020, 3, 1)
    )
    report = ReportFactory(period=Quarter(2020, 1))

    [section] = compose(report).sections

    assert section.items[0].text == "2月1日起，开展“青清行动”巡河，30名志愿者参加。"
    assert [one.code for one in findings_of(gather(report), compose(report))] == [
        "in_no_total",
    ]
