"""A half-year report as one plain value: Document → Section → Item → Figure → Source.

Everything that prints a report (page, text, Word, PDF) reads this and nothing
else; issuing freezes it as JSON. A passage holds its figures by position among
its words, so a text and its numbers have one origin and cannot disagree.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import ClassVar

import counting
from reports.document import numbering
from reports.document.formalities import NONE, Formalities

_N = r"\d[\d.,，]*[百千万亿]?[余多]?[万亿]?"
_NUMBER = re.compile(rf"(?:[近约]|不足)?{_N}(?:[至—~-]{{1,2}}{_N})?(?=\D*$)")  # without its unit

FORMAT = 1  # raised when the JSON changes so that an older reader would misread it


@dataclass(frozen=True)
class Source:
    """A record that a figure rests on, named so that it reads well after the record is gone."""

    type: str
    id: int
    label: str
    url: str  # from the root of the site; empty when the record has no page of its own
    text: str = ""  # what this record contributes, in its own wording: 70余人
    figure_id: int | None = None  # the record's own figure, where it is one of several

    WITHHELD: ClassVar[str] = "来源已不再公开"

    def as_withheld(self) -> "Source":
        """What readers are told of it once its record is public no longer: its part in the number alone."""
        return Source(self.type, 0, self.WITHHELD, "", self.text)


@dataclass(frozen=True)
class Figure:
    """A number together with the records it rests on."""

    label: str
    value: Decimal
    unit: str
    precision: str  # "exact" | "at_least" | "about" | "below" | "range"
    text: str
    sources: tuple[Source, ...]
    high: Decimal | None = None  # the upper end of a range
    exact: Decimal | None = None  # what its parts add up to, where it is told less finely
    as_of: str = ""  # of a total that is a level, not a sum: its day, 5月底
    made_of: tuple[Source, ...] = ()  # of a rate: its numerator and its denominator, where they are on record

    @property
    def grain(self) -> Decimal:
        return counting.Count(self.value, self.unit, self.precision, self.high).grain

    @property
    def records(self) -> tuple[Source, ...]:
        """All that it rests on: its sources, and what it is made of."""
        return (*self.sources, *self.made_of)

    @property
    def formula(self) -> str:
        """How it came about: 2+10+74=86, 由1200与2000算出; empty for a count of records, or what one says."""
        if self.made_of:
            numbers = [_NUMBER.search(source.text) for source in self.made_of]
            return f"由{'与'.join(number[0] for number in numbers)}算出" if all(numbers) else ""
        parts = [_NUMBER.match(source.text) for source in self.sources]
        total = _NUMBER.match(self.text)
        if len(parts) < 2 or not total:
            return ""
        is_told = all(parts) and {part[0] for part in parts} != {"1"}
        added = "+".join(part[0] for part in parts) if is_told else ""
        if self.exact is not None:
            return f"{added or '合计'}={counting.plain(self.exact)}，取整为{total[0]}"
        return f"{added}={total[0]}" if added else ""


@dataclass(frozen=True)
class Passage:
    """Words and figures in reading order: a run is a text, or the index of a figure."""

    runs: tuple[str | int, ...] = ()
    figures: tuple[Figure, ...] = ()

    @property
    def text(self) -> str:
        return "".join(run if isinstance(run, str) else self.figures[run].text for run in self.runs)

    @property
    def paragraphs(self) -> list[list[tuple[str, Figure | None]]]:
        """The passage cut at line breaks, each paragraph a list of (text, its figure or None)."""
        paragraphs: list[list[tuple[str, Figure | None]]] = [[]]
        for run in self.runs:
            if isinstance(run, int):
                paragraphs[-1].append((self.figures[run].text, self.figures[run]))
                continue
            first, *rest = run.split("\n")
            paragraphs[-1].append((first, None))
            paragraphs.extend([(line, None)] for line in rest)
        return [kept for part in paragraphs if (kept := [piece for piece in part if piece[0].strip()])]


@dataclass(frozen=True)
class Item:
    """A numbered item; the commitments of a plan item are its children.

    An item without a title is a paragraph beneath the heading of its section, and bears no number.
    """

    title: str
    passage: Passage = Passage()
    children: tuple["Item", ...] = ()
    sources: tuple[Source, ...] = ()  # the records that the item tells of
    key: str = field(default="", compare=False)  # by which the desk knows it; not part of what is issued

    @property
    def text(self) -> str:
        return self.passage.text

    @property
    def figures(self) -> tuple[Figure, ...]:
        return self.passage.figures


@dataclass(frozen=True)
class Section:
    """A numbered part; ``heading`` stands without its number, which comes from position alone."""

    heading: str
    kind: str  # "records" | "plan" | "follow_up" | "written"
    items: tuple[Item, ...]
    is_table: bool = False  # the children of its items are rows of a table
    lead: Item | None = None  # a paragraph before the items, which is none of them
    key: str = field(default="", compare=False)  # as an item's


@dataclass(frozen=True)
class Half:
    """A half of the year that a report tells of, with the totals of what fell in it."""

    name: str  # 2020年上半年
    totals: tuple[Figure, ...]


@dataclass(frozen=True)
class Sum:
    """Where a page lists the records of a figure that rests on several; ``place`` is empty for a total."""

    anchor: str
    place: str = ""


@dataclass(frozen=True)
class Document:
    """A report of the days from ``start`` to ``end``, telling what was known on ``as_of``."""

    slug: str
    title: str
    start: date
    end: date
    as_of: date
    state: str
    opening: Passage
    sections: tuple[Section, ...]
    signature: str = ""
    signed_on: date | None = None
    totals: tuple[Figure, ...] = ()
    halves: tuple[Half, ...] = ()  # of a whole year, else none
    opening_sources: tuple[Source, ...] = ()
    levels: str = numbering.ARABIC
    red_head: str = ""  # 发文机关标志 of the printed document; empty for one without a red head
    document_number: str = ""  # 发文字号: 西团〔2020〕5号
    formalities: Formalities = NONE
    format: int = field(default=FORMAT)

    def __hash__(self):
        return self._hash

    @cached_property
    def _hash(self) -> int:
        """Found once: what was found out about a document is looked up by it, and it is large."""
        return hash((self.slug, self.title, self.opening, self.sections, self.totals))

    @property
    def status(self) -> str:
        return "issued" if self.state == "issued" else "draft"

    @property
    def is_issued(self) -> bool:
        return self.status == "issued"

    @property
    def outline(self) -> list[tuple[str, Section, list[tuple[str, Item]]]]:
        """(label, section, [(label, item), …]) for each section: 一、 and 1. as they print."""
        return [
            (
                numbering.label(self.levels, 1, place),
                section,
                [
                    *([("", section.lead)] if section.lead else []),
                    *(
                        (numbering.label(self.levels, 2, at) if item.title else "", item)
                        for at, item in enumerate(section.items, 1)
                    ),
                ],
            )
            for place, section in enumerate(self.sections, 1)
        ]

    @cached_property
    def sums(self) -> dict[Figure, Sum]:
        """The totals, then every other figure of several records, with where the page lists them."""
        found = {figure: Sum(f"total-{figure.label}") for figure in self.totals}
        for place, figure in self.placed_figures():
            if len(figure.records) > 1 and figure not in found:
                found[figure] = Sum(f"sum-{len(found) + 1}", place)
        return found

    def child_label(self, position: int) -> str:
        """The printed number of the ``position``-th child of an item: (1), or 1."""
        return numbering.label(self.levels, 3, position)

    def figures(self) -> list[Figure]:
        """Every figure in reading order, the totals last."""
        return [figure for _, figure in self.placed_figures()]

    def placed_figures(self) -> list[tuple[str, Figure]]:
        """(where it stands, the figure) for each: 开头, 一、1.应急志愿服务, 合计."""
        found = [("开头", figure) for figure in self.opening.figures]
        for label, section, items in self.outline:
            for number, item in items:
                place = f"{label}{number}{item.title or section.heading}"
                found += [(place, figure) for part in (item, *item.children) for figure in part.figures]
        for half in self.halves:
            found += [(f"{half.name}合计", figure) for figure in half.totals]
        return found + [("合计", figure) for figure in self.totals]

    @property
    def has_levels(self) -> bool:
        """Whether some of its totals are no sums."""
        return any(figure.as_of for figure in self.totals)

    @property
    def half_rows(self) -> list[tuple[str, list[Figure | None]]]:
        """The halves side by side: (what is counted, its figure in each half and in the year)."""
        columns = [{figure.label: figure for figure in half.totals} for half in self.halves]
        columns.append({figure.label: figure for figure in self.totals})
        labels = dict.fromkeys(figure.label for figure in self.totals)
        return [(label, [column.get(label) for column in columns]) for label in labels if self.halves]
