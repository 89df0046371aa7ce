"""Where the words of a PDF stand on the page: paragraphs, rows of tables, what stands in the margins.

A PDF knows no paragraphs. A line that reaches the right edge of its column goes on in the next one,
unless that is indented, numbered, set in another size or further down.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import hypot
from statistics import median

from intake.reading.joining import BEGINS
from intake.reading.lines import MARGIN, ROW, TEXT, Line

_WIDE = re.compile("[\u2e80-\uffef“”‘’—…]")
_NARROW = 0.52  # of the size of its letters, the width of a digit or a Latin letter
_BLANK = 0.25
_NEAR_EDGE = 3.5  # characters; lines that end so near to the furthest are taken for full ones
_LABEL = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}[.、．]|[①-⑳]|第[一二三四五六七八九十]{1,3}[、章条]?|[●■◆•·-])"
)
# What is never parted where a line begins: a number with its mark, a character and what clings to it.
_UNBROKEN = re.compile(r"[“‘（《【]*(?:[0-9A-Za-z.,%:/-]+|.)\s*(?:[“‘（《【]+.)?[，。、；：！？”’）》】%]*")
# Between a character and a number Word sets a little space, which is read as a blank.
_SET_APART = re.compile(
    r"(?<=[\u4e00-\u9fff]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?<![0-9]\.[0-9]) (?=[\u4e00-\u9fff])"
)
_INDENT = 3.2  # characters; the first line of a paragraph begins so much further in at most
_PAGE_NUMBER = re.compile(
    r"第?\s?[0-9]{1,3}\s?页?|[-—–]{1,2}\s?[0-9]{1,3}\s?[-—–]{1,2}|[0-9]{1,3}\s?/\s?[0-9]{1,3}"
)
_DIGITS = re.compile("[0-9一二三四五六七八九十]+")


@dataclass(frozen=True)
class Piece:
    """Words set at once: where they begin, how large, whether they lie aslant as watermarks do."""

    text: str
    left: float
    base: float
    size: float
    is_aslant: bool = False

    @property
    def right(self) -> float:
        return self.left + _width(self.text.rstrip(), self.size)


def _width(words: str, size: float) -> float:
    wide, blank = len(_WIDE.findall(words)), words.count(" ")
    return size * (wide + _BLANK * blank + _NARROW * (len(words) - wide - blank))


@dataclass(frozen=True)
class Set:
    """A line as it was set, with the column that it stands in and its page."""

    pieces: tuple[Piece, ...]
    page: int
    cells: tuple[Piece, ...] = field(default=())

    @property
    def text(self) -> str:
        return _SET_APART.sub("", "".join(piece.text for piece in self.pieces)).strip()

    @property
    def first(self) -> Piece:
        return next(piece for piece in self.pieces if piece.text.strip())

    @property
    def left(self) -> float:
        return self.first.left

    @property
    def right(self) -> float:
        return max(piece.right for piece in self.pieces if piece.text.strip())


def piece_of(text: str, matrix: list[float], text_matrix: list[float], size: float) -> Piece:
    """What pypdf hands over, at its place on the page."""
    a, b, c, d, e, f = matrix
    x, y = text_matrix[4], text_matrix[5]
    scale = hypot(text_matrix[0], text_matrix[1]) * hypot(a, b) or 1
    aslant = abs(text_matrix[1] * a + text_matrix[0] * b) > 0.1 * abs(scale)
    return Piece(text, x * a + y * c + e, x * b + y * d + f, abs(size * scale) or 1, aslant)


def lines_of(pages: list[list[Piece]]) -> list[Line]:
    """The lines of all pages as paragraphs; margins and watermarks are told as such."""
    lines = [line for at, pieces in enumerate(pages) for line in _set_lines(pieces, at)]
    slanted = [line for line in lines if line.first.is_aslant]
    if len(slanted) * 2 > len(lines):
        slanted = []
    margins = _margins([line for line in lines if line not in slanted], len(pages))
    aside = {id(line) for line in (*slanted, *margins)}
    told = [Line(line.text, kind=MARGIN) for line in lines if id(line) in aside]
    return [*told, *_paragraphs([line for line in lines if id(line) not in aside])]


def _set_lines(pieces: Iterable[Piece], page: int) -> Iterator[Set]:
    line: list[Piece] = []
    for piece in [*pieces, Piece("\n", 0, 0, 1)]:
        if "\n" in piece.text and any(one.text.strip() for one in line):
            yield Set(tuple(line), page)
        if "\n" in piece.text:
            line = []
        elif piece.text:
            line.append(piece)


def _margins(lines: list[Set], pages: int) -> list[Set]:
    """Page numbers, and the first and last lines that say the same, but for numbers, on most pages."""
    ends: dict[int, list[Set]] = {}
    for line in lines:
        ends.setdefault(line.page, []).append(line)
    edge = [one for page in ends.values() for one in (*page[:2], *page[2:][-2:])]
    told = Counter((_DIGITS.sub("0", one.text), round(one.first.base / 4)) for one in edge)
    often = max(2, pages * 0.6)
    return [
        one
        for one in edge
        if _PAGE_NUMBER.fullmatch(one.text)
        or told[_DIGITS.sub("0", one.text), round(one.first.base / 4)] >= often
    ]


def _paragraphs(lines: list[Set]) -> list[Line]:
    lines = _with_cells(lines)
    edges = _edges(lines)
    gap = median(gaps) if (gaps := [*_gaps(lines)]) else 0
    found: list[Line] = []
    for at, line in enumerate(lines):
        above = lines[at - 1] if at else None
        if line.cells:
            found.append(Line("\t".join(cell.text.strip() for cell in line.cells), kind=ROW))
        elif above and found[-1].kind == TEXT and _goes_on(above, line, edges, gap):
            found[-1] = replace(found[-1], text=found[-1].text + line.text)
        else:
            found.append(Line(line.text))
    return found


def _goes_on(above: Set, line: Set, edges: dict[int, tuple[float, float]], gap: float) -> bool:
    size = above.first.size
    low, high = edges[id(above)]
    full = (
        above.right >= high - 1.6 * size or above.right + _width(_UNBROKEN.match(line.text)[0], size) > high
    )
    if not full or (above.text[-1] in "。！？；" and above.right < high - 0.8 * size):
        return False
    if BEGINS.match(line.text) or abs(line.first.size - size) > 0.1 * size:
        return False
    down = above.first.base - line.first.base
    if gap and above.page == line.page and down > 1.4 * gap:
        return False
    if above.left > low + 0.3 * (high - low) and not _is_centred(above, low, high):
        return False  # set to the right: who signed, and when
    indented = line.left > edges[id(line)][0] + 1.2 * size
    return not indented or (_is_centred(above, low, high) and _is_centred(line, *edges[id(line)]))


def _is_centred(line: Set, low: float, high: float) -> bool:
    return abs((line.left - low) - (high - line.right)) < 1.5 * line.first.size


def _edges(lines: list[Set]) -> dict[int, tuple[float, float]]:
    """For each line the left and right edge of its column."""
    found = {}
    for page in {line.page for line in lines}:
        here = [line for line in lines if line.page == page]
        bases = _column_lefts(here)
        columns: dict[float, list[Set]] = {}
        for line in here:
            base = next((one for one in reversed(bases) if one <= line.left + line.first.size), bases[0])
            columns.setdefault(base, []).append(line)
        for base, column in columns.items():
            body = [one for one in column if one.left < base + _INDENT * one.first.size] or column
            found |= {id(one): (base, _right_edge(body)) for one in column}
    return found


def _column_lefts(lines: list[Set]) -> list[float]:
    """Where columns begin: where many lines do, an indent further in apart."""
    size = median(line.first.size for line in lines)
    told = Counter(round(line.left / size * 2) for line in lines)
    often = [left * size / 2 for left, times in told.items() if times >= max(2, len(lines) * 0.15)]
    bases: list[float] = []
    for left in sorted(often or [min(line.left for line in lines)]):
        if not bases or left - bases[-1] > _INDENT * size:
            bases.append(left)
    return bases


def _right_edge(column: list[Set]) -> float:
    """Where full lines end, widths being guessed: the middle of the ends near the furthest one."""
    furthest = max(column, key=lambda one: one.right)
    ends = [one.right for one in column if one.right > furthest.right - _NEAR_EDGE * furthest.first.size]
    return median(ends)


def _gaps(lines: list[Set]) -> Iterator[float]:
    for above, line in pairwise(lines):
        down = above.first.base - line.first.base
        if above.page == line.page and down > 0:
            yield down


def _with_cells(lines: list[Set]) -> list[Set]:
    """Lines whose words stand in columns as those of their neighbours do are rows of a table."""
    cut = [_cells(line) for line in lines]
    found = []
    for at, (line, cells) in enumerate(zip(lines, cut, strict=True)):
        near = [*cut[max(0, at - 1) : at], *cut[at + 1 : at + 2]]
        is_row = len(cells) > 1 and any(_aligned(cells, other) for other in near)
        found.append(replace(line, cells=tuple(cells)) if is_row else line)
    return found


def _cells(line: Set) -> list[Piece]:
    cells: list[Piece] = []
    for piece in line.pieces:
        if not piece.text.strip():
            continue
        last = cells[-1] if cells else None
        parted = (
            last and piece.left - last.right > 1.2 * piece.size and not _LABEL.fullmatch(last.text.strip())
        )
        if last and not parted:
            cells[-1] = replace(last, text=last.text + piece.text)
        else:
            cells.append(piece)
    return cells


def _aligned(cells: list[Piece], others: list[Piece]) -> bool:
    """At least two cells begin below one another."""
    near = sum(any(abs(one.left - other.left) < one.size for other in others) for one in cells)
    return len(others) > 1 and near >= 2
