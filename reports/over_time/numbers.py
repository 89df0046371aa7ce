"""The totals of a half-year or a year by the rules of the report, from few rows (activities/pieces.py)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache

from django.db.models import Case, Count, F, Q, QuerySet, Sum, When
from django.utils import timezone

import counting
from activities.indicators import added_up, indicators_of, service_of, told_indicators
from activities.levels import in_full, level_within, stocks_of, stocks_that_enter
from activities.models import Activity, Figure, Indicator
from activities.models.indicator import OF_OTHERS
from activities.parts import MONTHS, part_statement
from activities.pieces import (
    COUNTED_ON,
    Piece,
    Span,
    figures_that_enter,
    in_piles,
    in_spans,
    lying_in,
    lying_within,
    pieces_by_indicator,
    pieces_of,
)
from branches.census.levels import CensusLevel, levels_of, rows_of_closed
from honors.models import HonorReceived
from reports.composing.totals import ACTIVITIES, on_record
from reports.document.periods import HalfYear
from reports.over_time.periods import Period, halves_of
from reports.over_time.service import in_halves, service_until
from toolkit.dates.numbered import half_year, month
from toolkit.dates.timing import Dated
from toolkit.kept.parts import ANY_PART, joined
from toolkit.kept.told import rows_of, statement_of, told

HONORS = "获得上级荣誉"
OTHERS = dict(zip(OF_OTHERS, HonorReceived.OTHERS, strict=True))
MOST_REMEMBERED = 8  # definitions of the totals
BY_MONTHS = ("activities", "pieces", "stocks")


@dataclass(frozen=True)
class OfOthers(Span):
    """So many of the district, of one kind, that were honoured."""

    to: str


class OverTime:
    """The totals of all that began until ``today``; what is asked for is read once.

    Records that reach over two half-years belong to both, and once to their year, as in a report of it;
    each of their figures counts in one of them.
    ``told`` are the totals asked for, of all ``indicators``; ``within`` is the only period asked for. Whoever
    has ``told_until`` already says so, by ``found``.
    """

    def __init__(
        self,
        today: date,
        told: Iterable[Indicator],
        *,
        indicators: Sequence[Indicator],
        within: Period | None = None,
        found: dict[str, str] | None = None,
    ):
        self.today = today
        self.indicators = indicators
        self._told = {one.name: one for one in told}
        self._within = within
        self._found = {name: rows_of(text) for name, text in (found or {}).items()}

    @property
    def labels(self) -> tuple[str, ...]:
        """What is told of each period, in the office's order."""
        others = [label for label, kind in OTHERS.items() if any(one.to == kind for one in self._of_others)]
        return (ACTIVITIES, *self._told, HONORS, *others)

    @property
    def told(self) -> list[Indicator]:
        return [*self._told.values()]

    @property
    def activities(self) -> QuerySet:
        activities, period = begun(Activity, self.today), self._within
        return activities.held_between(period.first_day, period.last_day) if period else activities

    @property
    def figures(self) -> QuerySet:
        figures = figures_that_enter(self.told, self.today, indicators=self.indicators)
        return counted_in(figures, self._within) if self._within else figures

    @property
    def stocks(self) -> QuerySet:
        return stocks_that_enter(self.told, self.today, indicators=self.indicators)

    def number(self, label: str, period: Period) -> counting.Count | None:
        """One total of one period; None where no record bears it."""
        halves = halves_of(period)
        first, last = _number(halves[0]), _number(halves[-1])
        if label == ACTIVITIES:
            return _counted(lying_in(first, last, self._activities), "项")
        if label == HONORS:
            return _counted(lying_within(first, last, self._honors), "项")
        if kind := OTHERS.get(label):
            of_kind = [one for one in self._of_others if one.to == kind]
            return _counted(lying_within(first, last, of_kind), HonorReceived(given_to=kind).measure)
        indicator = self._told[label]
        if indicator.is_stock:
            stock = self.stock(label, period)
            return stock.level if stock else None
        figures = lying_in(first, last, self._entering.get(indicator.pk, ()))
        if indicator.takes_service:
            return self._with_recorded(first, last, figures)
        return added_up(figures)

    def stock(self, label: str, period: Period) -> Figure | CensusLevel | None:
        """The one that counts in the period, of a total that is a level."""
        stocks = self._stocks.get(self._told[label].pk, ())
        return level_within(period.first_day, period.last_day, stocks)

    def halves(self) -> list[HalfYear]:
        """The half-years that have anything to show, the newest first."""
        newest = _number(HalfYear.containing(self.today))
        found = {
            number
            for one in (*self._activities, *self._honors, *self._of_others, *self._pieces)
            for number in range(one.first, min(one.last, newest) + 1)
        }
        stocks = (stock for entering in self._stocks.values() for stock in entering)
        found |= {min(_number(HalfYear.containing(stock.counted_on)), newest) for stock in stocks}
        return [HalfYear(*_year_and_half(number)) for number in sorted(found | {*self._hours}, reverse=True)]

    def _with_recorded(self, first: int, last: int, stated: list[Piece]) -> counting.Count | None:
        hours = [on_record(hours) for half, hours in self._hours.items() if first <= half <= last]
        parts = [*hours, *counting.entering(stated)]
        return counting.sum_of(parts) if parts else None

    def _rows(self, name: str) -> Iterable[dict]:
        if name not in self._found:
            self._found[name] = self._querysets[name]
        return self._found[name]

    @cached_property
    def _querysets(self):
        return _asked(self)

    @cached_property
    def _activities(self):
        return [Span(**row) for row in self._rows("activities")]

    @cached_property
    def _honors(self):
        return [Span(**row) for row in self._rows("honors")]

    @cached_property
    def _of_others(self):
        return [OfOthers(**row) for row in self._rows("others")]

    @cached_property
    def _pieces(self):
        return pieces_of(self._rows("pieces"))

    @cached_property
    def _entering(self):
        return pieces_by_indicator(self._pieces)

    @cached_property
    def _stocks(self):
        found = stocks_of(self._rows("stocks"))
        has_levels = any(one.is_stock for one in self.told)  # else nothing is asked
        for level in levels_of(self._rows("census")) if has_levels else ():
            found.setdefault(level.enters, []).append(level)
        return found

    @cached_property
    def _hours(self):
        if not service_of(self.told):
            return {}
        return {row["half"]: Decimal(row["total"]) for row in self._rows("hours")}


def told_until(today: date) -> dict[str, str]:
    """All rows that the totals of all periods are made of, and those of the ``indicators``."""
    indicators, now = told_indicators(), timezone.now()
    found = told(_statements(indicators), now=now, today=today)
    states = MONTHS.states_of(found.pop("months"))
    of_months = MONTHS.told(_by_months(indicators), states, now=now, today=today).values()
    of_all = {name: joined([of_month[name] for of_month in of_months]) for name in BY_MONTHS}
    return found | of_all | {"indicators": indicators}


@lru_cache(MOST_REMEMBERED)
def _statements(indicators: str) -> dict[str, str]:
    rest = {name: rows for name, rows in _asked(_of_all(indicators)).items() if name not in BY_MONTHS}
    return {name: statement_of(rows, today=date.max) for name, rows in rest.items()} | {
        "months": MONTHS.states()
    }


@lru_cache(MOST_REMEMBERED)
def _by_months(indicators: str) -> dict[str, str]:
    """What grows with the number of activities: of each of their months apart."""
    numbers = _of_all(indicators)
    activities = _of_a_month(begun(Activity, numbers.today), "ends_on")
    figures, stocks = (_of_a_month(rows, "activity__ends_on") for rows in (numbers.figures, numbers.stocks))
    asked = (in_spans(activities, "of_part"), in_piles(figures, "of_part"), in_full(stocks, "of_part"))
    return {name: part_statement(rows, today=date.max) for name, rows in zip(BY_MONTHS, asked, strict=True)}


def _of_a_month(rows: QuerySet, day: str) -> QuerySet:
    return rows.annotate(of_part=month(day)).filter(of_part=ANY_PART)


def _of_all(indicators: str) -> OverTime:
    known = indicators_of(indicators)
    return OverTime(date.max, printed(known), indicators=known)


def _asked(numbers: OverTime) -> dict[str, QuerySet]:
    return {
        "activities": in_spans(numbers.activities),
        "honors": _placed(begun(HonorReceived, numbers.today).of_committee()).annotate(number=Count("pk")),
        "others": _placed(begun(HonorReceived, numbers.today).of_others(), to=F("given_to")).annotate(
            number=Sum("announced_count")
        ),
        "pieces": in_piles(numbers.figures),
        "stocks": in_full(numbers.stocks),
        "census": rows_of_closed(numbers.today),
        "hours": in_halves(service_until(numbers.today, numbers.indicators)),
    }


def printed(indicators: Iterable[Indicator]) -> list[Indicator]:
    return [one for one in indicators if one.is_printed]


def begun(model: type[Activity] | type[HonorReceived], today: date) -> QuerySet:
    """What has begun and may be seen by the public."""
    return model.objects.published().filter(starts_on__lte=today)


def counted_in(figures: QuerySet, period: Period) -> QuerySet:
    """Those of the figures that count in the period; the day of each is one of its activity's."""
    held = Q(activity__starts_on__lte=period.last_day, activity__ends_on__gte=period.first_day)
    counting_in = figures.filter(held).alias(counted_on=COUNTED_ON)
    return counting_in.filter(counted_on__range=(period.first_day, period.last_day))


def _placed(honors: QuerySet, **like) -> QuerySet:
    """The honours in spans: in the half-year of their last day, or in the year where no more is known."""
    vague = Q(date_precision__in=(Dated.DatePrecision.YEAR, Dated.DatePrecision.STANDING))
    first = Case(When(vague, then=half_year("starts_on")), default=half_year("ends_on"))
    return honors.order_by().values(first=first, last=half_year("ends_on"), **like)


def _number(half: HalfYear) -> int:
    """As the database numbers it: activities/pieces.py."""
    return half.year * 2 + half.number - 1


def _year_and_half(number: int) -> tuple[int, int]:
    return number // 2, number % 2 + 1


def _counted(spans: Iterable[Span], unit: str) -> counting.Count | None:
    number = sum(span.number for span in spans)
    return counting.Count(Decimal(number), unit, counting.EXACT) if number else None
