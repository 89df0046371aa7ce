"""The day under a document: 2020年5月29日, 2020-05-29, 二〇二〇年五月二十九日, 二0一二年三月十一日."""

import re
from collections.abc import Iterable
from datetime import date

from intake.extracting.days import days_in
from intake.outline.numbering import number_of
from intake.outline.parts import Span

_DIGITS = str.maketrans("〇○零ОO一二三四五六七八九", "00000123456789")
_CHINESE = re.compile(
    r"\s*(?P<year>[二一][〇○零ОO0一二三四五六七八九]{3})年"
    r"(?P<month>[一二三四五六七八九十]{1,2})月(?P<day>[一二三四五六七八九十]{1,3})日\s*"
)


_ON_PAGE = re.compile(r"(20[0-9]{2})\s?[-/.年]\s?(1[0-2]|0?[1-9])\s?[-/.月]\s?(3[01]|[12][0-9]|0?[1-9])")


def published_on(removed: Iterable[str]) -> date | None:
    """The first day among the words of the page: when it came out, never when a document was signed."""
    for words in removed:
        if match := _ON_PAGE.search(words):
            try:
                return date(*map(int, match.groups()))
            except ValueError:
                continue
    return None


def signed_on(words: str) -> date | None:
    """The day, None where there is none or no such day."""
    if match := _CHINESE.fullmatch(words):
        try:
            year, month, day = match.groups()
            return date(int(year.translate(_DIGITS)), number_of(month), number_of(day))
        except ValueError:
            return None
    found = days_in(words, Span(0, len(words)), None)
    return found[0].start if found else None
