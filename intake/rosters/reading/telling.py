"""What one cell of a roster tells, by its words alone; and what is stuck together in one."""

import re

from intake.extracting.names import looks_like_name
from intake.rosters.reading.cells import parted
from intake.rosters.reading.words import (
    AMBIGUOUS,
    IDENTITY,
    IS_IDENTITY,
    IS_PHONE,
    IS_SERIAL,
    IS_SEX,
    NAME,
    NATION,
    ONLY_A_POST,
    PHONE,
    POST,
    POST_AT_END,
    SERIAL,
    SEX,
    UNIT,
    UNIT_AT_END,
    is_nation,
)
from toolkit.names import HAN

_LONGEST_PERSON = 20  # characters, with its dots
_OF_NAMES = re.compile(rf"[{HAN}·A-Za-z .]+")
_LONGEST = 80  # characters of a cell that tells anything


def told_by(cell: str) -> str | None:
    """Which of the meanings; None where the words do not say."""
    if len(cell) > _LONGEST:
        return None
    bare = parted(cell)[0].replace(" ", "") or cell
    for meaning, pattern in ((SERIAL, IS_SERIAL), (SEX, IS_SEX), (PHONE, IS_PHONE), (IDENTITY, IS_IDENTITY)):
        if pattern.fullmatch(bare):
            return meaning
    if is_nation(bare) and (bare.endswith("族") or len(bare) > 1):
        return NATION
    if ONLY_A_POST.fullmatch(bare):
        return POST
    is_name = looks_like_name(bare)
    if UNIT_AT_END.search(bare) and not (is_name and (AMBIGUOUS.search(bare) or len(bare) == 2)):
        return UNIT
    if is_name:
        return NAME
    return POST if POST_AT_END.search(bare) else None


def may_be_name(cell: str) -> bool:
    """古丽, 丁桑: as long as a name is, and no other thing."""
    bare = parted(cell)[0] if len(cell) <= _LONGEST else ""
    return 2 <= len(bare) <= _LONGEST_PERSON and bool(_OF_NAMES.fullmatch(bare))


def unit_and_post(words: str) -> tuple[str, str]:
    """第一中学团委书记 is the unit 第一中学 and the post 团委书记."""
    match = POST_AT_END.search(words) if len(words) <= _LONGEST else None
    if match is None:
        return words, ""
    unit = words[: match.start()].strip(" 、，,")
    return (unit, match["post"]) if len(unit) > 1 else ("", words)


def unstuck(cell: str) -> tuple[str, str] | None:
    """Place and name of 第一中学团委书记王伟, where they stand without a gap."""
    for size in (3, 2, 4):
        place, name = cell[:-size], cell[-size:]
        if len(place) > _LONGEST:
            return None
        ends = UNIT_AT_END.search(place) or POST_AT_END.search(place)
        if len(place) >= 3 and ends and looks_like_name(name) and told_by(name) == NAME:
            return place, name
    return None
