"""When something took place, as a cell says it: a day, 4月2日至3日, 2021年4月, 2021年春季, 2021年上半年."""

import re
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from intake.entering.times import when
from intake.extracting.days import days_in, impossible_in
from intake.extracting.period import Period
from intake.outline import Span
from intake.reading.shadow import shadow
from intake.sheets.values import Unfit, day_of, told_day
from toolkit.dates.timing import Dated

Precision = Dated.DatePrecision
_YEAR = r"(?P<year>19[0-9]{2}|20[0-9]{2})"
_STRETCHES = (
    (re.compile(_YEAR + r"[年./-](?P<month>1[0-2]|0?[1-9])月?份?"), Precision.MONTH),
    (re.compile(_YEAR + r"年(?P<season>[春夏秋冬])季?"), Precision.SEASON),
    (re.compile(_YEAR + r"年(?P<half>[上下])半年"), Precision.HALF_YEAR),
    (
        re.compile(_YEAR + r"年?常态化.*|" + _YEAR.replace("year", "whole") + r"年?全年常态化.*"),
        Precision.STANDING,
    ),
    (re.compile(_YEAR + r"年?(?:度|全年)?"), Precision.YEAR),
)
_WHOLE = re.compile(r"([0-9]{4})[./-]([0-9]{1,2})[./-]([0-9]{1,2})(?![0-9])")
_SHORT = re.compile(r"(?<![0-9年月])([0-9]{1,2})[./]([0-9]{1,2})(?![0-9])")
_MONTHS = {"春": 3, "夏": 6, "秋": 9, "冬": 12, "上": 1, "下": 7}


class Unread(ValueError):
    """Told in a sentence."""


@dataclass(frozen=True)
class Time:
    precision: str
    first: date
    last: date | None = None
    part: str = ""  # of the day
    note: str = ""  # which year was understood, where none was written


def time_of(words: str) -> Time:
    """Raises Unread, or Unfit where it is nearly a day."""
    try:
        day = day_of(words)
        return Time(Precision.DAY, day, note=told_day(words, day))
    except Unfit as refusal:
        if time := _stretch(words) or _days(words):
            return time
        raise Unread(str(refusal)) from None


def _stretch(words: str) -> Time | None:
    plain = "".join(words.split())
    for shape, precision in _STRETCHES:
        if found := shape.fullmatch(plain):
            told = {name: part for name, part in found.groupdict().items() if part}
            named = told.get("season") or told.get("half")
            month = int(told["month"]) if "month" in told else _MONTHS.get(named, 1)
            return Time(precision, date(int(told["year"]), month, 1))
    return None


def _days(words: str) -> Time | None:
    """As a document tells its days; a year that is not written is this one."""
    told = _SHORT.sub(r"\1月\2日", _WHOLE.sub(r"\1年\2月\3日", words))
    written = re.search(r"(?:19|20)[0-9]{2}", told)
    year = int(written[0]) if written else timezone.localdate().year
    its_year = Period(f"{year}年", date(year, 1, 1), date(year, 12, 31))
    seen = shadow(told)
    days = tuple(days_in(seen, Span(0, len(told)), its_year))
    if not any(day.start for day in days) or any(impossible_in(seen, its_year)):
        return None
    read = when(told, days, its_year)
    first, last = (read[name] and date.fromisoformat(read[name]) for name in ("starts_on", "ends_on"))
    note = "" if written else f"“{words}”读作{first.year}年的。"
    return Time(read["date_precision"], first, last, read["day_part"], note)
