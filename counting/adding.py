"""What may be added to what, and how exact the sum is.

Nothing unlike is added, and no rate to anything; 余 in a sum makes the sum 余, and 约, 不足 or a range
makes it 约, no finer than its coarsest part. A unit price and a stock never enter, nor does what is part
of another figure; what is marked as repeating another is counted once.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from counting.kinds import (
    ABOUT,
    AT_LEAST,
    BELOW,
    EXACT,
    NEVER_SUMMED,
    PEOPLE,
    RANGE,
    UNITS,
    Count,
    kind_of,
)
from counting.rounding import rounded

_APART = re.compile(
    r"(?:人|场|户|日|月|年)均(?!衡)|平均|同比|环比|(?:比|较|相比)(?:去年|上年|前年|上半年|上季度|上月|同期)"
    r"|每[\u4e00-\u9fff]{1,3}[约近]?[0-9]"
)


class UnlikeFigures(ValueError):
    """Figures that count different things cannot be added."""


def sort_of(unit: str) -> str:
    """What counts of two units have in common that may be added: 名 and 人 are people, 场 only 场."""
    return PEOPLE if kind_of(unit) == PEOPLE else unit


def key_of(count) -> tuple:
    """Two counts with one key say the same; 300名 and 300人 do, and 下降3% of what fell by 3%."""
    return abs(count.value), count.high and abs(count.high), sort_of(count.unit), count.precision


def sum_of(parts: Sequence) -> Count:
    """The sum of counts or figures. Raises UnlikeFigures where they count different things."""
    unit = _common_unit(parts)
    if len(parts) == 1:
        return Count(parts[0].value, unit, parts[0].precision, parts[0].high)
    precisions = [part.precision for part in parts]
    total = rounded(total_of(parts), max(part.grain for part in parts), precisions)
    return Count(total, unit, _common_precision(precisions))


def difference_of(first, second) -> Count:
    """By how much the second of two like counts is more than the first, told as a sum of them would be."""
    change = _middle(second) - _middle(first)
    is_exact = first.precision == second.precision == EXACT
    change = rounded(change, max(first.grain, second.grain), [ABOUT])
    return Count(change, _common_unit([first, second]), EXACT if is_exact else ABOUT)


def entering(figures: Iterable) -> list:
    """Those of the figures that enter a sum: no unit price, stock or part of another, and no repeat."""
    return without_repeats([figure for figure in figures if _is_added(figure)])


def is_apart(words: str) -> bool:
    """人均, 平均每场, 每人50元, 同比增加: an average or a change, which no sum takes up."""
    return bool(_APART.search(words))


def _is_added(figure) -> bool:
    return figure.part == "total" and not figure.as_of and figure.part_of_id is None


def without_repeats(figures: Sequence) -> list:
    """The figures, of those that may be the same thing one: that which the others point at, or the first."""
    linked = {figure.pk: figure.repeats_id for figure in figures}
    origins = {key: _origin(key, linked) for key in linked}
    chosen: dict[int, int] = {}
    for key in sorted(linked, key=lambda key: (key != origins[key], key)):
        chosen.setdefault(origins[key], key)
    return [figure for figure in figures if chosen[origins[figure.pk]] == figure.pk]


def _origin(key: int, linked: dict[int, int | None]) -> int:
    """The figure at the end of a chain of repetitions; in a circle, its lowest key."""
    seen = [key]
    while (following := linked.get(seen[-1])) is not None:
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]


def total_of(parts: Sequence) -> Decimal:
    """What they add up to, to the last digit."""
    return sum(map(_middle, parts), Decimal(0))


def _middle(part) -> Decimal:
    """The number that stands for a part: of a range its middle."""
    return part.value if part.high is None else (part.value + part.high) / 2


def _common_unit(parts: Sequence) -> str:
    units = {part.unit for part in parts}
    if len({sort_of(unit) for unit in units}) > 1 or any(kind_of(unit) in NEVER_SUMMED for unit in units):
        raise UnlikeFigures("、".join(sorted(units)))
    return units.pop() if len(units) == 1 else UNITS[PEOPLE][0]


def _common_precision(precisions: Sequence[str]) -> str:
    if {ABOUT, BELOW, RANGE} & {*precisions}:
        return ABOUT
    return AT_LEAST if AT_LEAST in precisions else EXACT
