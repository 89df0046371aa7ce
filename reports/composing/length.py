"""A shorter version of a report: the same records in at most so many characters.

Nothing is invented and no sentence is cut on the way. First less is told of each
item, then items of one campaign are told together, at last a section is one
sentence made from totals and the titles that matter most. What staff wrote as a
part of its own stays whole.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from reports.composing.gathering import MEASURES, Most, records_together, told_together
from reports.composing.prose.follow_up import says_no_more
from reports.composing.sentences import kept, sentences_of
from reports.document import Document, Item, Passage, Section
from reports.exporters.text import render

RECORDS, PLAN, FOLLOW_UP, WRITTEN = "records", "plan", "follow_up", "written"

Campaigns = Mapping[int, list[str]]  # of an activity, by its id
Change = Callable[[Item], Item]
Step = Callable[[Document, Campaigns], Iterator[Document]]

# What a section told in one sentence still tells: less and less, the totals longest.
CAPS = (
    Most(),
    Most(5, 8),
    Most(4, 6),
    HONOURS_ALONE := Most(3, 4),  # from here on the opening tells no more than the honours received
    Most(2, 3),
    Most(1, 2),
    Most(0, 2),
    Most(0, 1),
    Most(0, 0),
)


class TooShort(ValueError):
    """Not even a sentence for each part fits into that many characters."""


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


def shortened(document: Document, most: int, campaigns: Campaigns | None = None) -> Document:
    """The report in at most ``most`` characters, however they are counted; itself where it fits already.

    Raises TooShort, saying how many characters are needed at least.
    """
    fewest = typed_characters(document)
    if fewest <= most:
        return document
    richer = [document]
    for smaller in _smaller(document, campaigns or {}):
        if (length := typed_characters(smaller)) <= most:
            return _filled(smaller, richer, most)
        richer.append(smaller)
        fewest = min(fewest, length)
    raise TooShort(f"{most}个字写不下这份总结，至少需要{fewest}个字{_kept_whole(document)}。")


def _filled(document: Document, richer: list[Document], most: int) -> Document:
    """What room is left goes to the sections that matter most, each told as fully as fits."""
    for place in reversed(_least_first(richer[0])):
        versions = (_with_section(document, place, earlier.sections[place]) for earlier in richer)
        document = next((one for one in versions if typed_characters(one) <= most), document)
    versions = (replace(document, opening=earlier.opening) for earlier in richer)
    return next((one for one in versions if typed_characters(one) <= most), document)


def _kept_whole(document: Document) -> str:
    """Names what staff wrote as parts of their own, for those are never shortened."""
    lengths = [
        f"“{section.heading}”{sum(len(item.title + item.text) for item in section.items)}字"
        for section in document.sections
        if section.kind == WRITTEN
    ]
    return f"，其中照原文保留的有{'、'.join(lengths)}" if lengths else ""


def _smaller(full: Document, campaigns: Campaigns) -> Iterator[Document]:
    """Smaller and smaller reports, each giving up more than the one before."""
    document = full
    for step in STEPS:
        for smaller in step(document, campaigns):
            document = smaller
            yield document
    document = replace(document, opening=_opening(full))
    yield document
    for most in CAPS:
        for place in _least_first(full):
            document = _with_section(document, place, told_together(full, full.sections[place], most))
            yield document
        if most == HONOURS_ALONE and full.opening_sources:
            document = replace(document, opening=_honours(full))
            yield document


def _opening(document: Document) -> Passage:
    """The first sentence of the opening, and what tells of honours received."""
    first, *others = sentences_of(document.opening) or [[]]
    telling = [runs for runs in others if _tells_honours(kept(document.opening, [runs]), document)]
    return kept(document.opening, [first, *telling])


def _tells_honours(sentence: Passage, document: Document) -> bool:
    """Of the committee, or of others."""
    rests_on = (source.type for figure in sentence.figures for source in figure.sources)
    of_committee = any(source.text in sentence.text for source in document.opening_sources)
    return of_committee or "honorreceived" in rests_on


def _honours(document: Document) -> Passage:
    honours = "、".join(source.text for source in document.opening_sources)
    return Passage((f"{document.signature}荣获{honours}。",))


def _item_by_item(change: Change) -> Step:
    """Changes one item of the records after another: those without figures first, late before early ones."""

    def step(document: Document, campaigns: Campaigns) -> Iterator[Document]:
        places = sorted(
            (len(item.figures), -at, place)
            for place, section in enumerate(document.sections)
            for at, item in enumerate(section.items)
            if section.kind == RECORDS
        )
        for _, late, place in places:
            section = document.sections[place]
            items = list(section.items)
            items[-late] = change(items[-late])
            document = _with_section(document, place, replace(section, items=tuple(items)))
            yield document

    return step


def _whole(kind: str, change: Change) -> Step:
    """Changes the plan or the follow-up, all its items at once, so that they stay alike."""

    def step(document: Document, campaigns: Campaigns) -> Iterator[Document]:
        for place, section in enumerate(document.sections):
            if section.kind == kind:
                items = tuple(change(item) for item in section.items)
                document = _with_section(document, place, replace(section, items=items))
                yield document

    return step


def _by_campaign(document: Document, campaigns: Campaigns) -> Iterator[Document]:
    """Items of a section that belong to one campaign become one item under its name."""
    for place, section in enumerate(document.sections):
        belong = [_campaigns_of(item, campaigns) for item in section.items] if section.kind == RECORDS else []
        gathered: set[str] = set()
        for name, _ in Counter(name for names in belong for name in names).most_common():
            alike = [
                item
                for item in section.items
                if name in _campaigns_of(item, campaigns) and item.title not in gathered
            ]
            if len(alike) > 1:
                section = _with_campaign(document, section, name, alike)
                gathered.add(name)
                document = _with_section(document, place, section)
                yield document


def _campaigns_of(item: Item, campaigns: Campaigns) -> list[str]:
    """The campaigns of the record that gives the item its title."""
    first = next(iter(item.sources), None)
    return campaigns.get(first.id, []) if first and first.type == "activity" else []


def _with_campaign(document: Document, section: Section, name: str, alike: list[Item]) -> Section:
    sources = tuple(source for item in alike for source in item.sources)
    together = Item(name, records_together(document, alike, Most()), sources=sources)
    others = [together if item is alike[0] else item for item in section.items]
    return replace(section, items=tuple(item for item in others if item not in alike[1:]))


def _least_first(document: Document) -> list[int]:
    """The places of the sections that may be told in a sentence, those with few figures before others."""
    ranks = {FOLLOW_UP: 0, PLAN: 1, RECORDS: 2}
    found = [
        (ranks[section.kind], sum(len(item.figures) for item in section.items), -place)
        for place, section in enumerate(document.sections)
        if section.kind in ranks
    ]
    return [-late for _, _, late in sorted(found)]


def _first_sentence(item: Item) -> Item:
    if item.figures:
        return item
    return replace(item, passage=kept(item.passage, sentences_of(item.passage)[:1]))


def _figure_sentences(item: Item) -> Item:
    if not item.figures:
        return item
    bearing = [runs for runs in sentences_of(item.passage) if any(isinstance(run, int) for run in runs)]
    return replace(item, passage=kept(item.passage, bearing))


def _headings_alone(item: Item) -> Item:
    """A heading of the plan without its remark; its commitments without who and until when."""
    children = tuple(child if child.figures else replace(child, passage=Passage()) for child in item.children)
    return replace(item, passage=Passage(), children=children)


def _standing_alone(item: Item) -> Item:
    """Of what became of a commitment where it stands, why, and how far; not by which records."""
    return replace(item, children=tuple(_standing(child) for child in item.children))


def _standing(commitment: Item) -> Item:
    passage = commitment.passage
    clauses: list[list[str | int]] = [[]]
    for run in passage.runs[1:-1]:  # without the brackets
        if run == "；":
            clauses.append([])
        else:
            clauses[-1].append(run)
    told = [clause for clause in clauses[1:] if _measures(passage, clause)]
    runs = [run for clause in told for run in ("；", *clause)]
    if not passage.runs:
        return commitment
    return replace(commitment, passage=kept(passage, [["（", *clauses[0], *runs, "）"]]))


def _measures(passage: Passage, clause: list[str | int]) -> bool:
    return any(isinstance(run, int) and passage.figures[run].label in MEASURES for run in clause)


def _with_counts(item: Item, is_counted: Callable[[list[str | int]], bool]) -> Item:
    """Of the sentences of a paragraph that are chosen no more than how many: 尚未启动2项。"""
    sentences: list[list[str | int]] = []
    for sentence in sentences_of(item.passage):
        counted = [*sentence[:2], "。"] if len(sentence) > 2 and is_counted(sentence) else sentence
        if sentences and counted[2:] == sentences[-1][2:] == ["。"]:
            sentences[-1] = [*sentences[-1][:2], "，"]
        sentences.append(counted)
    return replace(item, passage=kept(item.passage, sentences))


def _told_alone(item: Item) -> Item:
    """Of what became of commitments what has a record, a reason or a measure; the rest is counted."""
    if not item.children:
        return _with_counts(item, says_no_more)
    told = (child for child in item.children if child.sources or child.figures or "理由" in child.text)
    return replace(item, children=tuple(told))


def _measured_alone(item: Item) -> Item:
    """Of the commitments under a heading those with a target."""
    if not item.children and item.figures:
        return _with_counts(item, lambda sentence: not _measures(item.passage, sentence))
    measured = (child for child in item.children if any(figure.label in MEASURES for figure in child.figures))
    return replace(item, children=tuple(measured))


def _with_section(document: Document, place: int, section: Section) -> Document:
    sections = (*document.sections[:place], section, *document.sections[place + 1 :])
    return replace(document, sections=sections)


STEPS: tuple[Step, ...] = (
    _item_by_item(_first_sentence),
    _whole(PLAN, _headings_alone),
    _whole(FOLLOW_UP, _standing_alone),
    _whole(FOLLOW_UP, _told_alone),
    _item_by_item(_figure_sentences),
    _by_campaign,
    _whole(FOLLOW_UP, _measured_alone),
    _whole(PLAN, _measured_alone),
)
