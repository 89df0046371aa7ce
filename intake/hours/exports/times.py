"""Days, times and hours as cells of exports tell them: typed values, words, or bare numbers."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_MOMENT = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})\s*[-/.年]?\s*(?P<month>[0-9]{1,2})\s*[-/.月]?\s*(?P<day>[0-9]{1,2})\s*[日号]?"
    r"(?:[T\s]*(?P<hour>[0-9]{1,2})\s*[:：时点]\s*(?P<minute>[0-9]{1,2})?\s*(?:[:：分]\s*[0-9]{1,2})?)?"
)
_TIME = re.compile(
    r"(?P<next>次日|翌日|第二天)?\s*(?P<hour>[0-9]{1,2})\s*[:：时点]\s*(?P<minute>[0-9]{1,2})?"
    r"\s*(?:[:：分]\s*[0-9]{1,2})?"
)
_PARTS = re.compile(
    r"(?:(?P<hours>[0-9.]+)\s*(?:个?小时|时|h|H))?\s*(?:(?P<minutes>[0-9.]+)\s*(?:分钟?|min|m))?"
)
_CLOCK = re.compile(r"(?P<hours>[0-9]{1,2}):(?P<minutes>[0-9]{2})(?::[0-9]{2})?")
_EPOCH = datetime(1899, 12, 30)  # of the day numbers of spreadsheets
_FIRST_YEAR = 1901  # before it are times, no days
_DAY_NUMBERS = range(20_000, 80_000)
_TENTH = Decimal("0.1")
_ENDLESS = 100_000  # hours; a number that long is no time


def moments_in(cell, day: date | None = None) -> list[datetime]:
    """The moments of a cell, in order: of 2020-03-05 08:00至11:00 both; a time alone is of that day."""
    since = _since_midnight(cell)
    if since is not None:
        return [datetime.combine(day, time()) + since] if day else []
    if isinstance(cell, datetime):
        return [cell]
    if isinstance(cell, date):
        return [datetime.combine(cell, time())]
    if isinstance(cell, int | float) and not isinstance(cell, bool) and int(cell) in _DAY_NUMBERS:
        return [(_EPOCH + timedelta(days=cell)).replace(microsecond=0)]
    return _moments_of(str(cell), day) if isinstance(cell, str) else []


def _since_midnight(cell) -> timedelta | None:
    """A time without its day, as spreadsheets keep it: 24:00 may be a whole day, or the first of 1900."""
    if isinstance(cell, time):
        return timedelta(hours=cell.hour, minutes=cell.minute)
    if isinstance(cell, date) and cell.year < _FIRST_YEAR:
        return timedelta(days=1)
    if isinstance(cell, float) and 0 <= cell <= 1:
        cell = timedelta(minutes=round(cell * 24 * 60))
    if isinstance(cell, timedelta) and timedelta() <= cell <= timedelta(days=1):
        return cell
    return None


def _moments_of(words: str, day: date | None) -> list[datetime]:
    words = words[:80]
    matches = list(_MOMENT.finditer(words))
    found = [(moment, match) for match in matches if (moment := _moment(match))]
    moments = [moment for moment, _ in found]
    if not matches and day:
        return [moment for match in _TIME.finditer(words) if (moment := _at(day, match))]
    if len(found) == 1 and found[0][1]["hour"] is not None:
        match = found[0][1]
        end = _TIME.search(words, match.end())
        moments += filter(None, [end and _at(_day(match), end)])
    return moments


def _day(match: re.Match) -> date:
    return date(*map(int, match.group("year", "month", "day")))


def _moment(match: re.Match) -> datetime | None:
    try:
        return _at(_day(match), match)
    except ValueError:
        return None


def _at(day: date, match: re.Match) -> datetime | None:
    """24:00 is where the next day begins."""
    since = timedelta(hours=int(match["hour"] or 0), minutes=int(match["minute"] or 0))
    is_next = match.groupdict().get("next") is not None
    if since > timedelta(days=1):
        return None
    return datetime.combine(day, time()) + timedelta(days=is_next) + since


def hours_told(cell, *, in_minutes: bool) -> Decimal | None:
    """2.5, 2小时30分钟, 150分钟, 2:30, a span of time; a bare number is what the heading says."""
    try:
        return _tenths(_hours_in(cell, 60 if in_minutes else 1))
    except InvalidOperation:
        return None


def _hours_in(cell, parts: int) -> Decimal:
    if isinstance(cell, timedelta):
        return Decimal(int(cell.total_seconds())) / 3600
    if isinstance(cell, time):
        return Decimal(cell.hour) + Decimal(cell.minute) / 60
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return Decimal(str(cell)) / parts
    words = str(cell).strip() if isinstance(cell, str) else ""
    match = _CLOCK.fullmatch(words) or _PARTS.fullmatch(words)
    if match and any(match.groupdict().values()):
        return Decimal(match["hours"] or 0) + Decimal(match["minutes"] or 0) / 60
    return Decimal(words) / parts


def between(start: datetime, end: datetime) -> Decimal:
    return (Decimal(int((end - start).total_seconds())) / 3600).quantize(_TENTH, ROUND_HALF_UP)


def _tenths(hours: Decimal) -> Decimal:
    if not abs(hours) < _ENDLESS:  # a word of floating point, as NaN is, compares with nothing
        raise InvalidOperation
    return hours.quantize(_TENTH, ROUND_HALF_UP)
