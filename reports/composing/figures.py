"""The only ways to a figure in a report, each returning the number and its records together.

``stated``  hands on one record's own figure or announced count.
``counted`` counts records.
``summed``  adds figures of activities that count the same thing.
``added``   adds up what several records state in one unit.

Adding obeys the rules of counting: nothing unlike is added, 余 in a sum makes
the sum 余 and 约 makes it 约, a unit price never enters, and a figure marked as
repeating another is counted once.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from activities import counting
from reports.composing.sources import source_of
from reports.document import Figure, Source


class UnlikeFigures(ValueError):
    """Figures that count different things cannot be added."""


def stated(label: str, count: counting.Count, source: Source, text: str = "") -> Figure:
    """One record's own count, in its own wording where it has one."""
    return Figure(
        label=label,
        value=count.value,
        unit=count.unit,
        precision=count.precision,
        text=text or counting.write(count),
        sources=(source,),
    )


def counted(label: str, records: Sequence, unit: str) -> Figure | None:
    """How many records there are; None where there are none, for nothing is not a figure."""
    if not records:
        return None
    count = counting.Count(Decimal(len(records)), unit, counting.EXACT)
    sources = tuple(source_of(record, text=f"1{unit}") for record in records)
    return Figure(label, count.value, unit, count.precision, counting.write(count), sources)


def summed(label: str, figures: Iterable) -> Figure | None:
    """The sum of activities' figures, each thing counted once; None where there are none.

    Raises UnlikeFigures when kinds differ, or units of things do.
    """
    parts = entering(figures)
    if not parts:
        return None
    count = sum_of(parts)
    sources = tuple(source_of(part.activity, part.text, part.pk) for part in parts)
    return Figure(label, count.value, count.unit, count.precision, counting.write(count), sources)


def entering(figures: Iterable) -> list:
    """Those of the figures that enter a sum: no unit price, and of what may be the same thing only one."""
    return without_repeats([figure for figure in figures if figure.part == "total"])


def sum_of(parts: Sequence) -> counting.Count:
    """The sum of what enters it. Raises UnlikeFigures when kinds differ, or units of things do."""
    precision = _common_precision([part.precision for part in parts])
    return counting.Count(sum((part.value for part in parts), Decimal(0)), _common_unit(parts), precision)


def added(label: str, parts: Sequence[Figure]) -> Figure | None:
    """The sum of stated figures, none of which repeats another; None where there are none.

    Raises UnlikeFigures when their units differ.
    """
    if not parts:
        return None
    units = {part.unit for part in parts}
    if len(units) > 1:
        raise UnlikeFigures("、".join(sorted(units)))
    precision = _common_precision([part.precision for part in parts])
    count = counting.Count(sum((part.value for part in parts), Decimal(0)), units.pop(), precision)
    sources = tuple(source for part in parts for source in part.sources)
    return Figure(label, count.value, count.unit, precision, counting.write(count), sources)


def without_repeats(figures: Sequence) -> list:
    """The figures, one of each group that may be the same thing: the one the others point at."""
    linked = {figure.pk: figure.repeats_id for figure in figures}
    chosen: dict[int, object] = {}
    for figure in figures:
        first = _origin(figure.pk, linked)
        if first not in chosen or figure.pk == first:
            chosen[first] = figure
    return [figure for figure in figures if chosen[_origin(figure.pk, linked)] is figure]


def _origin(key: int, linked: dict[int, int | None]) -> int:
    """The figure at the end of a chain of repetitions; in a circle, its lowest key."""
    seen = [key]
    while (following := linked.get(seen[-1])) is not None:
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]


def _common_unit(parts: Sequence) -> str:
    kinds = {part.kind for part in parts}
    units = {part.unit for part in parts}
    if len(kinds) > 1 or (kinds == {counting.THINGS} and len(units) > 1):
        raise UnlikeFigures("、".join(sorted(units)))
    return units.pop() if len(units) == 1 else counting.UNITS[kinds.pop()][0]


def _common_precision(precisions: Sequence[str]) -> str:
    if counting.ABOUT in precisions:
        return counting.ABOUT
    return counting.AT_LEAST if counting.AT_LEAST in precisions else counting.EXACT
