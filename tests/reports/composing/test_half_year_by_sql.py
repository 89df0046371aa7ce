"""Every printed total of a half-year of forty activities, against sums that the database makes by itself.

The statement knows nothing of ``counting`` or of how totals are composed: it is the rules once more, by hand.
"""

import random
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection

from reports.checks.rates import findings as of_rates
from reports.checks.reading import Reading
from reports.composing.compose import composed_from
from reports.composing.material import gather
from tests.factories import (
    ActivityFactory,
    FigureFactory,
    IndicatorFactory,
    ReportFactory,
    ServiceRecordFactory,
    WorkAreaFactory,
)

pytestmark = pytest.mark.django_db

# What is stated, as (name, wording, what it counts, whether it is a total).
STATED = (
    *(("人", wording, counts, "total") for wording in ("25名", "300余名", "约50人", "不足100人", "10至21人")
      for counts in ("participants", "volunteers", "beneficiaries", "other")),
    *(("到场", wording, "other", "total") for wording in ("342人次", "近4万人次", "1.2万余人次")),
    ("到场", "163万人次", "other", "total"),
    *(("推文阅读量", wording, "other", "total") for wording in ("2.3万人次", "1050人次", "10余万人次")),
    *(("物资", wording, "goods", "total") for wording in ("9000元", "36.418万元", "287万余元", "1033.24元")),
    *(("时长", wording, "other", "total") for wording in ("1500小时", "12.5小时", "1至2小时", "200余小时")),
    *(("走访", wording, "other", "total") for wording in ("60户", "20余户", "6户次")),
    *(("率", wording, "other", "total") for wording in ("62.9%", "同比增长12.5%", "1.5倍")),
    ("团员", "截至5月底，团员800名", "volunteers", "total"),
    ("存量", "截至5月底，捐款3万元", "goods", "total"),
    *(("组织", f"截至{month}月底，团支部{500 + month}{more}个", "other", "total")
      for month, more in ((1, ""), (2, "余"), (3, ""), (4, "余"), (5, "余"), (12, ""))),
    ("单价", "150元", "goods", "unit_price"),
    ("另计", "77人次", "other", "apart"),
)  # fmt: skip

ENTERS = """
    CASE WHEN figure.indicator_id IS NOT NULL THEN '主题团日'
         WHEN figure.kind = 'people' AND figure.counts = 'participants' THEN '参加人员'
         WHEN figure.kind = 'people' AND figure.counts = 'volunteers' THEN '志愿者'
         WHEN figure.kind = 'people' AND figure.counts = 'beneficiaries' THEN '受益对象'
         WHEN figure.unit = '人次' AND figure.name LIKE '%%阅读%%' THEN '线上参与'
         WHEN figure.unit = '人次' THEN '参与人次'
         WHEN figure.unit = '小时' THEN '志愿服务时长'
         WHEN figure.unit = '元' THEN '款物金额'
         WHEN figure.unit = '户' THEN '走访家庭' END
"""
SUMS = f"""
WITH told AS (
    SELECT * FROM activities_activity
     WHERE state = 'published' AND starts_on <= '2020-05-29' AND ends_on >= '2020-01-01'
), stated AS (
    SELECT figure.*, {ENTERS} AS total, told.service_is_whole
      FROM activities_figure figure JOIN told ON told.id = figure.activity_id
     WHERE figure.part = 'total' AND figure.as_of = '' AND figure.repeats_id IS NULL
       AND figure.part_of_id IS NULL
       AND coalesce(figure.ends_on, told.ends_on) BETWEEN '2020-01-01' AND '2020-06-30'
       AND figure.kind NOT IN ('rate', 'growth', 'multiple')
), part AS (
    SELECT total, unit, precision, value, high, (value + coalesce(high, value)) / 2 AS amount,
           CASE precision WHEN 'exact' THEN 0
                WHEN 'range' THEN power(10::numeric, floor(log(high - value)))
                ELSE (SELECT max(10::numeric ^ place) FROM generate_series(-2, 9) place
                       WHERE mod(value, 10::numeric ^ place) = 0) END AS grain
      FROM stated WHERE total <> '志愿服务时长' OR NOT service_is_whole
    UNION ALL
    SELECT '志愿服务时长', '小时', 'exact', hours, NULL, hours, 0
      FROM volunteers_servicerecord record LEFT JOIN told ON told.id = record.activity_id
     WHERE served_on BETWEEN '2020-01-01' AND '2020-05-29'
       AND (record.activity_id IS NULL OR told.service_is_whole OR (told.id IS NOT NULL AND NOT EXISTS (
                SELECT FROM stated WHERE stated.activity_id = told.id AND stated.unit = '小时')))
), added AS (
    SELECT total, sum(amount) AS amount, max(grain) AS grain, count(*) AS parts,
           min(value) AS alone, min(high) AS high, min(precision) AS said, array_agg(DISTINCT unit) AS units,
           bool_and(precision IN ('exact', 'at_least')) AS at_least, bool_or(precision = 'below') AS below
      FROM part WHERE total IS NOT NULL GROUP BY total
)
SELECT total, units,
       CASE WHEN parts = 1 THEN alone WHEN grain = 0 THEN amount
            WHEN at_least THEN floor(amount / grain) * grain
            WHEN below THEN ceil(amount / grain - 0.5) * grain
            ELSE floor(amount / grain + 0.5) * grain END,
       CASE WHEN parts = 1 THEN said WHEN grain = 0 THEN 'exact'
            WHEN at_least THEN 'at_least' ELSE 'about' END
  FROM added
"""

# The newest stock of a day in the half-year; its day is the latest such month's end before it was told.
LEVEL = """
WITH stock AS (
    SELECT figure.*, activity.starts_on AS first, activity.ends_on AS last,
           coalesce(figure.ends_on, activity.ends_on) AS told_on, replace(as_of, '月底', '')::int AS month
      FROM activities_figure figure JOIN activities_activity activity ON activity.id = figure.activity_id
     WHERE state = 'published' AND activity.starts_on <= '2020-05-29' AND activity.ends_on >= '2020-01-01'
       AND noun = '团支部' AND as_of <> '' AND part_of_id IS NULL AND repeats_id IS NULL
), of_year AS (
    SELECT *, extract(year FROM told_on)::int - (month > extract(month FROM told_on))::int AS year FROM stock
), of_day AS (
    SELECT *, (make_date(year, month, 1) + interval '1 month - 1 day')::date AS day FROM of_year
), counted AS (
    SELECT *, coalesce(ends_on, CASE WHEN day BETWEEN first AND last THEN day ELSE last END) AS counted_on
      FROM of_day
)
SELECT value, precision, day, counted_on FROM counted
 WHERE counted_on BETWEEN '2020-01-01' AND '2020-06-30'
 ORDER BY day DESC, precision <> 'exact', counted_on DESC, id DESC LIMIT 1
"""

# Rates of which both counts are on record, and what these make of them, to the last digit that is stated.
RATES = """
SELECT rate.name, round(CASE rate.kind
           WHEN 'growth' THEN (numerator.value - denominator.value) * 100 / denominator.value
           ELSE numerator.value * 100 / denominator.value END, 1) <> rate.value AS differs
  FROM activities_figure rate
  JOIN activities_figure numerator ON numerator.id = rate.numerator_id
  JOIN activities_figure denominator ON denominator.id = rate.denominator_id
  JOIN activities_activity told ON told.id = rate.activity_id
 WHERE state = 'published' AND told.starts_on <= '2020-05-29' AND told.ends_on >= '2020-01-01'
"""


def half_year(chance: random.Random) -> None:
    """Forty activities with two to five figures each, some outside the period, some not published."""
    area = WorkAreaFactory()
    chosen = IndicatorFactory(name="主题团日", unit="人次", is_chosen_only=True)
    IndicatorFactory(name="线上参与", unit="人次", words="阅读、播放")
    IndicatorFactory(name="走访家庭", unit="户")
    IndicatorFactory(name="团支部数", unit="个", words="团支部", is_stock=True)
    for place in range(40):
        first = date(2019, 12, 20) + timedelta(days=chance.randrange(170))
        activity = ActivityFactory(
            area=area,
            published=place % 10 != 9,
            starts_on=first,
            ends_on=first + timedelta(days=chance.choice((0, 0, 4, 60))),
            date_precision="range",
            service_is_whole=place % 4 == 0,
        )
        earlier = None
        for number, (name, wording, counts, part) in enumerate(chance.sample(STATED, chance.randint(2, 5))):
            earlier = FigureFactory(
                activity=activity,
                name=f"{name}{number}",
                wording=wording,
                counts=counts,
                part=part,
                starts_on=(own := chance.choice((None, None, first))),
                ends_on=own,
                indicator=chosen if wording == "342人次" and place % 2 else None,
            )
        if place % 5 == 0:
            same = {name: getattr(earlier, name) for name in ("wording", "counts", "part", "indicator")}
            FigureFactory(activity=activity, name=f"{earlier.name}又", repeats=earlier, **same)
        if place % 4 == 1 and earlier.part != "unit_price":
            FigureFactory(activity=activity, name="其中", wording=earlier.wording, part_of=earlier)
        if place % 2 == 0:
            rates(activity, place, chance)
        if place % 3 == 0:
            ServiceRecordFactory(activity=activity, served_on=first, hours=Decimal("2.5"))
    ServiceRecordFactory(activity=None, served_on=date(2020, 3, 5), hours=3)


def rates(activity, place: int, chance: random.Random) -> None:
    """A rate and a growth that their counts make, or nearly make, to one decimal."""
    came, of_all = (
        FigureFactory(activity=activity, name=f"{name}{place}", wording=f"{number}人")
        for name, number in (("参学", chance.randint(200, 400)), ("应参学", chance.randint(500, 900)))
    )
    for name, made in (
        ("参学率", came.value * 100 / of_all.value),
        ("增幅", (came.value - of_all.value) * 100 / of_all.value),
    ):
        stated = round(made + chance.choice((0, 0, 1)), 1)
        wording = f"{'下降' if stated < 0 else ''}{abs(stated):.1f}%"
        FigureFactory(
            activity=activity, name=f"{name}{place}", wording=wording, numerator=came, denominator=of_all
        )


def printed(value: Decimal, precision: str, unit: str) -> str:
    number, sign = value, ""
    if precision != "exact" and value >= 10_000 and value % 1000 == 0:
        number, sign = value / 10_000, "万"
    text = f"{number:f}".rstrip("0").rstrip(".") if number % 1 else str(int(number))
    more = "余" if precision == "at_least" else ""
    after = f"{more}{sign}" if sign and text.endswith("0") else f"{sign}{more}"
    return f"{'约' if precision == 'about' else ''}{text}{after}{unit}"


def day_of(day: date, told_on: date) -> str:
    year = "" if day.year == told_on.year else f"{day.year}年"
    return f"{year}{day.month}月底"


@pytest.mark.parametrize("seed", [1, 4])
def test_every_total_is_what_the_database_makes_by_itself(seed):
    half_year(random.Random(seed))
    report = ReportFactory(as_of=date(2020, 5, 29))

    material = gather(report)
    document = composed_from(material)
    with connection.cursor() as cursor:
        cursor.execute(SUMS, [])
        sums = {
            total: (value, precision, printed(value, precision, units[0] if len(units) == 1 else "人"))
            for total, units, value, precision in cursor.fetchall()
        }
        cursor.execute(
            "SELECT count(*) FROM activities_activity WHERE state = 'published'"
            " AND starts_on <= '2020-05-29' AND ends_on >= '2020-01-01'"
        )
        [activities] = cursor.fetchone()
        cursor.execute(LEVEL)
        value, precision, day, counted_on = cursor.fetchone()
        cursor.execute(RATES)
        found = dict(cursor.fetchall())

    assert {one.label: (one.value, one.precision, one.text) for one in document.totals} == {
        "开展活动": (activities, "exact", f"{activities}项"),
        "团支部数": (value, precision, f"{printed(value, precision, '个')}（截至{day_of(day, counted_on)}）"),
        **sums,
    }
    assert len(sums) == 9
    blamed = [one.message.split("”")[0].removeprefix("“") for one in of_rates(Reading(material, document))]
    assert sorted(blamed) == sorted(name for name, differs in found.items() if differs)
    assert 0 < len(blamed) < len(found)
