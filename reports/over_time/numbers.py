"""The totals of a half-year or a year by the rules of the report, from pieces.py's few rows."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cached_property

from activities import counting
from activities.models import Activity
from honors.models import HonorReceived
from reports.composing.figures import entering, sum_of
from reports.composing.totals import ACTIVITIES, HOURS, SUMS, figures_of, stated_beside, with_recorded
from reports.document.periods import HalfYear
from reports.over_time import pieces
from reports.over_time.periods import Period, halves_of

HONORS = "获得上级荣誉"
LABELS = (ACTIVITIES, *SUMS, HONORS)


class OverTime:
    """The totals of all that began until ``today``; what is asked for is read once.

    Records that reach over two half-years belong to both, and once to their year, as in a report of it.
    Whoever asks for one total of one period alone says so, by ``label`` and ``within``.
    """

    def __init__(self, today: date, *, label: str = "", within: Period | None = None):
        self.today = today
        self._only = {"label": label if label in SUMS else "", "within": within}
        self.newest = _number(HalfYear.containing(today))

    def number(self, label: str, period: Period) -> counting.Count | None:
        """One total of one period; None where no record bears it."""
        halves = [_number(half) for half in halves_of(period)]
        if label in (ACTIVITIES, HONORS):
            return _counted(self._activities if label == ACTIVITIES else self._honors, halves)
        figures = figures_of(label, _lying_in(halves, self._pieces))
        if label == HOURS:
            return self._hours_of(halves, figures)
        return _added(figures)

    def halves(self) -> list[HalfYear]:
        """The half-years that have anything to show, the newest first."""
        found = {
            number
            for one in (*self._activities, *self._honors, *self._pieces)
            for number in range(one.first, min(one.last, self.newest) + 1)
        }
        return [HalfYear(*_year_and_half(number)) for number in sorted(found | {*self._hours}, reverse=True)]

    def _hours_of(self, halves: list[int], stated: list) -> counting.Count | None:
        recorded = {activity for half, activity in self._served if half in halves}
        beside = _added(stated_beside(recorded, stated))
        hours = [self._hours[half] for half in halves if half in self._hours]
        return with_recorded(sum(hours, Decimal(0)), beside) if hours else beside

    @cached_property
    def _activities(self):
        return pieces.spans_of(pieces.held(Activity, self.today))

    @cached_property
    def _honors(self):
        return pieces.spans_of(pieces.held(HonorReceived, self.today))

    @cached_property
    def _pieces(self):
        return pieces.pieces_of(pieces.figures_that_enter(self.today, **self._only))

    @cached_property
    def _hours(self):
        return pieces.hours_of(pieces.service_until(self.today))

    @cached_property
    def _served(self):
        return pieces.served_in(pieces.service_until(self.today))


def _number(half: HalfYear) -> int:
    """As pieces.py numbers it."""
    return half.year * 2 + half.half - 1


def _year_and_half(number: int) -> tuple[int, int]:
    return number // 2, number % 2 + 1


def _lying_in(halves: list[int], found: Iterable) -> list:
    return [one for one in found if one.first <= halves[-1] and one.last >= halves[0]]


def _counted(spans: Iterable[pieces.Span], halves: list[int]) -> counting.Count | None:
    number = sum(span.number for span in _lying_in(halves, spans))
    return counting.Count(Decimal(number), "项", counting.EXACT) if number else None


def _added(figures: Iterable) -> counting.Count | None:
    parts = entering(figures)
    return sum_of(parts) if parts else None
