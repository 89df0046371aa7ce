"""The answer to a question: what the records of its days come to, by the rules of a report."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db.models import Count
from django.db.models.functions import TruncMonth

from activities.models import Activity, Campaign, Indicator, Tag
from organizations.models import Organization
from reports.composing.material import Material
from reports.composing.totals import ACTIVITIES, totals
from reports.document import Figure
from reports.document.periods import Month, Year
from reports.models import Report
from reports.questions.asking import Question
from toolkit.publishing import is_published

MOST_MONTHS = 24  # more of them are told by years
MOST_CHIPS = 12
NOT_SAID = "没有填写主办"


@dataclass(frozen=True)
class Line:
    """A month or an organizer: its totals by their names, and the filters that ask for it alone."""

    label: str
    totals: dict[str, Figure]
    asked: dict[str, str] = field(default_factory=dict)


class Answer:
    """All that is told of one question; each part is made when it is asked for, from what was read once."""

    def __init__(self, question: Question):
        self.question = question
        self.indicators = list(Indicator.objects.all())

    @cached_property
    def activities(self) -> list[Activity]:
        rows = self.question.activities.with_figures().defer("body", "summary")
        return list(rows.order_by("starts_on", "pk"))

    @cached_property
    def totals(self) -> tuple[Figure, ...]:
        return self._totals(self.activities, self._service, self.question.start, self.question.end)

    @property
    def labels(self) -> list[str]:
        """The names of all totals, in the office's order."""
        return [ACTIVITIES, *(one.name for one in self.indicators)]

    @cached_property
    def by_time(self) -> list[Line]:
        """Month by month, or of very long stretches year by year; what lies in two is told in both."""
        kind = self._stretch
        lines, stretch = [], kind.containing(self.question.start)
        while stretch.first_day <= self.question.as_of:
            first = max(stretch.first_day, self.question.start)
            last = min(stretch.last_day, self.question.end)
            held = [one for one in self.activities if one.starts_on <= last and one.ends_on >= first]
            served = [row for row in self._service_by_month if first <= row["month"] <= last]
            if found := self._totals(held, served, first, last):
                lines.append(_line(str(stretch), found, {"period": stretch.slug}))
            stretch = stretch.next
        return lines

    @property
    def is_by_years(self) -> bool:
        return self._stretch is Year

    @cached_property
    def by_organizer(self) -> list[Line]:
        """The organizer with most activities first; what several held together is told of each."""
        held: dict[Organization | None, list[Activity]] = {}
        for activity in self.activities:
            for organizer in self._organizers.get(activity.pk, (None,)):
                held.setdefault(organizer, []).append(activity)
        lines = [self._of_organizer(organizer, activities) for organizer, activities in held.items()]
        return sorted(
            lines, key=lambda line: (not line.asked, -len(next(iter(line.totals.values())).sources))
        )

    def columns_of(self, lines: Sequence[Line]) -> list[str]:
        """The totals that any of the lines has."""
        return [label for label in self.labels if any(label in line.totals for line in lines)]

    @cached_property
    def subjects(self) -> list[tuple[str, str, str, int]]:
        """What these activities are about: (filter, key, name, how many), that of most of them first.

        None once it was asked for one: how many of both there are is no way from one to the other.
        """
        found = []
        if {"标签", "品牌（系列）活动"} & self.question.narrowed.keys():
            return found
        for name, model in (("tags", Tag), ("campaigns", Campaign)):
            meant = model.objects.filter(activities__in=self.question.activities)
            if model is Campaign:
                meant = meant.filter(is_published())
            counted = meant.annotate(number=Count("activities")).order_by("-number", "name")[:MOST_CHIPS]
            found += [(name, str(one.pk), one.name, one.number) for one in counted]
        return sorted(found, key=lambda subject: -subject[3])[:MOST_CHIPS]

    def _of_organizer(self, organizer: Organization | None, activities: list[Activity]) -> Line:
        keys = {activity.pk for activity in activities}
        served = [row for row in self._service if row["activity_id"] in keys]
        found = self._totals(activities, served, self.question.start, self.question.end)
        if organizer is None:
            return _line(NOT_SAID, found)
        return _line(str(organizer), found, {"organizers": str(organizer.pk)})

    def _totals(self, activities: list, service: list, first: date, last: date) -> tuple[Figure, ...]:
        """As a report of these days would print them, but for honours, for which nobody asked."""
        material = Material(
            report=Report(starts_on=first, ends_on=last, as_of=last),
            activities=activities,
            commendations=[],
            honors_received=[],
            service=service,
            indicators=self.indicators,
        )
        return totals(material)

    @property
    def _stretch(self) -> type[Month] | type[Year]:
        start, end = self.question.start, self.question.as_of
        months = 12 * (end.year - start.year) + end.month - start.month + 1
        return Month if months <= MOST_MONTHS else Year

    @cached_property
    def _service(self) -> list[dict]:
        return list(self._served().by_occasion())

    @cached_property
    def _service_by_month(self) -> list[dict]:
        return list(self._served().annotate(month=TruncMonth("served_on")).by_occasion("month"))

    @cached_property
    def unconfirmed(self) -> int:
        """Records of service that nobody has confirmed yet, and that no total has."""
        return self._of_these(self.question.service.filter(confirmed_at=None)).count()

    def _served(self):
        return self._of_these(self.question.service.told().counted(self.indicators))

    def _of_these(self, service):
        """Of some activities what was given to them alone; of all, as in a report, all of it."""
        if self.question.is_of_all:
            return service
        return service.filter(activity__in=self.question.activities.order_by().values("pk"))

    @cached_property
    def _organizers(self) -> dict[int, list[Organization]]:
        """By activity; one query for all of them."""
        held = Activity.organizers.through.objects.filter(
            activity__in=self.question.activities.order_by().values("pk")
        )
        found: dict[int, list[Organization]] = {}
        for row in held.select_related("organization").order_by("organization__name"):
            found.setdefault(row.activity_id, []).append(row.organization)
        return found


def bearing(figure: Figure) -> int:
    """How many records a total rests on."""
    return len({(source.type, source.id) for source in figure.sources})


def _line(label: str, found: Iterable[Figure], asked: dict | None = None) -> Line:
    return Line(label, {figure.label: figure for figure in found}, asked or {})
