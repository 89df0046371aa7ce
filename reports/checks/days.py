"""Dates in prose: 2020年6月15日, 6月15日 with the year of the report, 六月, 2020-06-15."""

import re
from collections.abc import Iterator
from datetime import date

_DIGITS = "一二三四五六七八九"
_MONTH = rf"(?P<month>1[0-2]|0?[1-9]|(?<![{_DIGITS}十])(?:十[一二]?|[{_DIGITS}]))"
_DAY = rf"(?:[12]\d|3[01]|0?[1-9]|三十一?|二?十[{_DIGITS}]?|[{_DIGITS}])"
_TO = r"\s?(?:至|到|[—–~-]{1,2})\s?"
_WRITTEN = re.compile(
    r"(?:(?P<year>(?:19|20)\d{2})年|(?P<relative>[今本去上明来]年))?\s?"
    rf"(?<![\d.个第]){_MONTH}\s?月(?!革命|球|亮|饼|票|租)"
    rf"(?:\s?(?P<day>{_DAY})[日号](?:{_TO}(?P<last>{_DAY})[日号])?)?"
)
_WITH_SEPARATORS = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d{2})(?P<mark>[-./])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\d.])"
)
_YEARS_FROM_NOW = {"今": 0, "本": 0, "去": -1, "上": -1, "明": 1, "来": 1}


def dates_in(prose: str, start: date, end: date) -> Iterator[tuple[str, date]]:
    """Each date as it is written and the day it names: of a month the first, of a range the last.

    A date without a year is of the report's period from ``start`` to ``end``; the end of a
    range has the year of its beginning. What is no date of the calendar is left out.
    """
    yield from _written(prose, start, end)
    for match in _WITH_SEPARATORS.finditer(prose):
        if day := _day(int(match["year"]), int(match["month"]), int(match["day"])):
            yield match[0], day


def _written(prose: str, start: date, end: date) -> Iterator[tuple[str, date]]:
    before, year_before = 0, None
    for match in _WRITTEN.finditer(prose):
        month = _number(match["month"])
        if match["year"]:
            year = int(match["year"])
        elif match["relative"]:
            year = end.year + _YEARS_FROM_NOW[match["relative"][0]]
        elif year_before and re.fullmatch(_TO, prose[before : match.start()]):
            year = year_before
        else:
            year = _year_of(month, start, end)
        before, year_before = match.end(), year
        day = _day(year, month, _number(match["last"] or match["day"] or "1"))
        if day:
            yield match[0].strip(), day


def _year_of(month: int, start: date, end: date) -> int:
    """The year in which the period has that month; else the year it begins in."""
    for year in range(start.year, end.year + 1):
        if (start.year, start.month) <= (year, month) <= (end.year, end.month):
            return year
    return start.year


def _number(text: str) -> int:
    """15 and 十五 are 15, 二十 is 20, 三十一 is 31."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    value = _DIGITS.find(ones) + 1 if ones else 0
    return value + ((_DIGITS.find(tens) + 1 if tens else 1) * 10 if ten else 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
