"""The totals of a half-year or a year by the rules of the report, from few rows (activities/pieces.py)."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.db.models import QuerySet

import counting
from activities.models import Activity
from activities.pieces import Span, figures_that_enter, lying_in, pieces_of, spans_of
from activities.sums import HOURS, SUMS, added_up, figures_of
from honors.models import HonorReceived
from reports.composing.totals import ACTIVITIES, on_record
from reports.document.periods import HalfYear
from reports.over_time.periods import Period, halves_of
from reports.over_time.service import hours_of, service_until

HONORS = "获得上级荣誉"
LABELS = (ACTIVITIES, *SUMS, HONORS)


class OverTime:
    """The totals of all that began until ``today``; what is asked for is read once.

    Records that reach over two half-years belong to both, and once to their year, as in a report of it.
    Whoever asks for one total of one period alone says so, by ``label`` and ``within``.
    """

    def __init__(self, today: date, *, label: str = "", within: Period | None = None):
        self.today = today
        self.newest = _number(HalfYear.containing(today))
        figures = figures_that_enter([label] if label in SUMS else SUMS, today)
        self._figures = lying_within(figures, within) if within else figures

    def number(self, label: str, period: Period) -> counting.Count | None:
        """One total of one period; None where no record bears it."""
        halves = halves_of(period)
        first, last = _number(halves[0]), _number(halves[-1])
        if label in (ACTIVITIES, HONORS):
            return _counted(lying_in(first, last, self._activities if label == ACTIVITIES else self._honors))
        figures = lying_in(first, last, self._of_label[label])
        return self._hours_between(first, last, figures) if label == HOURS else added_up(figures)

    def halves(self) -> list[HalfYear]:
        """The half-years that have anything to show, the newest first."""
        found = {
            number
            for one in (*self._activities, *self._honors, *self._pieces)
            for number in range(one.first, min(one.last, self.newest) + 1)
        }
        return [HalfYear(*_year_and_half(number)) for number in sorted(found | {*self._hours}, reverse=True)]

    def _hours_between(self, first: int, last: int, stated: list) -> counting.Count | None:
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
        return pieces_of(self._figures)

    @cached_property
    def _of_label(self):
        return {label: figures_of(label, self._pieces) for label in SUMS}

    @cached_property
    def _hours(self):
        return hours_of(service_until(self.today))


def begun(model: type[Activity] | type[HonorReceived], today: date) -> QuerySet:
    """What has begun and may be seen by the public."""
    return model.objects.published().filter(starts_on__lte=today)


def lying_within(figures: QuerySet, period: Period) -> QuerySet:
    """Those of the figures whose activity has a day in the period."""
    return figures.filter(activity__starts_on__lte=period.last_day, activity__ends_on__gte=period.first_day)


def _number(half: HalfYear) -> int:
    """As the database numbers it: activities/pieces.py."""
    return half.year * 2 + half.number - 1


def _year_and_half(number: int) -> tuple[int, int]:
    return number // 2, number % 2 + 1


def _counted(spans: Iterable[Span]) -> counting.Count | None:
    number = sum(span.number for span in spans)
    return counting.Count(Decimal(number), "项", counting.EXACT) if number else None
