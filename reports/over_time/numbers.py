"""The totals of a half-year or a year by the rules of the report, from few rows (activities/pieces.py)."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.db.models import QuerySet

import counting
from activities.indicators import added_up, service_of
from activities.models import Activity, Indicator
from activities.pieces import (
    COUNTED_ON,
    Piece,
    Span,
    figures_that_enter,
    lying_in,
    pieces_by_indicator,
    pieces_of,
    spans_of,
)
from honors.models import HonorReceived
from reports.composing.totals import ACTIVITIES, on_record
from reports.document.periods import HalfYear
from reports.over_time.periods import Period, halves_of
from reports.over_time.service import hours_of, service_until

HONORS = "获得上级荣誉"


class OverTime:
    """The totals of all that began until ``today``; what is asked for is read once.

    Records that reach over two half-years belong to both, and once to their year, as in a report of it;
    each of their figures counts in one of them.
    ``told`` are the totals asked for, of all ``indicators``; ``within`` is the only period asked for.
    """

    def __init__(
        self,
        today: date,
        told: Iterable[Indicator],
        *,
        indicators: Sequence[Indicator],
        within: Period | None = None,
    ):
        self.today = today
        self.indicators = indicators
        self.newest = _number(HalfYear.containing(today))
        self._told = {one.name: one for one in told}
        figures = figures_that_enter(self._told.values(), today, indicators=indicators)
        self.figures = lying_within(figures, within) if within else figures

    @property
    def labels(self) -> tuple[str, ...]:
        """What is told of each period, in the office's order."""
        return (ACTIVITIES, *self._told, HONORS)

    def number(self, label: str, period: Period) -> counting.Count | None:
        """One total of one period; None where no record bears it."""
        halves = halves_of(period)
        first, last = _number(halves[0]), _number(halves[-1])
        if label in (ACTIVITIES, HONORS):
            return _counted(lying_in(first, last, self._activities if label == ACTIVITIES else self._honors))
        indicator = self._told[label]
        figures = lying_in(first, last, self._entering.get(indicator.pk, ()))
        if indicator.takes_service:
            return self._with_recorded(first, last, figures)
        return added_up(figures)

    def halves(self) -> list[HalfYear]:
        """The half-years that have anything to show, the newest first."""
        found = {
            number
            for one in (*self._activities, *self._honors, *self._pieces)
            for number in range(one.first, min(one.last, self.newest) + 1)
        }
        return [HalfYear(*_year_and_half(number)) for number in sorted(found | {*self._hours}, reverse=True)]

    def _with_recorded(self, first: int, last: int, stated: list[Piece]) -> counting.Count | None:
        hours = [on_record(hours) for half, hours in self._hours.items() if first <= half <= last]
        parts = [*hours, *counting.entering(stated)]
        return counting.sum_of(parts) if parts else None

    @cached_property
    def _activities(self):
        return spans_of(begun(Activity, self.today))

    @cached_property
    def _honors(self):
        return spans_of(begun(HonorReceived, self.today))

    @cached_property
    def _pieces(self):
        return pieces_of(self.figures)

    @cached_property
    def _entering(self):
        return pieces_by_indicator(self._pieces)

    @cached_property
    def _hours(self):
        if not service_of(self._told.values()):
            return {}
        return hours_of(service_until(self.today, self.indicators))


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
