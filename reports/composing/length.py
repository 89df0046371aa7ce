"""A shorter version of a report: the same records in at most so many characters, figures kept.

Nothing is invented on the way: texts are cut at the ends of their sentences, and
at last the items that matter least, those without a figure, are folded into one
that says how many records it stands for.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from reports.document import Document, Figure, Item, Passage, Section
from reports.exporters.text import render

FOLDED = "其他工作"
FOLLOW_UP = "follow_up"

_SENTENCE = re.compile(r"[^。！？\n]*[。！？\n]+|[^。！？\n]+")


class TooShort(ValueError):
    """Not even the headings and the figures fit into that many characters."""


def characters(document: Document) -> int:
    """The length as an office counts it: every printed character but white space.

    Title, opening, headings with their numbers, items and signature count; totals
    and annex, which the page adds, do not.
    """
    texts = [document.title, document.opening.text, document.signature]
    if document.signed_on:
        texts.append(f"{document.signed_on.year}年{document.signed_on.month}月{document.signed_on.day}日")
    for label, section, items in document.outline:
        texts.append(label + section.heading)
        for number, item in items:
            texts.append(number + item.title + item.text)
            for position, child in enumerate(item.children, 1):
                texts.append(document.child_label(position) + child.title + child.text)
    return sum(len(re.sub(r"\s", "", text)) for text in texts)


def typed_characters(document: Document) -> int:
    """The length of the report as a text file, line breaks and all: the most that anybody counts."""
    return len(render(document))


def shortened(document: Document, most: int) -> Document:
    """The report in at most ``most`` characters, however they are counted; itself where it fits already.

    Raises TooShort, saying how many characters are needed at least.
    """
    if typed_characters(document) <= most:
        return document
    for step in STEPS:
        for smaller in step(document):
            document = smaller
            if typed_characters(document) <= most:
                return document
    raise TooShort(f"{most} 个字写不下这份总结的标题和数据，至少需要 {typed_characters(document)} 个字。")


# Each step yields smaller and smaller reports, giving up more than the step before.


def _to_figures(document: Document) -> Iterator[Document]:
    """Items with figures keep the sentences that bear them."""
    return _item_by_item(document, _figure_sentences)


def _to_first_sentences(document: Document) -> Iterator[Document]:
    """Items without figures keep their first sentence."""
    return _item_by_item(document, _first_sentence)


def _to_short_opening(document: Document) -> Iterator[Document]:
    yield replace(document, opening=_kept(document.opening, _sentences(document.opening)[:1]))


def _to_titles(document: Document) -> Iterator[Document]:
    """Items without figures keep their title, commitments without a target lose their remarks."""
    return _item_by_item(document, _title_only)


def _to_headings_of_plan(document: Document) -> Iterator[Document]:
    """Items keep only those commitments that have a target."""
    return _item_by_item(document, _counted_children)


def _folded(document: Document) -> Iterator[Document]:
    """Items without figures are folded into one that says how many records it stands for."""
    for place in range(len(document.sections)):
        section = document.sections[place]
        while foldable := [item for item in section.items if item.sources and not item.figures]:
            section = _with_one_folded(section, foldable[-1])
            document = _with_section(document, place, section)
            yield document


def _with_one_folded(section: Section, item: Item) -> Section:
    kept = [other for other in section.items if other is not item]
    before = next((other for other in kept if other.title == FOLDED), Item(FOLDED))
    sources = before.passage.figures[0].sources if before.figures else ()
    sources = (*sources, *(replace(source, text="1项") for source in item.sources))
    text = f"{len(sources)}项"
    figure = Figure("从略", Decimal(len(sources)), "项", "exact", text, sources)
    folded = Item(FOLDED, Passage(("另有", 0, "从略。"), (figure,)))
    return replace(section, items=(*(other for other in kept if other is not before), folded))


def _item_by_item(document: Document, change: Callable[[Item], Item]) -> Iterator[Document]:
    """Change one item after another: those without figures first, and late ones before early ones."""
    places = sorted(
        (len(item.figures), -at, place)
        for place, section in enumerate(document.sections)
        for at, item in enumerate(section.items)
    )
    for _, late, place in places:
        section = document.sections[place]
        if section.kind == FOLLOW_UP:
            continue  # what became of a promise is the point of this part
        items = list(section.items)
        items[-late] = change(items[-late])
        document = _with_section(document, place, replace(section, items=tuple(items)))
        yield document


def _figure_sentences(item: Item) -> Item:
    if not item.figures:
        return item
    bearing = [runs for runs in _sentences(item.passage) if any(isinstance(run, int) for run in runs)]
    return replace(item, passage=_kept(item.passage, bearing))


def _first_sentence(item: Item) -> Item:
    return item if item.figures else replace(item, passage=_kept(item.passage, _sentences(item.passage)[:1]))


def _title_only(item: Item) -> Item:
    children = tuple(child if child.figures else replace(child, passage=Passage()) for child in item.children)
    return replace(item, passage=item.passage if item.figures else Passage(), children=children)


def _counted_children(item: Item) -> Item:
    return replace(item, children=tuple(child for child in item.children if child.figures))


def _with_section(document: Document, place: int, section: Section) -> Document:
    sections = (*document.sections[:place], section, *document.sections[place + 1 :])
    return replace(document, sections=sections)


def _sentences(passage: Passage) -> list[list[str | int]]:
    """The runs of a passage, cut where a sentence ends."""
    sentences: list[list[str | int]] = [[]]
    for run in passage.runs:
        if isinstance(run, int):
            sentences[-1].append(run)
            continue
        for piece in _SENTENCE.findall(run):
            sentences[-1].append(piece)
            if piece[-1] in "。！？\n":
                sentences.append([])
    return [sentence for sentence in sentences if sentence]


def _kept(passage: Passage, sentences: list[list[str | int]]) -> Passage:
    """The passage of some of its sentences, its figures numbered anew."""
    figures: list = []
    runs: list[str | int] = []
    for run in (run for sentence in sentences for run in sentence):
        if isinstance(run, int):
            figures.append(passage.figures[run])
            run = len(figures) - 1
        runs.append(run)
    if runs and isinstance(runs[-1], str):
        runs[-1] = runs[-1].rstrip("\n")
    return Passage(tuple(runs), tuple(figures))


STEPS = (_to_figures, _to_first_sentences, _to_short_opening, _to_titles, _to_headings_of_plan, _folded)
