"""The report as the parts of an official document in reading order, the same for Word and PDF."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, pairwise

from reports.document import Document, Figure, Item, Passage
from reports.exporters import marks, official
from reports.exporters.annex import annex_of
from reports.exporters.cleaning import clean, printable
from reports.exporters.titles import balanced_lines, width

NOTE, RED_HEAD, NUMBER, TITLE = "note", "red_head", "number", "title"
COPY_NUMBER, SECRECY, URGENCY, SIGNERS = "copy_number", "secrecy", "urgency", "signers"
ADDRESSEES, COPIED_TO, PRINTED = "addressees", "copied_to", "printed"
IMPRINT = (COPIED_TO, PRINTED)
ABOVE_RED_HEAD = (NOTE, COPY_NUMBER, SECRECY, URGENCY)
HEADINGS = ("heading_1", "heading_2", "heading_3")
TABLE_ROW = "table_row"  # of the table of a follow-up; rows that follow each other are one table
IN_TABLES = (*IMPRINT, TABLE_ROW)
BODY, ANNEX_MENTION, SIGNATURE, DATE = "body", "annex_mention", "signature", "date"

NOT_ISSUED = "（未签发，仅供审阅）"
SIGNED_BY, COPIED_TO_MARK = "签发人：", "抄送："


@dataclass(frozen=True)
class Part:
    """One paragraph: what it is, and its text.

    ``lines`` where the breaks are ours, ``columns`` where one line has a left and a right part.
    """

    style: str
    text: str
    lines: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
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
class Seats:
    """How many characters from the left signature and date begin, or the strip in which both are centred."""

    signature: float
    date: float
    are_centred: bool


def parts(document: Document) -> list[Part]:
    """Everything before the annex."""
    laid = _head(document) + _paragraphs(document.opening, marks.OPENING)
    taken: set[str] = set()
    for place, (label, section, items) in enumerate(document.outline, 1):
        key = marks.key_of_section(section, place)
        mark = marks.mark(marks.HEADING, key)
        laid.append(Part(HEADINGS[0], label + clean(section.heading), mark=mark, label=label))
        for at, (number, item) in enumerate(items, 1):
            child = _row if section.is_table else _child
            laid += _item(document, number, item, (marks.key_of(section, item, f"{key}-{at}", taken), child))
    return laid + _foot(document) + _imprint(document)


def texts(laid: list[Part]) -> list[tuple[str, list[Part]]]:
    """The parts by the text that they tell together, each under its bookmark; no two share one."""
    seen: Counter[str] = Counter()
    found = []
    for name, told in groupby(laid, key=lambda part: part.name):
        seen[name] += 1
        found.append((name if seen[name] == 1 else f"{name}_{seen[name]}", list(told)))
    return found


def table_rows(document: Document) -> list[tuple[str, ...]]:
    """What stands in the tables of the Word file but their heads: follow-ups, the annex, 版记."""
    followed_up = [part.columns for part in parts(document) if part.style == TABLE_ROW]
    imprint = [(part.text,) for part in _imprint(document)]
    return [*followed_up, *(row.cells for row in annex_of(document).rows), *imprint]


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
    foot = (ANNEX_MENTION, SIGNATURE, DATE, *IMPRINT)
    last = max(place for place, part in enumerate(laid) if part.style not in foot)
    opening = {place for place, (one, after) in enumerate(pairwise(laid)) if _opens(one, after)}
    return opening | {last}


def title_lines_before(laid: list[Part]) -> int:
    """Two lines under the red rule, one under what stands alone at the top left."""
    styles = {part.style for part in laid}
    if RED_HEAD in styles:
        return official.TITLE_LINES_BEFORE
    return official.MARK_LINES_AFTER if styles & {COPY_NUMBER, SECRECY, URGENCY} else 0


def first_of_number(laid: list[Part]) -> int | None:
    """The place of the first line under the red head: of who signed, or the number itself."""
    return next((place for place, part in enumerate(laid) if part.style in (SIGNERS, NUMBER)), None)


def signers_seat(laid: list[Part]) -> float:
    """How many characters from the left the names of who signed begin; the longest line ends one short."""
    named = [part.columns[1] for part in laid if part.style in (SIGNERS, NUMBER) and part.columns]
    widest = max(map(width, named), default=0)
    return official.CHARACTERS - official.SIGNER_RIGHT_CHARACTERS - widest


def _opens(part: Part, after: Part) -> bool:
    """Whether the part heads the one after it: text, a table, or a heading below its own level."""
    if after.style == TABLE_ROW:
        return part.style != TABLE_ROW
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
    told = document.formalities
    head = [] if document.is_issued else [Part(NOTE, NOT_ISSUED)]
    marks_of = ((COPY_NUMBER, told.copy_number), (SECRECY, told.classification), (URGENCY, told.urgency))
    head += [Part(style, clean(text)) for style, text in marks_of if text]
    if document.red_head:
        head += [Part(RED_HEAD, clean(document.red_head)), *_number(document)]
    title = clean(document.title)
    head.append(Part(TITLE, title, tuple(balanced_lines(title, official.TITLE_CHARACTERS))))
    return [*head, Part(ADDRESSEES, f"{clean(told.addressees)}：")] if told.addressees else head


def _number(document: Document) -> list[Part]:
    """The document's number; at its right the names of who signed, the last of them in its line (7.2.6)."""
    number, names = clean(document.document_number), [clean(name) for name in document.formalities.signers]
    if not names:
        return [Part(NUMBER, number)]
    widest = max(map(len, names))
    padded = [name.ljust(widest, "\u3000") for name in names]
    step = official.SIGNERS_A_LINE
    lines = ["\u3000".join(padded[at : at + step]).rstrip() for at in range(0, len(padded), step)]
    first, *rest = lines
    lines = [SIGNED_BY + first, *("\u3000" * len(SIGNED_BY) + line for line in rest)]
    before = [Part(SIGNERS, clean(line), columns=("", line)) for line in lines[:-1]]
    return [*before, Part(NUMBER, clean(f"{number} {lines[-1]}"), columns=(number, lines[-1]))]


def _item(document: Document, number: str, item: Item, told: tuple[str, Callable]) -> list[Part]:
    key, child_told = told
    title, text = marks.mark(marks.TITLE, key), marks.mark(marks.TEXT, key)
    laid = [Part(HEADINGS[1], number + clean(item.title), mark=title, label=number)] if item.title else []
    laid += _paragraphs(item.passage, text)
    for position, child in enumerate(item.children, 1):
        mark = marks.mark(marks.TEXT, child.key or f"{key}-{position}")
        laid += child_told(document.child_label(position), child, mark)
    return laid


def _child(label: str, child: Item, mark: str) -> list[Part]:
    first, *rest = _paragraphs(child.passage, mark) or [Part(BODY, "", mark=mark)]
    return [_led(first, label, clean(child.title)), *rest]


def _row(label: str, child: Item, mark: str) -> list[Part]:
    """What was to be done, and how it stands, without the brackets that it has behind a title."""
    cells = clean(child.title), clean(child.text).removeprefix("（").removesuffix("）")
    return [Part(TABLE_ROW, " ".join(cells), columns=cells, mark=mark)]


def _foot(document: Document) -> list[Part]:
    annex = annex_of(document)
    foot = [Part(ANNEX_MENTION, f"附件：{annex.title}")] if annex.rows else []
    if document.signature:
        name = clean(document.signature)
        foot.append(Part(SIGNATURE, name, tuple(balanced_lines(name, official.SIGNATURE_CHARACTERS))))
    if document.signed_on:
        foot.append(Part(DATE, written(document.signed_on)))
    return foot


def _imprint(document: Document) -> list[Part]:
    """版记: who has a copy, and who printed it when; it ends the last page, behind the annex."""
    told = document.formalities
    by, on = clean(told.printed_by), f"{written(told.printed_on)}印发" if told.printed_on else ""
    copies = f"{COPIED_TO_MARK}{clean(told.copied_to)}。"
    laid = [Part(COPIED_TO, copies)] if told.copied_to else []
    return [*laid, Part(PRINTED, clean(f"{by} {on}"), columns=(by, on))] if told.printed_by else laid


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
        printed = printable(words)
        printed = printed.lstrip() if not text or text.endswith(" ") else printed
        if figure and printed.strip():
            figures.append((len(text), len(text + printed), marks.mark_of_figure(mark, figure.label)))
        text += printed
    return Part(BODY, text.rstrip(), mark=mark, figures=tuple(figures))
