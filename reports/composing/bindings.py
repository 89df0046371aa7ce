"""Numbers in staff's own words, each bound to the count that was chosen for it.

A bound number is a figure of the report like any other: it leads to its record. It is one only while the
record says the same; after that it is a number that nothing bears, and the checks say so.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

import counting
from activities.models.indicator import OF_OTHERS
from reports.composing.figures import stated
from reports.composing.follow_up import counts_of
from reports.composing.material import Material
from reports.composing.sources import source_of
from reports.document import Figure, Passage
from reports.document.passages import written
from reports.models import Binding

_AROUND = 40  # so many characters on each side, of a clause that goes on and on
_MARK = re.compile(r"[，。；：、！？\n]")

Place = tuple[str, str]  # (clause, number): where a number stands in a text


@dataclass(frozen=True)
class Bound:
    """The numbers of one text that are bound, by where they stand."""

    figures: dict[Place, Figure]

    def write(self, pattern: str, passage_of: Callable[[str], Passage]) -> Passage:
        """The pattern as ``passage_of`` writes it, with each bound number as the figure that it is."""
        words: list[str | Figure] = []
        at = 0
        for typed in counting.counts_in(pattern) if self.figures else ():
            figure = self.figures.get(place_of(pattern, typed))
            if figure and counting.key_of(figure) == counting.key_of(typed.count):
                words += [*_words(passage_of(pattern[at : typed.start])), replace(figure, text=typed.text)]
                at = typed.end
        return written([*words, *_words(passage_of(pattern[at:]))])


def _words(passage: Passage) -> list[str | Figure]:
    return [run if isinstance(run, str) else passage.figures[run] for run in passage.runs]


def place_of(text: str, typed) -> Place:
    """The clause around a number, and the number."""
    before = _MARK.split(text[max(0, typed.start - _AROUND) : typed.start])[-1]
    behind = _MARK.split(text[typed.end : typed.end + _AROUND], maxsplit=1)[0]
    return f"{before}{typed.text}{behind}".strip(), typed.text


def offered(material: Material, totals: Iterable[Figure]) -> dict[str, Figure]:
    """Every count that a number may be bound to, by the name that ``Binding.source`` gives it."""
    found = {}
    for activity in material.activities:
        for figure in activity.figures.all():
            source = source_of(activity, figure.text, figure.pk)
            found[f"figure-{figure.pk}"] = stated(figure.name, figure.count, source, figure.text)
    for commendation in material.commendations:
        for title in commendation.titles.all():
            if title.announced_count:
                count = counting.Count(Decimal(title.announced_count), title.measure, counting.EXACT)
                source = source_of(commendation, counting.write(count))
                found[f"title-{title.pk}"] = stated(title.name, count, source)
    # What adds up the counts of one record alone says the same as that record, where that is offered.
    sums = [total for total in totals if len(total.sources) > 1 or total.label in OF_OTHERS]
    return found | {f"total-{one.label}": one for one in (*sums, *counts_of(material.earlier_plan))}


class Bindings:
    """The bindings of a report's texts, with what they are bound to as it stands now."""

    def __init__(self, material: Material, totals: Iterable[Figure]):
        self._of: dict[tuple, list[Binding]] = {}
        for binding in material.bindings:
            self._of.setdefault((binding.placement_id, binding.written_id), []).append(binding)
        self._offered = offered(material, totals) if self._of else {}

    def of(self, *, placement=None, written=None) -> Bound:
        """Those of an item's own words; of neither, those of the opening."""
        rows = self._of.get((placement and placement.pk, written and written.pk), ())
        figures = {(row.clause, row.number): self._offered.get(row.source) for row in rows}
        return Bound({place: figure for place, figure in figures.items() if figure})
