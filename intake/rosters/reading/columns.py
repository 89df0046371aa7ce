"""What the columns of a roster hold: by the words that head them, else by what most of their cells tell."""

from collections import Counter
from collections.abc import Sequence

from intake.rosters.reading.telling import may_be_name, told_by
from intake.rosters.reading.words import NAME, POST, REMARK, SERIAL, UNIT, heading

Meanings = tuple[str | None, ...]


def headed(cells: Sequence[str], *, of_bodies: bool) -> Meanings | None:
    """What the cells head, where they are the headings of a table; of bodies the name is that of the unit."""
    found = [heading(cell) for cell in cells if cell]
    if len(found) < 2 or (NAME not in found and UNIT not in found) or found.count(None) > len(found) / 3:
        return None
    meanings = [heading(cell) if cell else None for cell in cells]
    if of_bodies and NAME not in meanings:
        meanings[meanings.index(UNIT)] = NAME
    return tuple(meanings)


def guessed(rows: Sequence[Sequence[str]], *, of_bodies: bool) -> Meanings:
    """By the cells of rows that are all as long."""
    meanings: list[str | None] = [_most(column) for column in zip(*rows, strict=True)]
    if of_bodies:
        return _of_bodies(meanings)
    names = [place for place, meaning in enumerate(meanings) if meaning == NAME]
    if not names:
        _call_a_name(meanings, rows)
    for wanted in (UNIT, POST):
        if wanted not in meanings and None in meanings:
            meanings[meanings.index(None)] = wanted
    return tuple(meaning or REMARK for meaning in meanings)


def _most(column: Sequence[str]) -> str | None:
    told = Counter(told_by(cell) for cell in column if cell)
    meaning, often = told.most_common(1)[0] if told else (None, 0)
    return meaning if often * 2 >= told.total() else None


def _of_bodies(meanings: list[str | None]) -> Meanings:
    """The first column that is no serial number names the body, the next where it belongs."""
    told = iter((NAME, UNIT))
    return tuple(SERIAL if one == SERIAL else next(told, REMARK) for one in meanings)


def _call_a_name(meanings: list[str | None], rows: Sequence[Sequence[str]]) -> None:
    for place, meaning in enumerate(meanings):
        if meaning is None and all(may_be_name(row[place]) for row in rows if row[place]):
            meanings[place] = NAME
            return
