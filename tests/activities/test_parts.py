"""What is kept of all activities: after any change it tells what it would tell if it were read anew."""

import json
from datetime import date, timedelta
from itertools import cycle

import pytest
from django.db import connection
from django.utils import timezone
from django.utils.timezone import localdate

from activities.indicators import indicators_of, told_indicators
from activities.models import Activity, Campaign, Figure, Indicator
from activities.parts import CAMPAIGNS, MONTHS, by_years, moments_of_campaigns, published_by_years
from activities.views import counts_statement, sums_statements
from reports.document.periods import HalfYear, Year
from reports.over_time.numbers import OverTime, printed, told_until
from tests.factories import ActivityFactory, CampaignFactory, FigureFactory, IndicatorFactory
from toolkit.kept.parts import KeptParts, joined
from toolkit.kept.told import told

pytestmark = pytest.mark.django_db

PERIODS = (Year(2019), Year(2020), *(HalfYear(year, half) for year in (2019, 2020) for half in (1, 2)))
HOUR = timedelta(hours=1)
DAY_ELSEWHERE = date(2019, 8, 1)


def numbers(found):
    indicators = indicators_of(told_indicators())
    over_time = OverTime(localdate(), printed(indicators), indicators=indicators, found=found)
    told_of = {(label, one): over_time.number(label, one) for label in over_time.labels for one in PERIODS}
    return over_time.halves(), told_of


def of_campaigns(parts):
    found = {}
    for statements in ({"held": counts_statement()}, sums_statements(told_indicators())):
        states = parts.states_of(told({"states": parts.states()})["states"])
        rows = parts.told(statements, states, now=timezone.now(), today=localdate())
        found |= {
            (name, part): sorted(json.dumps(row, sort_keys=True) for row in json.loads(text))
            for part, texts in rows.items()
            for name, text in texts.items()
        }
    return found


def counts_of_campaigns(found):
    rows = json.loads(joined([json_of(rows) for (name, _), rows in found.items() if name == "held"]))
    return {row["id"]: row["activity_count"] for row in rows}


def json_of(rows):
    return f"[{','.join(rows)}]"


def years():
    published = Activity.objects.published()
    in_years = [(one.starts_on.year, one.updated_at) for one in published]
    return {
        year: (len(changes), max(changes))
        for year in {year for year, _ in in_years}
        for changes in [[changed for of_year, changed in in_years if of_year == year]]
    }


def assert_kept_tells_what_is(after):
    """The kept rows against rows of all, which know no parts, and against parts that keep nothing yet."""
    assert numbers(told_until(localdate())) == numbers(None), after
    assert {row["year"]: (row["many"], row["newest"]) for row in published_by_years()} == years(), after
    kept = of_campaigns(CAMPAIGNS)
    assert kept == of_campaigns(KeptParts("activities of a campaign", moments_of_campaigns)), after
    counts = Campaign.objects.with_activity_count().values_list("pk", "activity_count")
    assert {pk: 0 for pk, _ in counts} | counts_of_campaigns(kept) == dict(counts), after


@pytest.fixture
def site():
    """Two activities of a campaign, in two months, whose figures may repeat each other; another elsewhere."""
    IndicatorFactory(name="团支部数", slug="branches", unit="个", words="团支部", is_stock=True)
    campaign = CampaignFactory()
    for name, day in (("甲", date(2020, 3, 5)), ("乙", date(2020, 5, 6)), ("丙", date(2019, 11, 7))):
        activity = ActivityFactory(title=name, published=True, starts_on=day)
        FigureFactory(activity=activity, name="志愿者", wording="300余名", counts="volunteers")
        FigureFactory(activity=activity, name="款", wording="9000元")
        FigureFactory(activity=activity, name="时长", wording="8小时")
        FigureFactory(activity=activity, name="团支部", wording="截至1月底，团支部560个")
        if name != "丙":
            campaign.activities.add(activity)
    return campaign


def figure(name="志愿者", title="甲"):
    return Figure.objects.get(name=name, activity__title=title)


# Of what enters a number every column, with a value that its rules allow.
ACTIVITY = (
    {"state": "draft"},
    {"state": "published"},
    {"published_at": timezone.now() + HOUR},
    {"published_at": timezone.now() - HOUR},
    {"expires_at": timezone.now() - HOUR / 2},
    {"expires_at": None},
    {"starts_on": date(2019, 12, 1), "date_precision": "range"},
    {"ends_on": date(2020, 7, 2), "date_precision": "range"},
    {"ends_on": date(2020, 3, 9), "date_precision": "range"},
    {"service_is_whole": True},
    {"starts_on": date(2090, 1, 1), "ends_on": date(2090, 1, 1)},
    {"starts_on": date(2020, 3, 5), "ends_on": date(2020, 3, 5)},
    {"updated_at": timezone.now() + HOUR},
)
FIGURE = (
    {"value": 400},
    {"precision": "range", "high": 420},
    {"precision": "about", "high": None},
    {"unit": "人"},
    {"counts": "participants"},
    {"kind": "attendances", "unit": "人次"},
    {"kind": "people", "unit": "名"},
    {"part": "apart"},
    {"part": "total"},
    {"ends_on": DAY_ELSEWHERE, "starts_on": DAY_ELSEWHERE},
    {"ends_on": None, "starts_on": None},
    {"as_of": "1月底"},
    {"as_of": ""},
)


def saved(record, values):
    for name, value in values.items():
        setattr(record, name, value)
    record.save()


def updated(record, values):
    type(record).objects.filter(pk=record.pk).update(**values)


def by_sql(record, values):
    columns = ", ".join(f"{name} = %s" for name in values)
    sql = f"UPDATE {record._meta.db_table} SET {columns} WHERE id = %s"
    by_sql_alone(sql, *values.values(), record.pk)


def by_sql_alone(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)


def test_kept_numbers_follow_every_column_by_every_way_of_writing(site):
    ways = cycle((saved, updated, by_sql))
    assert_kept_tells_what_is("at first")
    for values in ACTIVITY:
        next(ways)(Activity.objects.get(title="甲"), values)
        assert_kept_tells_what_is(values)
    others = (
        figure(title="丙"),
        figure("款"),
        Indicator.objects.get(slug="money"),
        figure(title="丙").activity,
    )
    repeated, whole, chosen, other = others
    pk = figure().pk
    related = (
        {"repeats_id": repeated.pk},
        {"repeats_id": None},
        {"part_of_id": whole.pk},
        {"part_of_id": None},
        {"indicator_id": chosen.pk},
        {"indicator_id": None},
        {"activity_id": other.pk, "name": "队员"},
    )
    for values in (*FIGURE, *related):
        next(ways)(Figure.objects.get(pk=pk), values)
        assert_kept_tells_what_is(values)


def test_kept_numbers_follow_records_that_come_go_and_are_grouped(site):
    first, other = (Activity.objects.get(title=title) for title in ("甲", "丙"))
    changes = (
        lambda: FigureFactory(activity=first, name="新", wording="12人次"),
        lambda: site.activities.add(other),
        lambda: site.activities.remove(first),
        lambda: other.campaigns.set([CampaignFactory()]),
        lambda: Figure.objects.bulk_create(
            [FigureFactory.build(activity=first, name=f"批{n}") for n in (1, 2)]
        ),
        lambda: figure().delete(),
        lambda: Figure.objects.filter(activity=other).delete(),
        lambda: other.delete(),
        lambda: ActivityFactory(published=True, starts_on=DAY_ELSEWHERE),
        lambda: Indicator.objects.filter(slug="volunteers").update(counts="participants"),
        lambda: Indicator.objects.filter(slug="money").delete(),
        lambda: by_sql_alone("SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE activities_activity CASCADE"),
    )
    for number, change in enumerate(changes):
        assert_kept_tells_what_is(f"before {number}")
        change()
        assert_kept_tells_what_is(f"after {number}")


@pytest.mark.parametrize("column", ["published_at", "expires_at"])
def test_kept_numbers_change_by_the_clock_alone(site, column):
    now = timezone.now()
    Activity.objects.filter(title="甲").update(**{column: now + HOUR})
    counted = {"published_at": [2, 3, 2], "expires_at": [3, 2, 3]}[column]

    found = [
        sum(row["many"] for texts in kept_at(moment).values() for row in json.loads(texts["years"]))
        for moment in (now, now + 2 * HOUR, now)
    ]

    assert found == counted


def kept_at(moment):
    return MONTHS.told_of_all({"years": by_years()}, now=moment, today=localdate())


def test_only_the_month_that_changed_is_read_again(site, django_assert_num_queries):
    asked = {"now": timezone.now(), "today": localdate()}
    kept = kept_at(asked["now"])
    Activity.objects.filter(title="甲").update(summary="新的概要")

    after = kept_at(asked["now"])

    changed = {month for month, texts in after.items() if texts is not kept[month]}
    assert changed == {2020 * 12 + 3}
    with django_assert_num_queries(1):
        kept_at(asked["now"])
