"""The time that a document tells of: 2020年上半年, 2021年度, 2023—2024学年第一学期."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_HAN_YEAR = re.compile(r"[二][〇○零][〇○零一二三四五六七八九]{2}(?=年|—|-|至)")
_YEAR = r"(?P<year>20[0-9]{2})"
_SCHOOL = re.compile(
    _YEAR + r"(?:年?)?\s?(?:—{1,2}|-|至|~|～|/)\s?(?P<next>20[0-9]{2}|[0-9]{2})年?学年(?:度)?"
    r"(?:第?(?P<term>[一二12上下])学期)?"
)
_YEARS = re.compile(_YEAR + r"年?\s?(?:—{1,2}|-|至|~|～)\s?(?P<next>20[0-9]{2})年")
_HALF = re.compile(_YEAR + r"年度?(?P<half>[上下])半年")
_QUARTER = re.compile(_YEAR + r"年度?第?(?P<quarter>[一二三四1-4])季度")
_ANY_QUARTER = re.compile(r"第?(?P<quarter>[一二三四1-4])季度")
_MONTHS = re.compile(_YEAR + r"年(?P<from>[0-9]{1,2})月?份?(?:—{1,2}|-|至|~|～)(?P<to>[0-9]{1,2})月")
_MONTH = re.compile(_YEAR + r"年(?P<month>[0-9]{1,2})月(?!\s?[0-9]{1,2}\s?[日号])")
_ONE = re.compile(_YEAR + r"年(?:度|全年|来|以来)?")
_ANY_YEAR = re.compile("(?:19|20)[0-9]{2}(?=年)")
_MANY_YEARS = 4
_SINCE = re.compile(
    r"(?:自|从|对)?20[0-9]{2}年以来|[自从]20[0-9]{2}年[^，。；]{1,10}以来"
)  # in news it says when something began
_SHORT_YEAR = re.compile(r"^20[0-9]{2}(?=[\u4e00-\u9fffA-Za-z*＊×○])(?!年|届|级)")  # 2022共青团工作总结
_REPORTS = re.compile("总结|汇报|报告|情况如下")
_QUOTED = re.compile(
    r"(?:20[0-9]{2}(?:[—-]20[0-9]{2})?(?:学年|年)度[^，。；：“”]{0,8})?“[^”]{0,60}”|《[^》]{0,80}》|〔[0-9]{4}〕"
)  # their years are those of titles
# 2009—2010年度五四红旗团委: the year of an honour.
_OF_HONOUR = re.compile(
    r"20[0-9]{2}(?:(?:—{1,2}|-)20[0-9]{2})?(?:学年|年)度(?=[^，。；：]{0,10}(?:红旗|优秀|先进|十佳|十大|杰出|标兵|能手))"
)
_NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4}


@dataclass(frozen=True)
class Period:
    """From the first day to the last, and as the document calls it."""

    label: str
    start: date
    end: date

    def year_of(self, month: int) -> int:
        """The year of a month without one: that in which the period has it.

        A month well behind the period is the year before's.
        """
        for year in range(self.start.year, self.end.year + 1):
            if self.start <= date(year, month, 15) <= self.end or (
                (year, month) in ((self.start.year, self.start.month), (self.end.year, self.end.month))
            ):
                return year
        passed = self.end.month <= 6 and month > self.end.month + 2
        return self.end.year - passed

    def told_until(self, signed_on: date | None) -> date:
        """The last day that the document can tell of; what it plans comes after."""
        return signed_on if signed_on and self.start <= signed_on <= self.end else self.end


def period_of(title: str, opening: str, signed_on: date | None) -> Period | None:
    """What the title says, else the opening, helped by the year of signing; None where nobody can tell."""
    opening = _OF_HONOUR.sub("", _QUOTED.sub("", opening[:400]))
    if is_history(opening):
        opening = ""
    if not _REPORTS.search(title + opening):
        opening = _SINCE.sub("", opening)
    for words in (_SHORT_YEAR.sub(r"\g<0>年", title), opening):
        words = _HAN_YEAR.sub(lambda match: match[0].translate(_DIGITS), words)
        found = _named(words)
        if found:
            return found
    half = re.search(r"(?P<half>[上下])半年", title) or re.search(r"(?P<half>[上下])半年", opening[:200])
    if half and signed_on:
        year = signed_on.year - (half["half"] == "下" and signed_on.month < 7)
        return _half(half[0], year, half["half"])
    if (quarter := _ANY_QUARTER.search(title)) and signed_on:
        number = _number_of(quarter["quarter"])
        year = signed_on.year - (number * 3 - 2 > signed_on.month)
        return _months(quarter[0], year, number * 3 - 2, number * 3)
    return None


def is_history(opening: str) -> bool:
    """Whether a text begins with so many years that none of them is its time."""
    return len(set(_ANY_YEAR.findall(opening))) >= _MANY_YEARS


def _number_of(quarter: str) -> int:
    return _NUMBERS.get(quarter) or int(quarter)


def year_of_signing(signed_on: date | None) -> Period | None:
    """What days without a year are understood by where a document names no period."""
    return _months("", signed_on.year, 1, 12) if signed_on else None


def year_before(published: date | None) -> Period | None:
    """The same for news without any year: the twelve months up to the day its page came out."""
    if published is None:
        return None
    year, month = divmod(published.year * 12 + published.month, 12)
    return Period("", date(year - 1, month + 1, 1), published)


def _named(words: str) -> Period | None:
    if match := _SCHOOL.search(words):
        return _school_year(match)
    if match := _HALF.search(words):
        return _half(match[0], int(match["year"]), match["half"])
    if match := _QUARTER.search(words):
        quarter = _number_of(match["quarter"])
        return _months(match[0], int(match["year"]), quarter * 3 - 2, quarter * 3)
    if (match := _MONTHS.search(words)) and 1 <= int(match["from"]) < int(match["to"]) <= 12:
        return _months(match[0], int(match["year"]), int(match["from"]), int(match["to"]))
    if match := _YEARS.search(words):
        return Period(match[0], date(int(match["year"]), 1, 1), date(int(match["next"]), 12, 31))
    if match := _ONE.search(words):
        half = re.search(r"[上下]半年", words)
        if half:
            return _half(f"{match['year']}年{half[0]}", int(match["year"]), half[0][0])
        month = _MONTH.search(words)
        if month and 1 <= int(month["month"]) <= 12 and month.start() == match.start():
            return _months(month[0], int(month["year"]), int(month["month"]), int(month["month"]))
        return _months(match[0], int(match["year"]), 1, 12)
    return None


def _school_year(match: re.Match) -> Period:
    year = int(match["year"])
    start, end = date(year, 9, 1), date(year + 1, 8, 31)
    if match["term"]:
        first = match["term"] in "一1上"
        start, end = (start, date(year + 1, 1, 31)) if first else (date(year + 1, 2, 1), end)
    return Period(match[0], start, end)


def _half(label: str, year: int, half: str) -> Period:
    return _months(label, year, 1, 6) if half == "上" else _months(label, year, 7, 12)


def _months(label: str, year: int, first: int, last: int) -> Period:
    return Period(label, date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))
