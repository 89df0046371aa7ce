"""The days that a text names: 4月23日, 1月10日起, 4月8日—12日, 3月份."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from intake.extracting.period import Period
from intake.outline.numbering import number_of
from intake.outline.parts import Span

_YEAR = r"(?:(?P<{0}year>(?:19|20)[0-9]{{2}})年|(?P<{0}near>同年|是年|今年|去年|上年|本年|当年|明年)的?)?"
_M = r"(?P<{0}month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月"
_D = r"(?P<{0}day>3[01]|[12][0-9]|0?[1-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_TO = r"\s?(?:至|到|—{1,2}|-|~|～|－)\s?"
_OTHER_END = _YEAR.format("to_") + r"(?:" + _M.format("to_") + ")?" + _D.format("to_") + "[日号]"
_DAY = re.compile(
    _YEAR.format("") + _M.format("") + _D.format("") + rf"(?:[日号]?(?P<range>{_TO}{_OTHER_END})|[日号])"
    r"(?:上午|下午|晚上?|凌晨|当天|中午|清晨)?(?P<open>起|以来|开始)?"
)
_MONTH = re.compile(
    _YEAR.format("") + r"(?:(?P<from>1[0-2]|0?[1-9])月?(?:份)?" + _TO + r")?(?P<month>1[0-2]|0?[1-9]"
    r"|(?<![一二三四五六七八九十个])(?:十[一二]?|[一二三四五六七八九])(?=月[份底初末上中下])"
    # 六月开展 where a clause begins, but not 三月爱心小队
    r"|(?:(?<=[，。；：、“ ])|(?<![\s\S]))(?:十[一二]?|[一二三四五六七八九])"
    r"(?=月(?:[，以起至到]|开展|举办|组织|召开|启动|联合)))"
    r"月(?P<part>份|底|初|末|上旬|中旬|下旬)?"
    r"(?![0-9]|[饼嫂季亮])(?P<open>起|以来|开始)?"
)
_NUMERIC = re.compile(
    r"(?<![0-9.])(?P<year>20[0-9]{2})(?P<mark>[-./])(?P<month>1[0-2]|0?[1-9])(?P=mark)(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9])"
)
_OF_MONTH = re.compile(
    rf"(?<![^\n])[ \t]*{_D.format('')}[日号](?:{_TO}{_D.format('to_')}[日号])?(?:[上下中]午|晚上?)?"
)
_ALSO = re.compile(r"[、和及]\s?(?P<day>3[01]|[12][0-9]|0?[1-9])[日号]")
_NO_DAY = re.compile(
    r"(?<![0-9.])(?:(?:1[3-9]|[2-9][0-9])月[0-9]{1,2}日|[0-9]{1,2}月(?:3[2-9]|[4-9][0-9])日)"
)
_ANY_YEAR = re.compile("(?:19|20)[0-9]{2}(?=年)")
_FURTHEST_YEAR = 200  # characters before 同年
_TITLES = re.compile(r"《[^》]{0,80}》")
_AS_OF = re.compile(r"(?:截至|截止到?|截至到)(?:目前|[去今]年)?(?:[0-9]{4}年)?$")
_FILED = re.compile("[讯电]")  # 北京4月20日电: when the report was sent
_PART_OF_MONTH = {
    "初": (1, 10),
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 31),
    "底": (21, 31),
    "末": (21, 31),
}


@dataclass(frozen=True)
class Day:
    """A day, or the days from one to another; a year that is not written is the period's, and inferred."""

    start: date | None
    end: date | None
    inferred: bool
    span: Span
    is_month: bool = False


@dataclass(frozen=True)
class _When:
    """What a day without a year is understood by."""

    period: Period | None
    after: date | None  # of what is to come: the day behind which it lies


def days_in(
    seen: str, span: Span, period: Period | None, *, after: date | None = None, month: int | None = None
) -> list[Day]:
    """The days of a piece of the text in order. A year that nobody can know leaves the day unknown (None).

    ``after`` is the day behind which a plan lies, ``month`` that of a chronicle in which 6日 begins a line.
    """
    words = _TITLES.sub(lambda match: "〓" * len(match[0]), span.of(seen))
    when = _When(period, after)
    found: list[Day] = []
    taken = [False] * (len(words) + 1)
    for match in _DAY.finditer(words):
        before = words[max(0, match.start() - 12) : match.start()]
        filed = _FILED.match(words, match.end())
        if not filed and not _AS_OF.search(before) and not before.endswith("·"):
            found += _days(match, words, span.start, when)
        taken[match.start() : match.end()] = [True] * (match.end() - match.start())
    for pattern, read in ((_NUMERIC, _numeric), (_MONTH, _months)):
        for match in pattern.finditer(words):
            before = words[max(0, match.start() - 12) : match.start()]
            if any(taken[match.start() : match.end()]) or _AS_OF.search(before):
                continue
            if words[match.start() - 1 : match.start()] in ("第", "·", "红") and match.start():
                continue
            found += filter(None, [read(match, span.start, when)])
            taken[match.start() : match.end()] = [True] * (match.end() - match.start())
    if month:
        found += _days_of_month(words, span.start, month, when)
    return sorted((day for day in found if not _is_history(day, period)), key=lambda day: day.span.start)


def _days_of_month(words: str, offset: int, month: int, when: _When) -> Iterator[Day]:
    """6日 at the beginning of a line below the heading 1月."""
    year = _year(None, None, month, when)
    for match in _OF_MONTH.finditer(words):
        span = Span(offset + match.start("day"), offset + match.end())
        first, last = match["day"], match["to_day"] or match["day"]
        try:
            start, end = (year and date(year, month, number_of(day)) for day in (first, last))
        except ValueError:
            continue
        yield Day(start, end, True, span)


def impossible_in(seen: str, period: Period | None) -> Iterator[Span]:
    """Days that no calendar has: 2月30日, 4月31日, 13月5日."""
    for match in _DAY.finditer(seen):
        if (
            _day(match, "", _When(period or Period("", date(2000, 1, 1), date(2000, 12, 31)), None), None)
            is False
        ):
            yield Span(*match.span())
    for match in _NO_DAY.finditer(seen):
        yield Span(*match.span())


def _is_history(day: Day, period: Period | None) -> bool:
    return bool(period and day.start and day.start.year < period.start.year - 1)


def _days(match: re.Match, words: str, offset: int, when: _When) -> Iterator[Day]:
    start = _day(match, "", when, None)
    inferred = not match["year"]
    if start is False:
        return
    end = start
    if match["range"]:
        end = _day(match, "to_", when, start) or None
    if match["open"]:
        end = None
    yield Day(start, end, inferred, Span(offset + match.start(), offset + match.end()))
    at = match.end()
    while start and (more := _ALSO.match(words, at)):
        try:
            other = start.replace(day=int(more["day"]))
        except ValueError:
            return
        yield Day(other, other, inferred, Span(offset + more.start("day"), offset + more.end()))
        at = more.end()


def _day(match: re.Match, side: str, when: _When, before: date | None):
    """The day; None where its year is unknown, False where there is no such day."""
    groups = match.groupdict()
    month, day = groups[f"{side}month"], groups[f"{side}day"]
    month = number_of(month) if month else before.month if before else None
    if month is None:
        return None
    year = _year(_told_year(match, side), groups[f"{side}near"], month, when)
    if before and not groups[f"{side}year"] and not groups[f"{side}near"]:
        year = before.year + (month < before.month)
    if year is None:
        return None
    try:
        return date(year, month, number_of(day))
    except ValueError:
        return False


def _year(written: str | None, near: str | None, month: int, when: _When) -> int | None:
    if written:
        return int(written)
    if when.period is None:
        return None
    if near:
        return when.period.end.year + {"去年": -1, "上年": -1, "明年": 1}.get(near, 0)
    if when.after:
        tomorrow = when.after + timedelta(days=1)
        return tomorrow.year + (month < tomorrow.month)
    return when.period.year_of(month)


def _told_year(match: re.Match, side: str = "") -> str | None:
    """The year that a day says; 同年 is that of the day before it."""
    if match[f"{side}near"] not in ("同年", "是年"):
        return match[f"{side}year"]
    told = _ANY_YEAR.findall(match.string, max(0, match.start() - _FURTHEST_YEAR), match.start())
    return told[-1] if told else None


def _numeric(match: re.Match, offset: int, when: _When) -> Day | None:
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return Day(day, day, False, Span(offset + match.start(), offset + match.end()))


def _months(match: re.Match, offset: int, when: _When) -> Day:
    month = number_of(match["month"])
    year = _year(_told_year(match), match["near"], month, when)
    span = Span(offset + match.start(), offset + match.end())
    if year is None:
        return Day(None, None, True, span, is_month=True)
    last = calendar.monthrange(year, month)[1]
    low, high = _PART_OF_MONTH.get(match["part"], (1, last))
    start = date(year, int(match["from"] or month), low)
    end = None if match["open"] else date(year, month, min(high, last))
    return Day(start, end, not match["year"], span, is_month=True)
