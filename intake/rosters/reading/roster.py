"""A pasted roster as its people, or its bodies: who, of which unit, with which post; and what is no such.

Pure: knows neither Django nor records. Nothing is lost in silence: what gives nobody is among ``skipped``.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from intake.rosters.reading.cells import Cells, cells_of, parted, pieces_of, without_serial
from intake.rosters.reading.columns import Meanings, guessed, headed
from intake.rosters.reading.padding import padding_closed
from intake.rosters.reading.telling import may_be_name, told_by, unit_and_post, unstuck
from intake.rosters.reading.words import (
    COUNTED,
    HONOUR,
    IDENTITY,
    KEPT_AS_REMARK,
    MASKED,
    NAME,
    NOBODY,
    PHONE,
    POST,
    SERIAL,
    TOTAL,
    UNIT,
    UNIT_AT_END,
)
from toolkit import names

_OF_HOW_MANY = re.compile(r"[（(][0-9]{1,5}\s*(?:名|人|个)[）)]$")  # 某某团支部（5人）
LONGEST_LINE = 10_000  # characters
LONGEST_NAME = 120  # as the columns of names take it, with what stands in brackets
UNLIKE = "看起来不像姓名"
_NUMBERS = (PHONE, IDENTITY)


@dataclass(frozen=True)
class Entry:
    """One person, or body, of a roster; ``doubt`` says why it may be none."""

    line: int
    name: str
    unit: str = ""
    post: str = ""
    remarks: tuple[str, ...] = ()
    phone: str = ""
    identity: str = ""
    doubt: str = ""


@dataclass(frozen=True)
class Skipped:
    line: int
    words: str
    why: str


@dataclass
class Roster:
    entries: list[Entry] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    announced: int | None = None  # how many the text itself says there are


def read(text: str, *, of_bodies: bool = False) -> Roster:
    told = list(enumerate(text.splitlines(), 1))
    lines = [cells_of(line, number) for number, line in told if len(line) <= LONGEST_LINE]
    reading = _Reading(_guesses(lines, of_bodies), of_bodies)
    for line in lines:
        if line.words:
            reading.take(line)
    too_long = [Skipped(number, line[:40], "这一行太长") for number, line in told if len(line) > LONGEST_LINE]
    reading.roster.skipped += too_long
    if reading.lacking and reading.roster.announced is None:
        reading.roster.announced = len(reading.roster.entries) + reading.lacking
    return reading.roster


def _guesses(lines: list[Cells], of_bodies: bool) -> dict[int, Meanings]:
    """What the columns hold, by how many there are; of lines that are rows, not names beside each other."""
    by_width: dict[int, list[tuple[str, ...]]] = {}
    for line in lines:
        if len(line.cells) > 1 and not line.has_list and not _are_names(line, of_bodies):
            by_width.setdefault(len(line.cells), []).append(line.cells)
    return {width: guessed(rows, of_bodies=of_bodies) for width, rows in by_width.items()}


def _are_names(line: Cells, of_bodies: bool) -> bool:
    """Whether the cells are names beside each other; of bodies only where no serial number stands before."""
    wanted = UNIT if of_bodies else NAME
    told = Counter(told_by(cell) for cell in line.cells if cell)
    if of_bodies and line.is_row:
        return False
    return told[wanted] == told.total() and told.total() > 1


class _Reading:
    """Takes lines in order; a heading above the lines is kept in mind."""

    def __init__(self, guesses: dict[int, Meanings], of_bodies: bool):
        self.guesses, self.of_bodies = guesses, of_bodies
        self.roster = Roster()
        self.columns: Meanings | None = None
        self.unit = ""  # that the names beneath a heading belong to
        self.lacking = 0  # of 王伟、李敏等47人 forty-five
        self.listed = 0  # entries that stand before the list at hand

    def take(self, line: Cells) -> None:
        filled = [cell for cell in line.cells if cell]
        if columns := headed(line.cells, of_bodies=self.of_bodies):
            self.columns = columns
            self._skip(line, "表头")
        elif not filled or all(told_by(cell) == SERIAL for cell in filled):
            self._skip(line, "没有姓名" if not self.of_bodies else "没有名称")
        elif total := TOTAL.fullmatch(line.words.replace("\t", " ").strip()):
            self._note_announced(int(total["number"]))
            self._skip(line, "合计")
        elif len(filled) == 1 and self._is_heading(filled[0], line):
            self._skip(line, "标题")
            self.listed = len(self.roster.entries)
        else:
            found = list(self._entries(line))
            self.roster.entries += found
            if line.of_how_many is not None:
                self.lacking += line.of_how_many - (len(self.roster.entries) - self.listed)
                self.listed = len(self.roster.entries)
            if not found:
                self._skip(line, "没有读出姓名" if not self.of_bodies else "没有读出名称")

    def _skip(self, line: Cells, why: str) -> None:
        self.roster.skipped.append(Skipped(line.line, line.words.replace("\t", "  "), why))

    def _note_announced(self, number: int) -> None:
        self.roster.announced = self.roster.announced or number

    def _is_heading(self, cell: str, line: Cells) -> bool:
        """优秀共青团员（47名）, 第一中学：, 名单如下; whose unit is that of the names beneath."""
        counted = COUNTED.search(cell)
        words = (cell[: counted.start()] if counted else cell).rstrip("：: （(")
        ends = cell.endswith(("：", ":", "名单", "如下"))
        if not words and counted:
            self._note_announced(int(counted["number"]))
            return True
        if self.of_bodies and not ends and not (counted and HONOUR.search(words)):
            return False
        is_honour = bool(HONOUR.search(cell)) and not may_be_name(cell)
        if not (counted or ends or is_honour):
            is_unit = told_by(cell) == UNIT and not line.is_row
            self.unit = words if is_unit else self.unit
            return is_unit
        if HONOUR.search(words) and counted:
            self._note_announced(int(counted["number"]))
        self.unit = words if not HONOUR.search(words) and UNIT_AT_END.search(words) else ""
        return True

    def _entries(self, line: Cells) -> Iterator[Entry]:
        if self.columns and line.is_row:
            yield from self._of_columns(line, self.columns)
        elif (
            self.columns
            and not line.has_list
            and len(line.cells) in (len(self.columns), self._headed_width())
        ):
            yield from self._of_columns(line, self._columns_of(len(line.cells)))
        elif self.of_bodies and not line.is_row:
            yield from (self._entry(line, name=cell) for cell in self._bodies(line))
        elif line.has_list or len(line.cells) == 1 or _are_names(line, self.of_bodies):
            yield from self._of_list(line)
        else:
            yield from self._of_columns(line, self.guesses[len(line.cells)])

    def _headed_width(self) -> int:
        """Serial numbers are taken off lines that no table gave."""
        return len(self.columns) - (self.columns[0] == SERIAL)

    def _columns_of(self, width: int) -> Meanings:
        return self.columns if width == len(self.columns) else self.columns[1:]

    def _bodies(self, line: Cells) -> Iterator[str]:
        """A body's name may have a gap within: cells are names only where marks stand between them."""
        if line.has_list or all(told_by(cell) == UNIT for cell in line.cells):
            yield from line.cells
        else:
            yield " ".join(line.cells)

    def _of_columns(self, line: Cells, columns: Meanings) -> Iterator[Entry]:
        """Each name begins a person: several may stand beside each other in one row."""
        told: dict[str, list[str]] = {}
        for cell, meaning in zip(line.cells, columns, strict=False):
            if meaning == NAME and NAME in told:
                yield from self._of_row(line, told)
                told = {}
            if meaning in _NUMBERS and told_by(cell) in _NUMBERS:
                meaning = told_by(cell)  # a column may hold now one, now the other
            if cell and meaning:
                told.setdefault(meaning, []).append(cell)
        yield from self._of_row(line, told)

    def _of_row(self, line: Cells, told: dict[str, list[str]]) -> Iterator[Entry]:
        names_told = [without_serial(cell) for cell in told.get(NAME, ())]
        if not names_told or NOBODY.fullmatch(names_told[0]):
            return
        unit, post = " ".join(told.get(UNIT, ())), " ".join(told.get(POST, ()))
        if not post or not unit:
            unit, post = _apart(unit, post)
        remarks = tuple(cell for meaning in KEPT_AS_REMARK for cell in told.get(meaning, ()))
        known = {"unit": unit, "post": post, "remarks": remarks}
        known |= {"phone": "".join(told.get(PHONE, ())), "identity": "".join(told.get(IDENTITY, ()))}
        several = [part for name in names_told for part in self._several(name)]
        yield from (self._entry(line, name=name, **known) for name in several)

    def _several(self, name: str) -> list[str]:
        return [name] if self.of_bodies else padding_closed(name, pieces_of(name))

    def _of_list(self, line: Cells) -> Iterator[Entry]:
        """Names, with the unit that stands before them: 第一中学：王伟、李敏."""
        unit, post = self.unit, ""
        for number, cell in enumerate(line.cells):
            before, colon, behind = cell.partition("：") if "：" in cell else cell.partition(":")
            if colon:
                unit, post = _place(before) if not HONOUR.search(before) else (self.unit, "")
                cell = behind
            if not cell.strip():
                continue
            is_place = told_by(cell) in (UNIT, POST) and len(line.cells) > 1
            if is_place and number == 0:
                unit, post = _place(cell)
            elif NOBODY.fullmatch(cell):
                continue
            else:
                yield self._of_piece(line, cell, unit, post)

    def _of_piece(self, line: Cells, cell: str, unit: str, post: str) -> Entry:
        bare, _ = parted(cell)
        if told_by(bare) != NAME and (stuck := unstuck(bare)):
            unit, post = _place(stuck[0])
            cell = cell.replace(bare, stuck[1])
        return self._entry(line, name=cell, unit=unit, post=post)

    def _entry(self, line: Cells, *, name: str, unit: str = "", post: str = "", **known) -> Entry:
        if len(name) > LONGEST_NAME:
            return Entry(line.line, name[:LONGEST_NAME], doubt=f"超过{LONGEST_NAME}个字")
        if self.of_bodies:
            return Entry(line.line, names.name(_OF_HOW_MANY.sub("", name)), names.name(unit), post, **known)
        bare, inside = parted(name)
        unit, post, remarks = _inside(inside, unit, post)
        remarks = (*remarks, *known.pop("remarks", ()))
        kept = names.person(bare.removesuffix("同志").removesuffix("同学"))
        entry = Entry(line.line, kept, names.title(unit), names.title(post), remarks, **known)
        return replace(entry, doubt=_doubt(kept))


def _apart(unit: str, post: str) -> tuple[str, str]:
    """Unit and post of a row that has but one of them, which may tell both."""
    return unit_and_post(unit or post) if not (unit and post) else (unit, post)


def _place(words: str) -> tuple[str, str]:
    words = COUNTED.sub("", words).strip("（( ")
    return (words, "") if told_by(words) == UNIT else unit_and_post(words)


def _inside(inside: tuple[str, ...], unit: str, post: str) -> tuple[str, str, list[str]]:
    """What brackets behind a name tell: its unit, its post, or a remark."""
    remarks = []
    for words in inside:
        meaning = told_by(words)
        if meaning == UNIT and not unit:
            unit = words
        elif meaning == POST and not post:
            found, post = unit_and_post(words)
            unit = unit or found
        elif meaning not in (PHONE, IDENTITY):
            remarks.append(words)
    return unit, post, remarks


def _doubt(name: str) -> str:
    if MASKED.search(name):
        return "姓名有遮挡"
    is_short = may_be_name(name) and len(name) <= 4 and not told_by(name)
    is_name = told_by(name) == NAME or names.MIDDLE_DOT in name or is_short
    return "" if is_name else UNLIKE
