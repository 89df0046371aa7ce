"""The totals of a half-year or a year by the rules of the report, from few rows (activities/pieces.py)."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache

from django.db.models import QuerySet
from django.utils import timezone

import counting
from activities.indicators import added_up, indicators_of, service_of, told_indicators
from activities.levels import in_full, level_within, stocks_of, stocks_that_enter
from activities.models import Activity, Figure, Indicator
from activities.pieces import (
    COUNTED_ON,
    Piece,
    Span,
    figures_that_enter,
    in_piles,
    in_spans,
    lying_in,
    pieces_by_indicator,
    pieces_of,
)
from honors.models import HonorReceived
from reports.composing.totals import ACTIVITIES, on_record
from reports.document.periods import HalfYear
from reports.over_time.periods import Period, halves_of
from reports.over_time.service import in_halves, service_until
from toolkit.kept.told import rows_of, statement_of, told

HONORS = "获得上级荣誉"
MOST_REMEMBERED = 8  # definitions of the totals


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
        return (ACTIVITIES, *self._told, HONORS)

    @property
    def told(self) -> list[Indicator]:
        return [*self._told.values()]

    @property
    def figures(self) -> QuerySet:
        figures = figures_that_enter(self.told, self.today, indicators=self.indicators)
        return lying_within(figures, self._within) if self._within else figures

    def number(self, label: str, period: Period) -> counting.Count | None:
        """One total of one period; None where no record bears it."""
        halves = halves_of(period)
        first, last = _number(halves[0]), _number(halves[-1])
        if label in (ACTIVITIES, HONORS):
            return _counted(lying_in(first, last, self._activities if label == ACTIVITIES else self._honors))
        indicator = self._told[label]
        if indicator.is_stock:
            stock = self.stock(label, period)
            return stock.level if stock else None
        figures = lying_in(first, last, self._entering.get(indicator.pk, ()))
        if indicator.takes_service:
            return self._with_recorded(first, last, figures)
        return added_up(figures)

    def stock(self, label: str, period: Period) -> Figure | None:
        """The one that counts in the period, of a total that is a level."""
        stocks = self._stocks.get(self._told[label].pk, ())
        return level_within(period.first_day, period.last_day, stocks)

    def halves(self) -> list[HalfYear]:
        """The half-years that have anything to show, the newest first."""
        newest = _number(HalfYear.containing(self.today))
        found = {
            number
            for one in (*self._activities, *self._honors, *self._pieces)
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
            self._found[name] = _asked(self)[name]
        return self._found[name]

    @cached_property
    def _activities(self):
        return [Span(**row) for row in self._rows("activities")]

    @cached_property
    def _honors(self):
        return [Span(**row) for row in self._rows("honors")]

    @cached_property
    def _pieces(self):
        return pieces_of(self._rows("pieces"))

    @cached_property
    def _entering(self):
        return pieces_by_indicator(self._pieces)

    @cached_property
    def _stocks(self):
        return stocks_of(self._rows("stocks"))

    @cached_property
    def _hours(self):
        if not service_of(self.told):
            return {}
        return {row["half"]: Decimal(row["total"]) for row in self._rows("hours")}


def told_until(today: date) -> dict[str, str]:
    """All rows that the totals of all periods are made of, and those of the ``indicators``."""
    indicators = told_indicators()
    found = told(_statements(indicators), now=timezone.now(), today=today)
    return found | {"indicators": indicators}


@lru_cache(MOST_REMEMBERED)
def _statements(indicators: str) -> dict[str, str]:
    known = indicators_of(indicators)
    asked = _asked(OverTime(date.max, printed(known), indicators=known))
    return {name: statement_of(rows, today=date.max) for name, rows in asked.items()}


def _asked(numbers: OverTime) -> dict[str, QuerySet]:
    return {
        "activities": in_spans(begun(Activity, numbers.today)),
        "honors": in_spans(begun(HonorReceived, numbers.today)),
        "pieces": in_piles(numbers.figures),
        "stocks": in_full(stocks_that_enter(numbers.told, numbers.today, indicators=numbers.indicators)),
        "hours": in_halves(service_until(numbers.today, numbers.indicators)),
    }


def printed(indicators: Iterable[Indicator]) -> list[Indicator]:
    return [one for one in indicators if one.is_printed]


def begun(model: type[Activity] | type[HonorReceived], today: date) -> QuerySet:
    """What has begun and may be seen by the public."""
    return model.objects.published().filter(starts_on__lte=today)


def lying_within(figures: QuerySet, period: Period) -> QuerySet:
    """Those of the figures that count in the period."""
    counting_in = figures.alias(counted_on=COUNTED_ON)
    return counting_in.filter(counted_on__range=(period.first_day, period.last_day))


def _number(half: HalfYear) -> int:
    """As the database numbers it: activities/pieces.py."""
    return half.year * 2 + half.number - 1


def _year_and_half(number: int) -> tuple[int, int]:
    return number // 2, number % 2 + 1


def _counted(spans: Iterable[Span]) -> counting.Count | None:
    number = sum(span.number for span in spans)
    return counting.Count(Decimal(number), "项", counting.EXACT) if number else None
