"""Stocks: how many there were on a day. They are never added; of one thing the newest counts."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from counting.adding import without_repeats
from counting.kinds import EXACT

_PARTS = re.compile(
    r"(?:(?P<year>[0-9]{4}|[去今上本])年)?(?P<rest>(?:(?P<month>[0-9]{1,2})月)?"
    r"(?:(?P<day>[0-9]{1,2})[日号])?(?P<part>[底末初中]?))"
)
_NOW = ("目前", "今")
_MIDDLE = 15  # 5月中


def day_of(as_of: str, told_on: date) -> date | None:
    """The day that 5月底 means to whoever says so on ``told_on``; None where it names no day.

    Without a year it is the latest such day, at most to the end of that month.
    """
    if as_of in _NOW:
        return told_on
    match = _PARTS.fullmatch(as_of)
    if not match or not any(match.group("year", "month", "day")):
        return None
    year = _year(match["year"], told_on)
    try:
        found = _day(match, year, told_on)
        is_ahead = (found.year, found.month) > (told_on.year, told_on.month)
        return _day(match, year - 1, told_on) if is_ahead and not match["year"] else found
    except ValueError:  # 2月30日
        return None


def day_in_words(as_of: str, stands_on: date, told_on: date) -> str:
    """The day as a report tells it, which is read on another: with its year where that is not plain."""
    match = _PARTS.fullmatch(as_of)
    if as_of in _NOW or (match and match["day"] and not match["month"]):
        return f"{stands_on.month}月{stands_on.day}日"
    if not match or (match["year"] or "").isdecimal():
        return as_of
    is_plain = not match["year"] and stands_on.year == told_on.year
    return as_of if is_plain else f"{stands_on.year}年{match['rest']}"


def level_of(figures: Iterable):
    """Of figures of one thing the one that counts; None where none is a stock.

    That is the newest; of one day the most exact, and of these the one told last.
    """
    stocks = stocks_in(figures)
    return max(stocks, key=_rank) if stocks else None


def stocks_in(figures: Iterable) -> list:
    """Those that may be the level of what they count, each thing once."""
    found = [one for one in figures if one.as_of and one.part == "total" and one.part_of_id is None]
    return without_repeats(found)


def _rank(stock) -> tuple:
    return stock.stands_on, stock.precision == EXACT, stock.counted_on, stock.pk


def _year(word: str | None, told_on: date) -> int:
    if word and word.isdecimal():
        return int(word)
    return told_on.year - 1 if word in ("去", "上") else told_on.year


def _day(match: re.Match, year: int, told_on: date) -> date:
    month, day, part = match["month"], match["day"], match["part"]
    if not month and not day:
        if not part and year == told_on.year:
            return told_on
        return {"初": date(year, 1, 1), "中": date(year, 6, 30)}.get(part, date(year, 12, 31))
    month = int(month or told_on.month)
    if day:
        return date(year, month, int(day))
    last = monthrange(year, month)[1] if 1 <= month <= 12 else 0
    return date(year, month, {"初": 1, "中": _MIDDLE}.get(part, last))
