"""How figures of activities are added up, and which of them make which total.

Nothing unlike is added, 余 in a sum makes the sum 余 and 约 makes it 约, a unit price
never enters, and a figure marked as repeating another is counted once.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

import counting
from activities.models import Figure

Counts = Figure.Counts

HOURS = "志愿服务时长"
# Each sum, with the kind of the figures that enter it and what they count; None: whatever they count.
SUMS = {
    "参加人员": (counting.PEOPLE, Counts.PARTICIPANTS),
    "参与人次": (counting.ATTENDANCES, None),
    "志愿者": (counting.PEOPLE, Counts.VOLUNTEERS),
    "受益对象": (counting.PEOPLE, Counts.BENEFICIARIES),
    HOURS: (counting.HOURS, None),
    "款物金额": (counting.MONEY, None),
}


class UnlikeFigures(ValueError):
    """Figures that count different things cannot be added."""


def figures_of(label: str, figures: Iterable) -> list:
    """Those of the figures that a sum may be made of."""
    kind, counts = SUMS[label]
    return [figure for figure in figures if figure.kind == kind and counts in (None, figure.counts)]


def entering(figures: Iterable) -> list:
    """Those of the figures that enter a sum: no unit price, and of what may be the same thing only one."""
    return without_repeats([figure for figure in figures if figure.part == "total"])


def added_up(figures: Iterable) -> counting.Count | None:
    """The sum of those figures that enter it; None where none does, for nothing is not a number."""
    parts = entering(figures)
    return sum_of(parts) if parts else None


def sum_of(parts: Sequence) -> counting.Count:
    """The sum of what enters it. Raises UnlikeFigures when kinds differ, or units of things do."""
    precision = common_precision([part.precision for part in parts])
    return counting.Count(sum((part.value for part in parts), Decimal(0)), _common_unit(parts), precision)


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


def common_precision(precisions: Sequence[str]) -> str:
    """That of a sum: 约 if any part is 约, else 余 if any is 余."""
    if counting.ABOUT in precisions:
        return counting.ABOUT
    return counting.AT_LEAST if counting.AT_LEAST in precisions else counting.EXACT
