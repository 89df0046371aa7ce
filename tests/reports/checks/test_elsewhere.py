"""One fact, one period: told in both, counted in one, and each draft says where."""

from datetime import date

import pytest
from django.urls import reverse

from reports.checks import elsewhere, entering
from reports.composing.compose import compose
from reports.composing.material import gather, told_commendations, told_honors
from reports.document.periods import HalfYear, Month, Quarter, Year
from reports.document.snapshot import to_json
from tests.factories import (
    CommendationFactory,
    FigureFactory,
    HonorReceivedFactory,
    ReportFactory,
    ReportVersionFactory,
)
from tests.pages import Desk, refusals
from tests.reports.checks.drafts import activity, composed_reading

pytestmark = pytest.mark.django_db

YEAR = {"date_precision": "standing", "starts_on": date(2020, 1, 1), "ends_on": date(2020, 12, 31)}


def found(report):
    return [(one.code, one.message) for one in elsewhere.findings(composed_reading(report))]


def totals(report):
    return {one.label: one.text for one in compose(report).totals}


def days(first, last=None):
    return {"starts_on": first, "ends_on": last or first}


@pytest.fixture
def second_half(db):
    return ReportFactory(period=HalfYear(2020, 2))


@pytest.fixture
def standing(area):
    told = activity(area, title="常态化志愿服务", **YEAR)
    FigureFactory(
        activity=told, name="服务群众", wording="300人次", **days(date(2020, 2, 1), date(2020, 3, 1))
    )
    FigureFactory(activity=told, name="走访", wording="50人次")
    return told


def test_a_standing_activity_is_told_in_both_halves_and_its_figures_count_in_one(
    report, second_half, standing
):
    year = ReportFactory(kind="year", period=Year(2020))

    assert [totals(one) for one in (report, second_half, year)] == [
        {"开展活动": "1项", "参与人次": "300人次"},
        {"开展活动": "1项", "参与人次": "50人次"},
        {"开展活动": "1项", "参与人次": "350人次"},
    ]
    assert [{one.label: one.text for one in half.totals} for half in compose(year).halves] == [
        {"参与人次": "300人次"},
        {"开展活动": "1项", "参与人次": "50人次"},
    ]


def test_each_draft_says_what_counts_elsewhere_whether_that_report_is_issued_or_not(
    report, standing, django_assert_num_queries
):
    elsewhere_of_first = "“走访”50人次按2020年12月31日计，计入2020年下半年（{}），本期的合计没有计入。"

    assert found(report) == [("counted_elsewhere", elsewhere_of_first.format("还没有建总结"))]

    second = ReportFactory(period=HalfYear(2020, 2))
    assert found(report) == [("counted_elsewhere", elsewhere_of_first.format("总结还没有签发"))]

    ReportVersionFactory(report=second, snapshot=to_json(compose(second)))
    assert found(report) == [("counted_elsewhere", elsewhere_of_first.format("总结已签发"))]
    reading = composed_reading(report)
    with django_assert_num_queries(2):
        list(elsewhere.findings(reading))


def test_what_an_issued_report_had_counted_is_said_where_it_counts_again(report, second_half, standing):
    walks = standing.figures.get(name="走访")
    walks.starts_on = walks.ends_on = date(2020, 5, 1)
    walks.save()
    ReportVersionFactory(report=report, snapshot=to_json(compose(report)))
    assert totals(report)["参与人次"] == "350人次"
    walks.starts_on = walks.ends_on = None
    walks.save()

    assert ("counted_before", "走访") in [(code, words[1:3]) for code, words in found(second_half)]


def test_what_lies_within_the_period_asks_nothing(report, area, django_assert_num_queries):
    FigureFactory(activity=activity(area), wording="300人次")
    reading = composed_reading(report)

    with django_assert_num_queries(0):
        assert list(elsewhere.findings(reading)) == []


def test_days_of_a_figure_outside_its_activity_are_refused(desk, standing):
    form = Desk(desk, reverse("admin:activities_activity_change", args=[standing.pk]))
    answer = form.type(**{"figures-1-ends_on": "2021-01-01"}).send()

    said = ["数据的时间要在活动的起止日期之内。"]
    assert refusals(answer) == {"figures-1-ends_on": said}


PERIODS = (
    Year(2020),
    HalfYear(2020, 1),
    HalfYear(2020, 2),
    Quarter(2020, 1),
    Quarter(2020, 2),
    Month(2020, 5),
)
ALSO = HalfYear(2021, 1)


@pytest.mark.parametrize("factory", [CommendationFactory, HonorReceivedFactory])
@pytest.mark.parametrize(
    ("when", "told"),
    [
        (("day", date(2020, 5, 4), date(2020, 5, 4)), ["2020", "2020-h1", "2020-q2", "2020-05"]),
        (("month", date(2020, 5, 1), date(2020, 5, 31)), ["2020", "2020-h1", "2020-q2", "2020-05"]),
        (("season", date(2020, 3, 1), date(2020, 5, 31)), ["2020", "2020-h1"]),
        (("half_year", date(2020, 1, 1), date(2020, 6, 30)), ["2020", "2020-h1"]),
        (("year", date(2020, 1, 1), date(2020, 12, 31)), ["2020"]),
        (("season", date(2020, 12, 1), date(2021, 2, 28)), ["2021-h1"]),
        (("range", date(2020, 6, 28), date(2020, 7, 2)), ["2020", "2020-h2"]),
    ],
)
def test_an_honour_is_told_in_the_periods_that_are_known_to_hold_it(area, factory, when, told):
    dated = dict(zip(("date_precision", "starts_on", "ends_on"), when, strict=True))
    record = factory(published=True, **dated, **({"area": area} if factory is CommendationFactory else {}))
    reports = [ReportFactory(period=one) for one in (*PERIODS, ALSO)]
    materials = [gather(one) for one in reports]

    found = [one.report.slug for one in materials if record in (*one.commendations, *one.honors_received)]

    assert found == told
    assert [one.slug for one in reports if record in (*told_commendations(one), *told_honors(one))] == told


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (
            ("half_year", date(2020, 1, 1), date(2020, 6, 30)),
            "“先进区”的时间只知道是2020年上半年，说不准在不在本总结的时段内，没有写入；查到日期后改准即可。",
        ),
        (
            ("range", date(2020, 5, 28), date(2020, 6, 2)),
            "“先进区”的时间是2020年5月28日至6月2日，按最后一天算在后面的时段，没有写入这里。",
        ),
    ],
)
def test_the_draft_says_which_honour_it_leaves_to_another(when, said):
    dated = dict(zip(("date_precision", "starts_on", "ends_on"), when, strict=True))
    HonorReceivedFactory(title="先进区", published=True, **dated)

    assert found(ReportFactory(period=Month(2020, 5))) == [("told_elsewhere", said)]


def test_the_year_says_where_the_issued_report_of_a_half_counts_otherwise(area):
    half = ReportFactory(period=HalfYear(2020, 1), as_of=date(2020, 5, 29))
    FigureFactory(activity=activity(area), name="参加", wording="30人次")
    snapshot = to_json(compose(half))
    snapshot["totals"][-1]["text"] = "30 人次"  # the same in other words
    ReportVersionFactory(report=half, snapshot=snapshot)
    activity(area, "补录", starts_on=date(2020, 6, 20))
    year = ReportFactory(period=Year(2020))

    assert found(year) == [
        (
            "half_differs",
            f"《{half.title}》统计到2020年5月29日，签发的“开展活动”1项（这里2项），与本总结的2020年上半年不同："
            "之后补录的、两份里分别合并或移出的记录都会使它们不同，请核对；确实如此的，不必改。",
        )
    ]


def test_a_number_known_only_after_the_report_and_not_told_is_no_finding(report, area):
    until_summer = {"date_precision": "range", "starts_on": date(2020, 3, 1), "ends_on": date(2020, 8, 31)}
    FigureFactory(activity=activity(area, summary="", **until_summer), name="垃圾", wording="3吨")
    FigureFactory(activity=activity(area, summary="清理{垃圾}。", **until_summer), name="垃圾", wording="5吨")

    assert [message.partition("按")[0] for _, message in found(report)] == ["“垃圾”5吨"]
    assert [*entering.findings(composed_reading(report))] == []
