"""Records of a period of the calendar, or of typed days."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Self

from django.contrib import admin
from django.db.models import DateTimeField, QuerySet
from django.utils import timezone

from desk.filtering.forms import others_than
from toolkit.dates.moments import day_text
from toolkit.dates.periods import HalfYear, Month, Quarter, Year, period_from_slug
from toolkit.dates.typed import NotADay, read_day

PERIOD, SINCE, UNTIL = "period", "since", "until"
YEARS = 8  # offered, the last first; of the year that is chosen all its parts


def within(field: str) -> Callable[[QuerySet, date, date], QuerySet]:
    """Those whose day, or moment, lies in the days from one to the other, both included."""

    def narrowed(records, start, end):
        column = records.model
        for step in field.split("__")[:-1]:
            column = column._meta.get_field(step).related_model
        if not isinstance(column._meta.get_field(field.rpartition("__")[2]), DateTimeField):
            return records.filter(**{f"{field}__range": (start, end)})
        begins, ends = (timezone.make_aware(datetime.combine(day, time.min)) for day in _around(start, end))
        return records.filter(**{f"{field}__gte": begins, f"{field}__lt": ends})

    return narrowed


def _around(start: date, end: date) -> tuple[date, date]:
    return start, end + timedelta(days=1) if end < date.max else end


class Days(admin.ListFilter):
    title = "时间"
    template = "admin/filters/days.html"
    narrow: Callable[[QuerySet, date, date], QuerySet]

    @classmethod
    def over(cls, field: str, title: str = title) -> type[Self]:
        return type(cls.__name__, (cls,), {"narrow": staticmethod(within(field)), "title": title})

    @classmethod
    def held(cls) -> type[Self]:
        """Of a queryset that tells what is held on days (toolkit.dates.timing)."""
        narrow = staticmethod(lambda records, start, end: records.held_between(start, end))
        return type(cls.__name__, (cls,), {"narrow": narrow})

    def __init__(self, request, params, model, model_admin):
        super().__init__(request, params, model, model_admin)
        told = {name: params.pop(name)[-1].strip() for name in self.expected_parameters() if name in params}
        self.used_parameters = told
        self.typed = {name: told.get(name, "") for name in (SINCE, UNTIL)}
        self.today = timezone.localdate()
        self.refusal, self.start, self.end = "", None, None
        self._read()

    def expected_parameters(self):
        return [PERIOD, SINCE, UNTIL]

    def has_output(self):
        return True

    def queryset(self, request, queryset):
        if self.refusal:
            return queryset.none()
        if self.start is None and self.end is None:
            return queryset
        return self.narrow(queryset, self.start or date.min, self.end or date.max)

    def choices(self, changelist):
        """The periods offered, each kind on a line of its own; ``told`` says what is chosen."""
        self.others = others_than(self, changelist)
        self.all = changelist.get_query_string({}, self.expected_parameters())
        year = (self.start or self.today).year
        lines = (
            [Year(this) for this in range(self.today.year, self.today.year - YEARS, -1)],
            [kind(year, number) for kind in (HalfYear, Quarter) for number, _ in enumerate(kind.NAMES, 1)],
            [Month(year, number) for number, _ in enumerate(Month.NAMES, 1)],
        )
        for line in lines:
            yield [self._choice(changelist, period) for period in line]

    def _choice(self, changelist, period) -> dict:
        return {
            "selected": self.used_parameters.get(PERIOD) == period.slug,
            "query_string": changelist.get_query_string({PERIOD: period.slug}, self.expected_parameters()),
            "display": str(period),
        }

    @property
    def told(self) -> str:
        """What is chosen, in words; empty where nothing is."""
        if self.refusal:
            return "没有看懂"
        if self.used_parameters.get(PERIOD):
            return str(period_from_slug(self.used_parameters[PERIOD]))
        words = (self.start and f"{day_text(self.start)}起", self.end and f"到{day_text(self.end)}")
        return "".join(filter(None, words))

    def _read(self):
        """A period, or days as people type them; what is neither is refused in a sentence."""
        try:
            if slug := self.used_parameters.get(PERIOD):
                period = period_from_slug(slug)
                self.start, self.end = period.first_day, period.last_day
                return
            self.start, self.end = (self._day(self.typed[name]) for name in (SINCE, UNTIL))
        except NotADay as refusal:
            self.refusal = str(refusal)
        except ValueError:
            self.refusal = "没有这样的时段，请重新选择。"
        if self.start and self.end and self.start > self.end:
            self.refusal = "结束的一天早于开始的一天，请核对。"

    def _day(self, typed: str) -> date | None:
        return read_day(typed, today=self.today) if typed else None
