"""Which paragraph of a file tells which text of the draft: by bookmark, else by place, number and words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from reports.exporters import annex, marks
from reports.exporters.cleaning import clean
from reports.returning.slots import FRAME, HEADING, OPENING, TEXT, Slot
from reports.returning.word.body import Mark, Paragraph

_NUMERALS = "一二三四五六七八九十百"
_LABEL = re.compile(rf"\s*(?:[{_NUMERALS}]+、|[（(](?:[{_NUMERALS}]+|\d+)[）)]|\d+[.．、]|[①-⑳])\s*")
_LABEL_OF_WORDS = re.compile(rf"{_LABEL.pattern}(?!\d)")  # 3.15维权 bears no number
_ALIKE, _ALIKE_OF_ONE_NUMBER = 0.6, 0.3
_NO_HOLDERS = (f"{marks.NUMBER}_", f"{marks.REPORT}_")  # bookmarks within those of texts
_NOTES = (f"注：{annex.CUT_NOTE}", f"注：{annex.WITHHELD_NOTE}")  # under the table of the annex


@dataclass
class Said:
    """What a file says of one text; ``numbers`` are the bookmarks of its figures."""

    text: str = ""
    numbers: list[tuple[int, int, str]] = field(default_factory=list)
    bookmark: str = (
        ""  # that it stood in: its own, or another that the draft does not know; empty without one
    )


@dataclass
class Loose:
    """Paragraphs that belong to no text of the draft, and behind which one they stand."""

    behind: str  # the bookmark of that text; empty at the very beginning
    lines: list[str]


@dataclass
class Placed:
    said: dict[str, Said] = field(default_factory=dict)
    loose: list[Loose] = field(default_factory=list)
    gone: dict[str, str] = field(default_factory=dict)  # texts that the draft has no more, by bookmark
    order: list[str] = field(default_factory=list)  # the texts as the file has them


@dataclass
class _Piece:
    """A paragraph, or the part of one that is within one bookmark."""

    bookmark: str
    text: str
    numbers: list[Mark]
    slot: str = ""  # the text of the draft that it tells

    @property
    def is_free(self) -> bool:
        return not self.slot and bool(self.text.strip())


def placed(paragraphs: list[Paragraph], slots: dict[str, Slot]) -> Placed:
    pieces = [piece for paragraph in paragraphs for piece in _pieces(paragraph)]
    for piece in pieces:
        piece.slot = piece.bookmark if piece.bookmark in slots else ""
    _guess(pieces, slots)
    _join_to_items(pieces, slots)
    found = Placed()
    for piece in pieces:
        if piece.slot:
            said = found.said.setdefault(piece.slot, Said(bookmark=piece.bookmark))
            _add(said, piece, slots[piece.slot])
        elif piece.bookmark:
            known = found.gone.get(piece.bookmark, "")
            found.gone[piece.bookmark] = f"{known}\n{clean(piece.text)}".strip()
    found.loose = list(_loose(pieces))
    found.order = [*dict.fromkeys(piece.slot for piece in pieces if piece.slot)]
    return found


def _pieces(paragraph: Paragraph) -> Iterator[_Piece]:
    """The paragraph cut where a text begins; what is typed before or behind a bookmark belongs to it."""
    holders = [
        one for one in paragraph.marks if not one.name.startswith((f"{marks.NUMBER}_", f"{marks.REPORT}_"))
    ]
    begun = sorted((one for one in holders if one.begins), key=lambda one: (one.start, one.end))
    carried = next((one for one in holders if not one.begins and one.end), None)
    cuts = [(one.start, marks.of_text(one.name)) for one in begun]
    if not cuts or (carried and paragraph.text[: cuts[0][0]].strip()):
        cuts.insert(0, (0, marks.of_text(carried.name) if carried else ""))
    cuts[0] = (0, cuts[0][1])
    for (start, owner), (end, _) in zip(cuts, [*cuts[1:], (len(paragraph.text), "")], strict=True):
        numbers = [
            Mark(one.name, one.start - start, one.end - start, one.begins)
            for one in paragraph.marks
            if one.name.startswith(f"{marks.NUMBER}_") and start <= one.start <= one.end <= end
        ]
        yield _Piece(owner, paragraph.text[start:end], numbers)


# Bookmarks that are gone


def _guess(pieces: list[_Piece], slots: dict[str, Slot]) -> None:
    """Gives the free pieces to the texts whose bookmark is nowhere."""
    there = {piece.slot for piece in pieces}
    names = [name for name, slot in slots.items() if slot.text]
    for place, name in enumerate(names):
        if name not in there:
            free = [piece for piece in _between(pieces, names, place) if piece.is_free]
            for piece in _of_slot(slots[name], free):
                piece.slot = name


def _between(pieces: list[_Piece], names: list[str], place: int) -> list[_Piece]:
    """The pieces behind the last text before this one and in front of the next one that the file has."""
    before, after = set(names[:place]), set(names[place + 1 :])
    first = max((at for at, piece in enumerate(pieces, 1) if piece.slot in before), default=0)
    last = next((at for at, piece in enumerate(pieces) if at >= first and piece.slot in after), len(pieces))
    return pieces[first:last]


def _of_slot(slot: Slot, free: list[_Piece]) -> list[_Piece]:
    if slot.kind in (OPENING, TEXT) and not slot.label:
        alike = [piece for piece in free if piece.bookmark == free[0].bookmark]
        return _until_a_number(alike)
    best = max(free, key=lambda piece: _likeness(slot, piece), default=None)
    return [best] if best and _likeness(slot, best) > 0 else []


def _until_a_number(free: list[_Piece]) -> list[_Piece]:
    at = next((at for at, piece in enumerate(free) if _LABEL_OF_WORDS.match(piece.text)), len(free))
    return free[:at]


def _likeness(slot: Slot, piece: _Piece) -> float:
    """How sure it is that the piece tells the text; zero where it is not."""
    words = _unlabelled(clean(piece.text), slot)
    has_its_number = bool(slot.label) and piece.text.strip().startswith(slot.label)
    enough = _ALIKE_OF_ONE_NUMBER if has_its_number else _ALIKE
    matcher = SequenceMatcher(None, slot.text, words, False)
    ratio = matcher.ratio() if matcher.real_quick_ratio() >= enough else 0
    return ratio if ratio >= enough else 0


def _join_to_items(pieces: list[_Piece], slots: dict[str, Slot]) -> None:
    """A paragraph added behind an item is the item's, unless it bears a number of its own."""
    behind = None
    for piece in pieces:
        if piece.slot or piece.bookmark:
            behind = slots.get(piece.slot)
        elif piece.is_free and behind:
            joins = behind.kind not in (HEADING, FRAME) and not _LABEL_OF_WORDS.match(piece.text)
            text = behind.mark if behind.kind == OPENING else marks.mark(marks.TEXT, behind.key)
            if joins and text in slots:
                piece.slot = text
            else:
                behind = None


def _loose(pieces: list[_Piece]) -> Iterator[Loose]:
    """What is left, paragraphs that stand together in one."""
    behind, group = "", None
    for piece in pieces:
        words = clean(piece.text)
        if piece.slot or piece.bookmark:
            if group:
                yield group
            behind, group = piece.slot or behind, None
        elif (
            words
            and words not in ("附件", annex.ANNEX_TITLE, annex.TOTALS_TITLE)
            and not words.startswith(_NOTES)
        ):
            group = group or Loose(behind, [])
            group.lines.append(words)
    if group:
        yield group


# What a text says


def _add(said: Said, piece: _Piece, slot: Slot) -> None:
    joint = "" if slot.has_breaks else "\n"
    for start, raw in _lines(piece.text):
        line = clean(raw)
        if not line:
            continue
        words = line if said.text else _unlabelled(line, slot)
        at = len(said.text) + len(joint) * bool(said.text) - (len(line) - len(words))
        said.numbers += [
            (at + _at(raw, one.start - start), at + _at(raw, one.end - start), one.name)
            for one in piece.numbers
            if start <= one.start and one.end <= start + len(raw)
        ]
        said.text = f"{said.text}{joint}{words}" if said.text else words


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


def _at(raw: str, place: int) -> int:
    """Where a place of the line is once the line is clean."""
    return len(clean(f"{raw[:place]}|")) - 1


def _unlabelled(line: str, slot: Slot) -> str:
    """The words of a line without the number that it may bear, which comes from position."""
    if not slot.label:
        return line
    bare = _LABEL.sub("", line, count=1) if _LABEL.match(line) else line
    if bare == slot.text or line.startswith(slot.label):
        return bare if bare == slot.text else line.removeprefix(slot.label).lstrip()
    return without_number(line)


def without_number(line: str) -> str:
    return _LABEL_OF_WORDS.sub("", line, count=1) if _LABEL_OF_WORDS.match(line) else line
