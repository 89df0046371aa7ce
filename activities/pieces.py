"""What figures of many activities state, in a number of rows that hardly grows with theirs.

The database piles up what the rules of counting would add without a second thought: figures of one total,
unit and precision, known down to one place. What a rule has to look at one by one, figures that may repeat
each other, ranges and what is below, comes one by one. The adding itself is that of counting.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import (
    Case,
    Count,
    F,
    Func,
    Max,
    Q,
    QuerySet,
    Sum,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Length, Replace

import counting
from activities.indicators import entered, service_of
from activities.models import Figure, Indicator
from toolkit.dates.numbered import half_year
from toolkit.publishing import is_published


@dataclass(frozen=True)
class Span:
    """So many records that lie in the half-years from ``first`` to ``last``, as ``half_year`` has them."""

    first: int
    last: int
    number: int


@dataclass(frozen=True)
class Piece:
    """A figure, or a pile of them: what the rules of counting ask of a figure, and when it counts."""

    pk: int  # of a pile below zero: it repeats nothing
    enters: int  # the total, by its key
    unit: str
    precision: str
    value: Decimal
    grain: Decimal
    half: int  # in which it counts, and in no other
    high: Decimal | None = None
    as_of: str = ""
    part: str = Figure.Part.TOTAL
    repeats_id: int | None = None
    part_of_id: int | None = None

    @property
    def first(self) -> int:
        return self.half

    @property
    def last(self) -> int:
        return self.half


COUNTED_ON = Coalesce("ends_on", "activity__ends_on")  # as Figure.counted_on
_LIKE = ("enters", "unit", "precision")
# How many zeros a value ends in, all its decimals written: it says down to which place it is known.
_DECIMALS = Figure._meta.get_field("value").decimal_places
_DIGITS = Replace(Cast("value", TextField()), Value("."), Value(""))
_ZEROS = Length(_DIGITS) - Length(Func(_DIGITS, Value("0"), function="RTRIM"))


def figures_that_enter(
    told: Iterable[Indicator], today: date, *, indicators: Sequence[Indicator]
) -> QuerySet:
    """The figures that these totals are made of, of published activities that have begun.

    ``indicators`` are all that there are: each has a say in what enters the others.
    """
    begun = Q(is_published("activity"), activity__starts_on__lte=today)
    figures = Figure.objects.filter(begun, part=Figure.Part.TOTAL, as_of="", part_of__isnull=True)
    figures = figures.annotate(enters=entered(indicators)).filter(enters__in=[one.pk for one in told])
    if service := service_of(indicators):  # where the records are the whole, they tell the hours
        figures = figures.exclude(enters=service.pk, activity__service_is_whole=True)
    return figures


def in_spans(records: QuerySet, *parts: str) -> QuerySet:
    """The records as rows of ``Span``; of each of their parts apart, where there are any."""
    spans = records.order_by().values(*parts, first=half_year("starts_on"), last=half_year("ends_on"))
    return spans.annotate(number=Count("pk"))


def in_piles(figures: QuerySet, *parts: str) -> QuerySet:
    """The figures as rows of ``pieces_of``, most of them in piles, and no pile of two parts."""
    one_by_one = Q(repeats__isnull=False)
    one_by_one |= Q(pk__in=Figure.objects.filter(repeats__isnull=False).values("repeats"))
    one_by_one |= Q(precision__in=(counting.BELOW, counting.RANGE))
    like = {"half": half_year(COUNTED_ON)}
    like["own"] = Case(When(one_by_one, then=F("pk")))  # of a pile there is none
    like["zeros"] = Case(When(~Q(precision=counting.EXACT), then=_ZEROS))
    rows = figures.order_by().values(*_LIKE, *parts, **like)
    return rows.annotate(total=Sum("value"), top=Sum("high"), repeated=Max("repeats"))


def pieces_of(rows: Iterable[dict]) -> list[Piece]:
    return [_piece(place, **row) for place, row in enumerate(rows, 1)]


def _piece(place: int, *, own: int | None, zeros: int | None, total, top, repeated, **like) -> Piece:
    total, top = Decimal(total), None if top is None else Decimal(top)  # whole ones come as whole numbers
    if own is None:
        grain = Decimal(0) if zeros is None else Decimal(1).scaleb(zeros - _DECIMALS)
        return Piece(pk=-place, value=total, grain=grain, **like)
    grain = counting.Count(total, like["unit"], like["precision"], top).grain
    return Piece(pk=own, value=total, grain=grain, high=top, repeats_id=repeated, **like)


def pieces_by_indicator(pieces: Iterable[Piece]) -> dict[int, list[Piece]]:
    """The pieces that enter each of the totals, by its key."""
    found: dict[int, list[Piece]] = {}
    for piece in pieces:
        found.setdefault(piece.enters, []).append(piece)
    return found


def lying_in(first: int, last: int, found: Iterable) -> list:
    """Those spans or pieces that have a day in the half-years from ``first`` to ``last``."""
    return [one for one in found if one.first <= last and one.last >= first]


def lying_within(first: int, last: int, found: Iterable) -> list:
    """Those that have no day outside them."""
    return [one for one in found if first <= one.first and one.last <= last]
