"""The items of a work area: activities and commendations with the figures they state."""

from dataclasses import replace
from datetime import date

from reports.composing.arrangement import Entry
from reports.composing.bindings import Bound
from reports.composing.prose.naming import Naming
from reports.composing.prose.records import told
from reports.composing.sources import source_of
from reports.document import Figure, Item, Passage
from reports.document.passages import passage_of, written


def item_of(entry: Entry, bound: Bound) -> Item:
    """The item of an entry, in staff's words where they wrote some, else in the records' own.

    ``bound`` are the numbers in staff's words that are bound to what states them.
    """
    if entry.written:
        return Item(entry.written.title, bound.write(entry.written.text, _plain), key=entry.key)
    override = entry.placement
    title = override.title if override and override.title else entry.records[0].title
    if override and override.text:
        figures = named_figures(entry.records)
        passage = bound.write(override.text, lambda pattern: passage_of(pattern, figures))
    else:
        passage = own_passage(entry.records, *entry.telling)
    sources = tuple(source_of(record) for record in entry.records)
    return Item(title=title, passage=passage, sources=sources, key=entry.key)


def _plain(text: str) -> Passage:
    return Passage((text,) if text else ())


def own_passage(
    records: list, year: int | None = None, until: date | None = None, last: date | None = None
) -> Passage:
    """The records' own text, of several one paragraph; ``year`` is the one that goes without saying.

    Of what goes on after ``until`` it tells since when, and no numbers that are known only after ``last``.
    """
    naming = Naming(records, last)
    own = {one.figure.label: one.own_name for one in naming.named}
    return written(
        replace(word, label=own.get(word.label, word.label)) if isinstance(word, Figure) else word
        for word in told(naming, year, until)
    )


def own_pattern(
    records: list, year: int | None = None, until: date | None = None, last: date | None = None
) -> str:
    """The records' own text with its figures by name, as an override would have to be written."""
    words = told(Naming(records, last), year, until)
    return "".join(f"{{{word.label}}}" if isinstance(word, Figure) else word for word in words)


def named_figures(records: list) -> list[Figure]:
    """The figures that an override of these records may name, each under one name."""
    naming = Naming(records)
    named = {one.figure.label: one.figure for one in naming.named}
    return [*named.values(), *naming.sums.values(), *filter(None, [naming.occasions])]
