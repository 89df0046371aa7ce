"""What is counted without a numeral of its own: 翻两番, 过半, 一半以上, 半小时."""

import re
from collections.abc import Iterator
from decimal import Decimal

from counting.grammar.numerals import value_of
from counting.grammar.phrase import Phrase
from counting.kinds import ABOUT, AT_LEAST, BELOW, EXACT, Count

_DOUBLED = re.compile(r"翻了?(?P<times>[一二两三四五])?番")
_HALF_OF = re.compile(
    r"(?P<about>近|约|将近|接近)?(?P<more>超过?|逾|过)?(?P<below>不足|不到)?"
    r"(?:一半(?!天)|半数|(?<=[近过超逾])半(?![年月天个小场]))(?P<behind>以上|多)?(?P<around>左右)?"
)
_HALF_HOUR = re.compile(r"(?P<about>近|约|将近|大约)?半个?(?P<more>多|来)?(?:小时|钟头)$")
_SAYING = re.compile(r"时间|任务|进度|双")
_SAID = ((ABOUT, "about around"), (BELOW, "below"), (AT_LEAST, "more behind"))


def in_words(text: str, at: int = 0) -> Phrase | None:
    """The first such count from there on; None where there is none."""
    if match := _DOUBLED.search(text, at):
        return _doubled(match)
    if match := _HALF_HOUR.search(text, at):
        return Phrase(Count(Decimal("0.5"), "小时", _precision(match)), *match.span())
    if match := _HALF_OF.search(text, at):
        return _half(match)
    return None


def in_prose(text: str) -> Iterator[Phrase]:
    """Those that state a fact in prose too; 一半 alone and 时间过半 state none."""
    yield from map(_doubled, _DOUBLED.finditer(text))
    for match in _HALF_OF.finditer(text):
        half = _half(match)
        if half.count.precision != EXACT and not _SAYING.search(text[max(0, half.start - 2) : half.start]):
            yield half


def _doubled(match: re.Match) -> Phrase:
    return Phrase(Count(2 ** value_of(match["times"] or "一"), "倍"), *match.span())


def _half(match: re.Match) -> Phrase:
    return Phrase(Count(Decimal(50), "%", _precision(match)), *match.span())


def _precision(match: re.Match) -> str:
    told = {name for name, words in match.groupdict().items() if words}
    return next((precision for precision, names in _SAID if told & {*names.split()}), EXACT)
