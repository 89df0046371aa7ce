"""The words that a draft keeps now for each text, figures by their names: what is written over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.composing.arrangement import Entry, Part
from reports.composing.compose import parts_of
from reports.composing.material import Material
from reports.composing.prose.naming import Naming
from reports.composing.prose.records import told
from reports.composing.sections.records import named_figures, own_pattern
from reports.document import Document, Figure, Item


@dataclass(frozen=True)
class Present:
    title: str
    text: str
    names: tuple[str, ...] = ()  # of the figures in its passage, in their order; "" for one without a name
    figures: tuple[Figure, ...] = ()  # all that its words may name

    def name_of(self, number: str) -> str:
        """The name of the one figure that prints so; empty where there is none, or several."""
        alike = [figure.label for figure in self.figures if figure.text == number]
        return alike[0] if len(alike) == 1 else ""


def presents(material: Material, document: Document) -> dict[str, Present]:
    """By the keys of the proposals."""
    return dict(_presents(material, document))


def _presents(material: Material, document: Document) -> Iterator[tuple[str, Present]]:
    items = {item.key: item for section in document.sections for item in section.items}
    totals = document.totals
    names = _names(document.opening.figures, totals)
    yield "opening", Present("", material.report.opening, names, totals)
    for part in parts_of(material):
        yield f"heading-{part.key}", Present(part.heading, "")
        for entry in part.entries:
            if entry.key in items:  # else it is told together with others
                yield entry.key, _of_entry(entry, items[entry.key])
        if part.row and part.row.has_lead:
            yield f"lead-{part.key}", _of_lead(part, document)
    for item in material.plan:
        yield f"planitem-{item.pk}", Present(item.heading, item.text)
        for commitment in item.commitments.all():
            yield f"commitment-{commitment.pk}", Present("", commitment.text)


def _of_lead(part: Part, document: Document) -> Present:
    leads = (section.lead for section in document.sections if section.lead and section.key == part.key)
    figures = tuple(figure for lead in leads for figure in lead.figures)
    return Present("", part.row.lead, _names(figures, figures), figures)


def _of_entry(entry: Entry, item: Item) -> Present:
    if entry.written:
        return Present(entry.written.title, entry.written.text)
    decided, records = entry.placement, entry.records
    title, text = (decided.title, decided.text) if decided else ("", "")
    figures = tuple(named_figures(records))
    words = told(Naming(records, entry.last), entry.year, entry.until)
    own = tuple(word.label for word in words if isinstance(word, Figure))
    return Present(
        title or records[0].title,
        text or own_pattern(records, *entry.telling),
        _names(item.figures, figures) if text else own,
        figures,
    )


def _names(figures: Sequence[Figure], known: Sequence[Figure]) -> tuple[str, ...]:
    """The name of each figure; of one that is typed in the words and bound to its record, none."""
    return tuple(figure.label if figure in known else "" for figure in figures)
