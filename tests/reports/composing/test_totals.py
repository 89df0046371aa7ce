from datetime import date

import pytest

from reports.composing.compose import compose
from reports.document.periods import Year
from reports.document.snapshot import from_json, to_json
from tests.factories import (
    ActivityFactory,
    FigureFactory,
    IndicatorFactory,
    PlacementFactory,
    ReportFactory,
    ReportSectionFactory,
    ServiceRecordFactory,
    TeamFactory,
    WorkAreaFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    return ReportFactory(as_of=date(2020, 5, 29))


@pytest.fixture
def area():
    return WorkAreaFactory(name="服务成长成才", position=1)


def test_totals_add_like_to_like_and_leave_out_what_no_record_bears(report, area):
    activity = ActivityFactory(title="突击队", area=area, published=True)
    first = FigureFactory(activity=activity, wording="300余名", counts="volunteers")
    FigureFactory(activity=activity, wording="300余名", counts="volunteers", repeats=first)
    FigureFactory(activity=activity, wording="70余人", counts="participants")
    FigureFactory(activity=activity, wording="342人次")
    FigureFactory(activity=activity, wording="150元", part="unit_price")
    FigureFactory(activity=activity, wording="9000元")

    assert [(total.label, total.text) for total in compose(report).totals] == [
        ("开展活动", "1项"),
        ("参加人员", "70余人"),
        ("参与人次", "342人次"),
        ("志愿者", "300余名"),
        ("款物金额", "9000元"),
    ]


def test_hours_come_from_service_records_and_name_no_volunteer(report, area):
    activity = ActivityFactory(title="巡河", area=area, published=True, service_is_whole=True)
    team = TeamFactory(name="护河队", published=True)
    served = {"served_on": date(2020, 3, 5)}
    record = ServiceRecordFactory(activity=activity, hours="2.5", **served)
    ServiceRecordFactory(activity=activity, hours="1.5", **served)
    ServiceRecordFactory(team=team, hours="3", **served)
    ServiceRecordFactory(activity=ActivityFactory(), hours="8", **served)
    ServiceRecordFactory(activity=activity, hours="8", served_on=date(2020, 5, 30))
    FigureFactory(activity=activity, wording="4小时")

    [hours] = [total for total in compose(report).totals if total.label == "志愿服务时长"]

    assert hours.text == "7小时"
    assert [(source.type, source.label, source.text) for source in hours.sources] == [
        ("activity", "巡河", "2条记录共4小时"),
        ("team", "护河队", "1条记录共3小时"),
    ]
    assert record.volunteer.name not in str(to_json(compose(report)))


def test_hours_given_to_a_team_that_is_not_public_count_without_its_name(report):
    team = TeamFactory(name="未公开的队")
    ServiceRecordFactory(team=team, activity=None, hours="3", served_on=date(2020, 3, 5))

    [hours] = compose(report).totals

    assert [(source.type, source.label, source.url) for source in hours.sources] == [
        ("servicerecord", "志愿服务记录", "")
    ]


@pytest.mark.parametrize(("merged", "number"), [(True, "1项"), (False, "2项")])
def test_a_record_entered_twice_and_merged_is_one_activity_in_the_total_and_in_the_lead(
    report, area, merged, number
):
    one, other = (
        ActivityFactory(title="巡河", area=area, published=True, starts_on=date(2020, 3, 5)) for _ in range(2)
    )
    leader = PlacementFactory(report=report, activity=one)
    if merged:
        PlacementFactory(report=report, activity=other, merged_into=leader)
    ReportSectionFactory(report=report, area=area, has_lead=True)

    document = compose(report)

    assert [(total.label, total.text) for total in document.totals] == [("开展活动", number)]
    assert document.sections[0].lead.text == f"共开展活动{number}。"


@pytest.fixture
def branches(area):
    """A total of stocks, and three activities of 2020 that say how many there were."""
    IndicatorFactory(name="团支部数", slug="branches", unit="个", words="团支部", is_stock=True)
    for month, wording in (
        (3, "截至2月底，团支部560个"),
        (5, "截至5月底，团支部569个"),
        (12, "截至11月底，团支部580个"),
    ):
        told = ActivityFactory(
            title=f"{month}月的会", area=area, published=True, starts_on=date(2020, month, 5)
        )
        FigureFactory(activity=told, name="团支部", wording=wording)


def level_of(figures):
    return next(total for total in figures if total.label == "团支部数")


def test_of_stocks_the_newest_is_the_total_with_its_day_and_its_one_record(report, branches):
    report.opening = "现有团支部{团支部数}。"
    report.save()

    document = compose(report)
    level = level_of(document.totals)

    assert document.opening.text == "现有团支部569个（截至5月底）。"
    assert (level.value, level.text, level.as_of, level.formula) == (569, "569个（截至5月底）", "5月底", "")
    assert [(one.label, one.text) for one in level.sources] == [("5月的会", "截至5月底，团支部569个")]
    assert from_json(to_json(document)) == document
    assert [one["label"] for one in to_json(document)["totals"] if "as_of" in one] == ["团支部数"]


def test_a_year_has_its_newest_stock_and_never_the_sum_of_its_halves(branches):
    year = compose(ReportFactory(kind="year", period=Year(2020)))

    assert level_of(year.totals).text == "580个（截至11月底）"
    assert [level_of(half.totals).text for half in year.halves] == [
        "569个（截至5月底）",
        "580个（截至11月底）",
    ]
