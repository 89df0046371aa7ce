"""The totals over time are those that a report of the same days would print."""

import random
from datetime import date, timedelta

import pytest

import counting
from activities.models import Activity, Indicator
from reports.composing.material import Material, told_activities, told_service
from reports.composing.totals import totals
from reports.document.periods import HalfYear, Year
from reports.over_time.numbers import ACTIVITIES, HONORS, OverTime
from tests.factories import (
    ActivityFactory,
    FigureFactory,
    HonorReceivedFactory,
    IndicatorFactory,
    ReportFactory,
    ServiceRecordFactory,
)

pytestmark = pytest.mark.django_db

TODAY = date(2021, 3, 10)
WORDINGS = (
    *("300余名", "约20人", "5位", "342人次", "近100人次", "9000元", "150元", "12.5小时", "8小时", "3份"),
    *("近4万人次", "1.2万余人次", "320余名", "287万余元"),
    *("截至3月底，团员780名", "截至目前，团员790余名", "截至去年底，团员760名"),
    *("10至21人", "不足50人", "6户次", "62.9%", "截至5月底，团员800名", "1至2小时", "36.418万元"),
)
COUNTS = ("participants", "volunteers", "beneficiaries", "other")


def indicators():
    return list(Indicator.objects.all())


def told(numbers: OverTime, period) -> dict[str, str]:
    return {label: counting.write_total(count) for label, count in found(numbers, period).items()}


def found(numbers: OverTime, period) -> dict[str, counting.Count]:
    numbered = {label: numbers.number(label, period) for label in numbers.labels}
    return {label: count for label, count in numbered.items() if count}


def counted(one) -> tuple:
    """What is counted; a report writes it as its one part does (近4万, 约4万) or in 万 where its parts do."""
    return one.value, one.high, one.unit, one.precision, one.as_of


def as_in_a_report(period) -> dict[str, tuple]:
    """The totals of a report of the period, as of its end or of today."""
    report = ReportFactory.build(
        pk=0, starts_on=period.first_day, ends_on=period.last_day, as_of=min(period.last_day, TODAY)
    )
    material = Material(
        report=report,
        activities=list(told_activities(report).prefetch_related("figures")),
        commendations=[],
        honors_received=[],
        service=list(told_service(report, indicators())),
        indicators=indicators(),
    )
    return {figure.label: counted(figure) for figure in totals(material)}


def a_year_and_a_half_of_records(chance: random.Random):
    figures = []
    for _ in range(60):
        first = date(2019, 11, 1) + timedelta(days=chance.randrange(520))
        last = first + timedelta(days=chance.choice((0, 0, 0, 3, 200)))
        activity = ActivityFactory(
            published=chance.random() > 0.1,
            starts_on=first,
            ends_on=last,
            date_precision="range",
            service_is_whole=chance.random() < 0.3,
        )
        part_of = FigureFactory(activity=activity, wording="9000人", counts="volunteers")
        for _ in range(chance.randrange(4)):
            wording = chance.choice(WORDINGS)
            part = "unit_price" if wording == "150元" else "total"
            repeated = chance.choice(figures) if figures and chance.random() < 0.3 else None
            figures.append(
                FigureFactory(
                    activity=activity,
                    wording=wording,
                    counts=chance.choice(COUNTS),
                    part=part,
                    repeats=repeated,
                    starts_on=(own := chance.choice([None, None, first])),
                    ends_on=own,
                    part_of=None
                    if repeated or part == "unit_price"
                    else chance.choice([None, None, part_of]),
                )
            )
        if chance.random() < 0.3:
            ServiceRecordFactory(activity=activity, served_on=first, hours="2.5")
    first = next(figure for figure in figures if figure.part_of is None)
    first.repeats = figures[-1]  # two may point at each other
    first.save()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_totals_over_time_are_those_of_a_report_of_the_same_days(seed):
    IndicatorFactory(name="团员数", unit="人", words="团员", is_stock=True)
    a_year_and_a_half_of_records(random.Random(seed))
    periods = [
        Year(2019),
        Year(2020),
        Year(2021),
        *(HalfYear(year, half) for year in (2020, 2021) for half in (1,)),
    ]
    periods += [HalfYear(2019, 2), HalfYear(2020, 2)]

    numbers = OverTime(TODAY, indicators(), indicators=indicators())

    of_period = {one: found(numbers, one) for one in periods}
    assert {
        str(one): {label: counted(count) for label, count in its.items()} for one, its in of_period.items()
    } == {str(one): as_in_a_report(one) for one in periods}
    assert told(numbers, Year(2020))["团员数"]
    for label in numbers.labels:
        only = [one for one in indicators() if one.name == label]
        alone = OverTime(TODAY, only, indicators=indicators(), within=Year(2020))
        assert alone.number(label, Year(2020)) == numbers.number(label, Year(2020))


def test_what_reaches_over_two_half_years_is_of_both_and_once_of_their_year():
    ActivityFactory(
        published=True, date_precision="standing", starts_on=date(2020, 1, 1), ends_on=date(2020, 12, 31)
    )
    numbers = OverTime(TODAY, indicators(), indicators=indicators())

    assert numbers.halves() == [HalfYear(2020, 2), HalfYear(2020, 1)]
    assert [told(numbers, one) for one in (*numbers.halves(), Year(2020))] == [{ACTIVITIES: "1项"}] * 3


def test_what_has_not_begun_is_not_counted_and_the_coming_half_year_is_not_shown():
    ActivityFactory(published=True, starts_on=TODAY + timedelta(days=1))
    ActivityFactory(
        published=True, starts_on=TODAY, ends_on=date(2021, 12, 31), date_precision="range", title="到年底"
    )
    ServiceRecordFactory(served_on=TODAY + timedelta(days=1))
    HonorReceivedFactory(published=True, starts_on=date(2021, 1, 1))

    numbers = OverTime(TODAY, indicators(), indicators=indicators())

    assert Activity.objects.count() == 2
    assert numbers.halves() == [HalfYear(2021, 1)]
    assert told(numbers, HalfYear(2021, 1)) == {ACTIVITIES: "1项", HONORS: "1项"}


def test_a_stock_counts_in_the_half_year_of_its_day_and_a_year_has_the_newest():
    IndicatorFactory(name="团支部数", unit="个", words="团支部", is_stock=True)
    standing = ActivityFactory(
        published=True, date_precision="standing", starts_on=date(2020, 1, 1), ends_on=date(2020, 12, 31)
    )
    for place, wording in enumerate(("截至5月底，团支部569个", "截至11月底，团支部580个")):
        FigureFactory(activity=standing, name=f"团支部{place}", wording=wording)
    late = ActivityFactory(published=True, starts_on=date(2021, 1, 10))
    FigureFactory(activity=late, wording="截至12月底，团支部581个")

    numbers = OverTime(TODAY, indicators(), indicators=indicators())

    assert numbers.halves() == [HalfYear(2021, 1), HalfYear(2020, 2), HalfYear(2020, 1)]
    assert [told(numbers, one)["团支部数"] for one in (*numbers.halves(), Year(2020))] == [
        "581个（截至2020年12月底）",
        "580个（截至11月底）",
        "569个（截至5月底）",
        "580个（截至11月底）",
    ]
