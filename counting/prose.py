"""Counted numbers in prose: a number and a measure word, as in 300余名, 1.5万元, 十四支, 两期.

Not counted are dates and spans of time (16日, 三个月), ordinals (第57个, 十届三次,
前三名), anniversaries, numbers in names (六号楼, 三位一体, 八项规定), and 一 or 二
alone: 一场 is mostly an article and 二期 a name; staff who mean a count write 1场.
Words with an unknown number (数百名, 几次) state no figure; 翻两番 and 过半 do.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from counting.grammar.in_words import in_prose
from counting.grammar.measures import AFTER_CHINESE, AFTER_DIGITS
from counting.grammar.numerals import MASKS, START, run_at
from counting.grammar.phrase import Phrase, is_more_than_one, phrase_at
from counting.grammar.refusals import Refused
from counting.grammar.traps import masked
from counting.kinds import Count

_PLAIN_FORMS = str.maketrans("０１２３４５６７８９．％", "0123456789.%")


@dataclass(frozen=True)
class TypedCount:
    """A count as somebody typed it, and where."""

    text: str
    count: Count
    start: int
    end: int


def counts_in(prose: str) -> Iterator[TypedCount]:
    """The counted numbers of a text, in order."""
    hidden = masked(prose.translate(_PLAIN_FORMS))
    for phrase in sorted([*_phrases(hidden), *in_prose(hidden)], key=lambda phrase: phrase.start):
        yield TypedCount(prose[phrase.start : phrase.end], phrase.count, phrase.start, phrase.end)


def _phrases(text: str) -> Iterator[Phrase]:
    at = 0
    while match := START.search(text, at):
        at = match.start()
        run = run_at(text, at)
        phrase = _phrase_of(text, at, run)
        if phrase:
            yield phrase
        at = phrase.end if phrase else at + _unread(run)


def _unread(run: str) -> int:
    """How much of a numeral that cannot be read is passed over: of 2+10+74 all but the last."""
    last = run.rfind("+") + 1
    return last if 0 < last < len(run) else len(run)


def _phrase_of(text: str, at: int, run: str) -> Phrase | None:
    before = text[at - 1 : at]
    digits = run[0].isascii()
    if digits and (before in tuple("./·") or (before.isascii() and before.isalnum())):
        return None
    if not digits and _tells_no_number(text, at, run, before):
        return None
    try:
        return phrase_at(text, at, AFTER_DIGITS if digits else AFTER_CHINESE)
    except Refused:
        return None


def _tells_no_number(text: str, at: int, run: str, before: str) -> bool:
    """二 alone, 数百, and 万余 behind a mask; but 上万人次 is 10000 and more."""
    if run in _NO_COUNTS:
        return not (run in ("万", "亿") and is_more_than_one(text, at))
    return before in ("数", "几") or (run[0] in "十百千万亿" and before in MASKS)


# Alone, 一 and 二 are mostly an article and an ordinal, 万 and 亿 part of a word.
_NO_COUNTS = ("一", "二", "万", "亿", "零", "〇")
