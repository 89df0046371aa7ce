"""Names that were padded to one width: 张　三, 欧阳 娜娜, 王 小 明 are one name each."""

from intake.rosters.reading.words import IS_SEX
from toolkit.names.surnames import OF_ONE, OF_TWO

_APART = 99  # a mark stands between, no gap
_LONGEST_GIVEN = 4  # characters that are looked at behind a surname


def padding_closed(line: str, pieces: list[str]) -> list[str]:
    """The pieces of a line, in order, with the gaps within a name closed."""
    gaps = _gaps(line, pieces)
    kept: list[str] = []
    at = 0
    while at < len(pieces):
        end = _end_of_name(pieces, gaps, at)
        kept.append("".join(pieces[at:end]))
        at = end
    return kept


def _gaps(line: str, pieces: list[str]) -> list[int]:
    """How wide the gap before each piece is; a full-width space is two wide."""
    gaps, at = [], 0
    for piece in pieces:
        start = line.index(piece, at)
        between = line[at:start]
        is_gap = at > 0 and not between.strip()
        gaps.append(len(between) + between.count("\u3000") if is_gap else _APART)
        at = start + len(piece)
    return gaps


def _end_of_name(pieces: list[str], gaps: list[int], at: int) -> int:
    """Where the name that begins at a piece ends; behind the piece itself where it is whole."""
    first = pieces[at]
    if first not in OF_TWO and not (len(first) == 1 and first in OF_ONE):
        return at + 1
    singles = _singles(pieces, gaps, at + 1)
    if first in OF_TWO:
        given = singles[:2] or _given(pieces, gaps, at + 1)
        return at + 1 + len(given)
    if not singles:
        return at + 1 + len(_given(pieces, gaps, at + 1))
    if first + singles[0] in OF_TWO and len(singles) > 1:
        return at + 1 + len(singles[:3])
    two_names = len(singles) > 2 and singles[1] in OF_ONE and gaps[at + 2] >= gaps[at + 1]
    return at + 2 if two_names else at + 1 + len(singles[:2])


def _singles(pieces: list[str], gaps: list[int], at: int) -> list[str]:
    """The single characters from there on, as far as the gaps between them are no wider; not a sex."""
    found: list[str] = []
    width = gaps[at] if at < len(gaps) else 0
    for piece, gap in zip(pieces[at : at + _LONGEST_GIVEN], gaps[at : at + _LONGEST_GIVEN], strict=True):
        is_next = _APART != gap <= width and _is_han(piece, 1)
        if not is_next or (found and IS_SEX.fullmatch(piece)):
            break
        found.append(piece)
    return found


def _given(pieces: list[str], gaps: list[int], at: int) -> list[str]:
    """张 三丰: a given name of two characters behind a surname that stands alone."""
    follows = at < len(pieces) and gaps[at] != _APART and _is_han(pieces[at], 2)
    return pieces[at : at + 1] if follows else []


def _is_han(piece: str, most: int) -> bool:
    """So many characters at most, before brackets: 三（女）."""
    bare = piece.split("（")[0].split("(")[0]
    return 1 <= len(bare) <= most and all("\u4e00" <= letter <= "\u9fff" for letter in bare)
