"""The report as the parts of an official document in reading order, the same for Word and PDF."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, pairwise

from reports.document import Document, Figure, Item, Passage, Source
from reports.exporters import marks, official
from reports.exporters.titles import balanced_lines, width

NOTE, RED_HEAD, NUMBER, TITLE = "note", "red_head", "number", "title"
HEADINGS = ("heading_1", "heading_2", "heading_3")
BODY, ANNEX_MENTION, SIGNATURE, DATE = "body", "annex_mention", "signature", "date"

NOT_ISSUED = "（未签发，仅供审阅）"
ANNEX_TITLE = "数据与来源"
MOST_SOURCES = 10  # named for one figure; the page of the report names them all
CUT_NOTE = f"来源多于{MOST_SOURCES}项的，本表只列前{MOST_SOURCES}项；网上的本总结列出全部来源。"
WITHHELD_NOTE = f"标有“{Source.WITHHELD}”的，签发的原件写有名称，其记录现已不再公开，本文件不再写出。"
LONGEST_WHOLE_ROW = 10  # lines; a longer row of the table may be split between pages


@dataclass(frozen=True)
class Part:
    """One paragraph: what it is, and its text; ``lines`` where the breaks are ours."""

    style: str
    text: str
    lines: tuple[str, ...] = ()
    mark: str = ""  # the bookmark that names what it tells, shared by the paragraphs of one text
    label: str = ""  # the number that the text begins with, which comes from position
    figures: tuple[tuple[int, int, str], ...] = ()  # from where to where a figure stands, and its bookmark

    @property
    def name(self) -> str:
        """Its bookmark; what stands around the items is named by what it is."""
        return self.mark or marks.mark(marks.FRAME, self.style)

    @property
    def words(self) -> str:
        """The text without its number."""
        return self.text[len(self.label) :]


@dataclass(frozen=True)
class Row:
    """A line of the annex's table."""

    cells: tuple[str, ...]

    @property
    def is_long(self) -> bool:
        """Too long to ask that it stay on one page."""
        widths = official.TABLE_WIDTHS_MM
        return any(
            width(cell) * official.TABLE_PT
            > LONGEST_WHOLE_ROW * (mm - 2 * official.TABLE_PADDING_MM) / 25.4 * 72
            for cell, mm in zip(self.cells, widths, strict=True)
        )


@dataclass(frozen=True)
class Seats:
    """How many characters from the left signature and date begin, or the strip in which both are centred."""

    signature: float
    date: float
    are_centred: bool


def clean(text: str) -> str:
    """One line without what no document may hold: control, direction and joining characters."""
    return _printable(text).strip()


def parts(document: Document) -> list[Part]:
    """Everything before the annex."""
    laid = _head(document) + _paragraphs(document.opening, marks.OPENING)
    taken: set[str] = set()
    for place, (label, section, items) in enumerate(document.outline, 1):
        key = marks.key_of_section(section, place)
        mark = marks.mark(marks.HEADING, key)
        laid.append(Part(HEADINGS[0], label + clean(section.heading), mark=mark, label=label))
        for at, (number, item) in enumerate(items, 1):
            laid += _item(document, number, item, marks.key_of(item, f"{key}-{at}", taken))
    return laid + _foot(document)


def texts(laid: list[Part]) -> list[tuple[str, list[Part]]]:
    """The parts by the text that they tell together, each under its bookmark; no two share one."""
    seen: Counter[str] = Counter()
    found = []
    for name, told in groupby(laid, key=lambda part: part.name):
        seen[name] += 1
        found.append((name if seen[name] == 1 else f"{name}_{seen[name]}", list(told)))
    return found


def annex_rows(document: Document) -> list[Row]:
    """Every figure of the report with where it stands and what it rests on."""
    return [
        Row((str(place), clean(where), clean(figure.label), clean(figure.text), _sources(figure)))
        for place, (where, figure) in enumerate(document.placed_figures(), 1)
    ]


def annex_note(document: Document) -> str:
    """What to say under the table: that lists of sources were cut, that names are held back, or nothing."""
    figures = document.figures()
    is_cut = any(len(figure.sources) > MOST_SOURCES for figure in figures)
    labels = {source.label for figure in figures for source in figure.sources[:MOST_SOURCES]}
    notes = (CUT_NOTE if is_cut else "") + (WITHHELD_NOTE if Source.WITHHELD in labels else "")
    return f"注：{notes}" if notes else ""


def written(day: date) -> str:
    """A date as 7.3.5.4 has it: Arabic numerals, no leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"


def dated(document: Document) -> date:
    """The day that a file of the report bears, so that the same report makes the same file."""
    return document.signed_on or document.as_of


def kept_with_next(laid: list[Part]) -> set[int]:
    """The places of the headings, each of which opens what follows, and of the last paragraph of the text.

    That one keeps signature and annex company (7.3.5.5). A heading followed by its like is an item of its
    own: a plan of headings alone would else move to the next page as one block.
    """
    foot = (ANNEX_MENTION, SIGNATURE, DATE)
    last = max(place for place, part in enumerate(laid) if part.style not in foot)
    opening = {place for place, (one, after) in enumerate(pairwise(laid)) if _opens(one, after)}
    return opening | {last}


def _opens(part: Part, after: Part) -> bool:
    """Whether the part heads the one after it: text, or a heading below its own level."""
    levels = {heading: level for level, heading in enumerate(HEADINGS)} | {BODY: len(HEADINGS)}
    return part.style in HEADINGS[:2] and levels.get(after.style, 0) > levels[part.style]


def seats(laid: list[Part]) -> Seats:
    """Where signature and date stand: under a red head with room for its seal, else without one."""
    day = max((width(part.text) for part in laid if part.style == DATE), default=0)
    name = max((width(line) for part in laid if part.style == SIGNATURE for line in part.lines), default=0)
    if any(part.style == RED_HEAD for part in laid):
        # A date of its usual width ends four characters from the edge; a wider name pushes it inward.
        strip = max((day or name) + 2 * official.DATE_RIGHT_CHARACTERS, name + 1)
        return Seats(official.CHARACTERS - strip, official.CHARACTERS - strip, are_centred=True)
    step = official.UNSEALED_DATE_CHARACTERS
    # The longer of the two ends two characters from the edge.
    wide = day + step if day > name else name
    left = official.CHARACTERS - official.UNSEALED_RIGHT_CHARACTERS - wide
    return Seats(left, left + step, are_centred=False)


def _head(document: Document) -> list[Part]:
    head = [] if document.is_issued else [Part(NOTE, NOT_ISSUED)]
    if document.red_head:
        head += [Part(RED_HEAD, clean(document.red_head)), Part(NUMBER, clean(document.document_number))]
    title = clean(document.title)
    return [*head, Part(TITLE, title, tuple(balanced_lines(title, official.TITLE_CHARACTERS)))]


def _item(document: Document, number: str, item: Item, key: str) -> list[Part]:
    title, text = marks.mark(marks.TITLE, key), marks.mark(marks.TEXT, key)
    laid = [Part(HEADINGS[1], number + clean(item.title), mark=title, label=number)] if item.title else []
    laid += _paragraphs(item.passage, text)
    for position, child in enumerate(item.children, 1):
        mark = marks.mark(marks.TEXT, child.key or f"{key}-{position}")
        label = document.child_label(position)
        first, *rest = _paragraphs(child.passage, mark) or [Part(BODY, "", mark=mark)]
        laid += [_led(first, label, clean(child.title)), *rest]
    return laid


def _foot(document: Document) -> list[Part]:
    foot = [Part(ANNEX_MENTION, f"附件：{ANNEX_TITLE}")] if document.figures() else []
    if document.signature:
        name = clean(document.signature)
        foot.append(Part(SIGNATURE, name, tuple(balanced_lines(name, official.SIGNATURE_CHARACTERS))))
    if document.signed_on:
        foot.append(Part(DATE, written(document.signed_on)))
    return foot


def _led(part: Part, label: str, title: str) -> Part:
    """The paragraph behind its number and a title, as the third level has it."""
    before = len(label + title)
    figures = tuple((start + before, end + before, mark) for start, end, mark in part.figures)
    text = label + title + part.text
    return replace(part, style=HEADINGS[2], text=text, label=label, figures=figures)


def _paragraphs(passage: Passage, mark: str) -> list[Part]:
    """The paragraphs of a passage, all of one mark; those without a printable character are passed over."""
    laid = (_paragraph(pieces, mark) for pieces in passage.paragraphs)
    return [part for part in laid if part.text]


def _paragraph(pieces: list[tuple[str, Figure | None]], mark: str) -> Part:
    text, figures = "", []
    for words, figure in pieces:
        printed = _printable(words)
        printed = printed.lstrip() if not text or text.endswith(" ") else printed
        if figure and printed.strip():
            figures.append((len(text), len(text + printed), marks.mark_of_figure(mark, figure.label)))
        text += printed
    return Part(BODY, text.rstrip(), mark=mark, figures=tuple(figures))


def _printable(text: str) -> str:
    text = re.sub(r"\s+", " ", text)
    text = re.sub("[\ud800-\udfff\ufffe\uffff]", "\ufffd", text)
    return "".join(char for char in text if unicodedata.category(char) not in ("Cc", "Cf"))


def _sources(figure: Figure) -> str:
    named = [_source(figure, source) for source in figure.sources[:MOST_SOURCES]]
    more = f"等{len(figure.sources)}项" if len(figure.sources) > MOST_SOURCES else ""
    return "；".join(named) + more


def _source(figure: Figure, source: Source) -> str:
    """A source and its part in a sum, where that says more than "one of these"."""
    says_more = len(figure.sources) > 1 and source.text not in ("", f"1{figure.unit}")
    return clean(f"{source.label}（{source.text}）" if says_more else source.label)
