"""Parts of a whole: checked against it, and asked about where figures add up and nobody said so."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, combinations

import counting
from activities.models import Activity, Figure
from reports.checks.findings import Finding, finding
from reports.checks.reading import Reading, source_of_figure, totals_of
from reports.document import Source

NAMED = 5  # so many figures are named in a message; of more, their number is told
TRIED = 10  # so many figures are tried in every combination; of more, those that stand together
SLACK = Decimal("1.1")  # so far 约 may be from what it tells


def findings(reading: Reading) -> Iterator[Finding]:
    for activity in reading.material.activities:
        place = reading.place_of(activity)
        yield from _compared_within(activity, place)
        yield from _unsaid(activity, place)


def _compared_within(activity: Activity, place: str) -> Iterator[Finding]:
    parts: dict[int, list[Figure]] = {}
    for figure in activity.figures.all():
        if figure.part_of_id:
            parts.setdefault(figure.part_of_id, []).append(figure)
    for whole in activity.figures.all():
        if whole.pk in parts:
            yield from _compared(activity, whole, parts[whole.pk], place)


def _compared(activity: Activity, whole: Figure, parts: Sequence[Figure], place: str) -> Iterator[Finding]:
    sources = _sources(activity, whole, *parts)
    least = sum((_least(part) for part in parts), Decimal(0))
    is_exact = {whole.precision, *(part.precision for part in parts)} == {counting.EXACT}
    if (most := _most(whole)) is not None and least > most:
        words = f"“{whole.name}”{whole.text}，其中{_listed(parts)}，加起来超过了它，请核对。"
        yield finding("parts_exceed", words, place, sources)
    elif whole.parts_are_all and is_exact and least != whole.value:
        total = counting.write(counting.sum_of(parts))
        words = (
            f"“{whole.name}”{whole.text}，各部分{_listed(parts)}加起来是{total}，请核对；"
            "没有写全的，请取消“各部分就是全部”。"
        )
        yield finding("parts_differ", words, place, sources)


def _least(figure: Figure) -> Decimal:
    """No fewer than these, as far as its wording lets one say."""
    return Decimal(0) if figure.precision in (counting.BELOW, counting.ABOUT) else figure.value


def _most(figure: Figure) -> Decimal | None:
    """No more than these; None where there may be any number more."""
    if figure.precision == counting.AT_LEAST:
        return None
    if figure.precision == counting.ABOUT:
        return figure.value * SLACK
    return figure.value if figure.high is None else figure.high


def _unsaid(activity: Activity, place: str) -> Iterator[Finding]:
    """The greatest figure that others of its activity add up to, where all of them would enter a total."""
    amounts = sorted(filter(_is_amount, totals_of(activity)), key=lambda one: -one.value)
    for whole in amounts:
        sort = counting.sort_of(whole.unit)
        others = [one for one in totals_of(activity) if one in amounts and counting.sort_of(one.unit) == sort]
        if parts := _adding_up(whole.value, [one for one in others if 0 < one.value < whole.value]):
            words = (
                f"{_listed(parts)}加起来正好是“{whole.name}”{whole.text}，都计入了合计，可能算了两次；"
                f"如果它们是其中的一部分，请在“属于（其中）”里填“{whole.name}”。"
            )
            yield finding("unsaid_parts", words, place, _sources(activity, whole, *parts))
            return


def _is_amount(figure: Figure) -> bool:
    return (
        figure.part == Figure.Part.TOTAL
        and not figure.as_of
        and figure.kind not in counting.NEVER_SUMMED
        and figure.precision not in (counting.BELOW, counting.RANGE)
        and figure.repeats_id is None
    )


def _adding_up(total: Decimal, figures: Sequence[Figure]) -> Sequence[Figure]:
    """The fewest that add up to the total; of very many, only such as stand one after another."""
    if len(figures) <= TRIED:
        sets = (chosen for size in range(2, len(figures) + 1) for chosen in combinations(figures, size))
        return next((chosen for chosen in sets if sum(one.value for one in chosen) == total), ())
    reached: dict[Decimal, int] = {}
    for end, so_far in enumerate(accumulate((one.value for one in figures), initial=Decimal(0))):
        start = reached.get(so_far - total)
        if start is not None and end - start > 1:
            return figures[start:end]
        reached[so_far] = end
    return ()


def _sources(activity: Activity, *figures: Figure) -> tuple[Source, ...]:
    return tuple(source_of_figure(activity, figure) for figure in figures)


def _listed(figures: Sequence[Figure]) -> str:
    named = "、".join(f"“{one.name}”{one.text}" for one in figures[:NAMED])
    return f"{named}等{len(figures)}项" if len(figures) > NAMED else named
