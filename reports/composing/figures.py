"""The only ways to a figure in a report, each returning the number and its records together.

``stated``  hands on one record's own figure or announced count.
``counted`` counts records.
``summed``  adds figures of activities that count the same thing.
``level``   takes the newest of stocks of one thing.
``added``   adds up what several records state in one unit.

Adding obeys the rules of ``counting.adding``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

import counting
from reports.composing.sources import source_of, source_of_stock
from reports.document import Figure, Source


def stated(label: str, count: counting.Count, source: Source, text: str = "") -> Figure:
    """One record's own count, in its own wording where it has one."""
    return Figure(
        label=label,
        value=count.value,
        unit=count.unit,
        precision=count.precision,
        text=text or counting.write(count),
        sources=(source,),
        high=count.high,
    )


def made_of(figure) -> tuple[Source, ...]:
    """The two figures that a rate is computed from; of one that is not public no more than its number."""
    if not (figure.numerator_id and figure.denominator_id):
        return ()
    both = (figure.numerator, figure.denominator)
    sources = [(one, source_of(one.activity, one.text, one.pk)) for one in both]
    return tuple(source if one.activity.is_published else source.as_withheld() for one, source in sources)


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
    parts = counting.entering(figures)
    if not parts:
        return None
    return total_figure(label, parts, tuple(source_of(part.activity, part.text, part.pk) for part in parts))


def level(label: str, figures: Iterable) -> Figure | None:
    """How many there were on the last day that is known; None where no stock tells."""
    stock = counting.level_of(figures)
    if stock is None:
        return None
    count, source = stock.level, source_of_stock(stock)
    return replace(stated(label, count, source, counting.write_total(count)), as_of=count.as_of)


def added(label: str, parts: Sequence[Figure]) -> Figure | None:
    """The sum of stated figures, none of which repeats another; None where there are none.

    Raises UnlikeFigures when they count different things.
    """
    if not parts:
        return None
    return total_figure(label, parts, tuple(source for part in parts for source in part.sources))


def total_figure(label: str, parts: Sequence, sources: tuple[Source, ...]) -> Figure:
    """The sum of counts, none of which repeats another, as the figure of the records that bear them."""
    count, exact = counting.sum_of(parts), counting.total_of(parts)
    return Figure(
        label=label,
        value=count.value,
        unit=count.unit,
        precision=count.precision,
        text=counting.write_alike(count, [source.text for source in sources]),
        sources=sources,
        high=count.high,
        exact=exact if len(parts) > 1 and exact != count.value else None,
    )
