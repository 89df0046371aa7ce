"""What the published records of each half-year hold, in a number of rows that hardly grows with theirs.

The database piles up what the rules of counting would add without a second thought: figures of one kind,
unit and precision. What a rule has to look at one by one (figures that may repeat each other, hours of
activities that have records of service) comes one by one. The adding itself is the report's.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Cast, ExtractYear

from activities import counting
from activities.models import Activity, Figure
from honors.models import HonorReceived
from reports.composing.totals import SUMS
from reports.over_time.periods import Period
from toolkit.publishing import is_published
from toolkit.timing import FIRST_DAY
from volunteers.models import ServiceRecord


@dataclass(frozen=True)
class Span:
    """So many records that lie in the half-years from ``first`` to ``last``."""

    first: int
    last: int
    number: int


@dataclass(frozen=True)
class Piece:
    """A figure, or a pile of them: what the rules of counting ask of a figure."""

    pk: int  # of a pile below zero: it repeats nothing
    kind: str
    counts: str
    unit: str
    precision: str
    value: Decimal
    first: int
    last: int
    part: str = Figure.Part.TOTAL
    repeats_id: int | None = None
    activity_id: int | None = None


_LIKE = ("kind", "counts", "unit", "precision")


def held(model: type[Activity] | type[HonorReceived], today: date) -> QuerySet:
    """What has begun and may be seen by the public."""
    return model.objects.published().filter(starts_on__lte=today)


def figures_that_enter(today: date, *, label: str = "", within: Period | None = None) -> QuerySet:
    """The figures of what has begun that may enter a total, or that of ``label`` in one period."""
    entering = Q()
    for kind, counts in [SUMS[label]] if label else SUMS.values():
        entering |= Q(kind=kind, counts=counts) if counts else Q(kind=kind)
    begun = Q(is_published("activity"), activity__starts_on__lte=today)
    if within:
        begun &= Q(activity__starts_on__lte=within.last_day, activity__ends_on__gte=within.first_day)
    return Figure.objects.filter(begun, entering, part=Figure.Part.TOTAL)


def service_until(today: date) -> QuerySet:
    return ServiceRecord.objects.told().served_between(FIRST_DAY, today)


def spans_of(records: QuerySet) -> list[Span]:
    spans = records.order_by().values(first=_half("starts_on"), last=_half("ends_on"))
    return [Span(**span) for span in spans.annotate(number=Count("pk"))]


def pieces_of(figures: QuerySet) -> list[Piece]:
    """The figures, most of them in piles."""
    served = ServiceRecord.objects.filter(activity__isnull=False).values("activity")
    one_by_one = (
        Q(repeats__isnull=False)
        | Q(pk__in=Figure.objects.filter(repeats__isnull=False).values("repeats"))
        | Q(kind=counting.HOURS, activity__in=served)
    )
    days = {"first": _half("activity__starts_on"), "last": _half("activity__ends_on")}
    figures = figures.order_by()
    piles = figures.exclude(one_by_one).values(*_LIKE, **days).annotate(total=Sum("value"))
    singles = figures.filter(one_by_one).values("pk", *_LIKE, "value", "repeats_id", "activity_id", **days)
    found = [Piece(pk=-place, value=pile.pop("total"), **pile) for place, pile in enumerate(piles, 1)]
    return found + [Piece(**single) for single in singles]


def hours_of(service: QuerySet) -> dict[int, Decimal]:
    """The hours recorded in each half-year that has any."""
    return dict(service.order_by().values_list(_half("served_on")).annotate(Sum("hours")))


def served_in(service: QuerySet) -> set[tuple[int, int]]:
    """(half-year, activity) for each that states hours of its own and has records of service beside them."""
    stating = Figure.objects.filter(kind=counting.HOURS).values("activity")
    beside = service.filter(activity__in=stating).order_by()
    return set(beside.values_list(_half("served_on"), "activity").distinct())


def _half(day: str) -> Cast:
    """The half-year of a day as one number, the first of 2020 being 4040."""
    second = Case(When(**{f"{day}__month__gt": 6}, then=1), default=0)
    return Cast(ExtractYear(day) * Value(2) + second, IntegerField())
