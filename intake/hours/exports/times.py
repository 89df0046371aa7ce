"""Days, times and hours as cells of exports tell them: typed values, words, or bare numbers."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_MOMENT = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})\s*[-/.年]?\s*(?P<month>[0-9]{1,2})\s*[-/.月]?\s*(?P<day>[0-9]{1,2})\s*[日号]?"
    r"(?:[T\s]*(?P<hour>[0-9]{1,2})\s*[:：时点]\s*(?P<minute>[0-9]{1,2})?\s*(?:[:：分]\s*[0-9]{1,2})?)?"
)
_TIME = re.compile(r"(?P<hour>[0-9]{1,2})\s*[:：时点]\s*(?P<minute>[0-9]{1,2})?")
_PARTS = re.compile(
    r"(?:(?P<hours>[0-9.]+)\s*(?:个?小时|时|h|H))?\s*(?:(?P<minutes>[0-9.]+)\s*(?:分钟?|min|m))?"
)
_CLOCK = re.compile(r"(?P<hours>[0-9]{1,2}):(?P<minutes>[0-9]{2})(?::[0-9]{2})?")
_EPOCH = datetime(1899, 12, 30)  # of the day numbers of spreadsheets
_DAY_NUMBERS = range(20_000, 80_000)
_TENTH = Decimal("0.1")


def moments_in(cell) -> list[datetime]:
    """The moments that a cell tells, in order: of 2020-03-05 08:00至11:00 both."""
    if isinstance(cell, datetime):
        return [cell]
    if isinstance(cell, date):
        return [datetime.combine(cell, time())]
    if isinstance(cell, int | float) and not isinstance(cell, bool) and int(cell) in _DAY_NUMBERS:
        return [(_EPOCH + timedelta(days=cell)).replace(microsecond=0)]
    return _moments_of(str(cell)) if isinstance(cell, str) else []


def _moments_of(words: str) -> list[datetime]:
    found = list(_MOMENT.finditer(words[:80]))
    moments = [moment for match in found if (moment := _moment(match))]
    if len(moments) == 1 and found[0]["hour"] is not None:
        end = _TIME.search(words, found[0].end())
        if end and int(end["hour"]) < 24:
            day = moments[0].date()
            moments.append(datetime.combine(day, time(int(end["hour"]), int(end["minute"] or 0) % 60)))
    return moments


def _moment(match: re.Match) -> datetime | None:
    told = (match["year"], match["month"], match["day"], match["hour"] or 0, match["minute"] or 0)
    try:
        return datetime(*map(int, told))
    except ValueError:
        return None


def hours_told(cell, *, in_minutes: bool) -> Decimal | None:
    """2.5, 2小时30分钟, 150分钟, 2:30, a span of time; a bare number is what the heading says."""
    if isinstance(cell, timedelta):
        return _tenths(Decimal(int(cell.total_seconds())) / 3600)
    if isinstance(cell, time):
        return _tenths(Decimal(cell.hour) + Decimal(cell.minute) / 60)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _tenths(Decimal(str(cell)) / (60 if in_minutes else 1))
    words = str(cell).strip() if isinstance(cell, str) else ""
    match = _CLOCK.fullmatch(words) or _PARTS.fullmatch(words)
    try:
        if match and any(match.groupdict().values()):
            return _tenths(Decimal(match["hours"] or 0) + Decimal(match["minutes"] or 0) / 60)
        return _tenths(Decimal(words) / (60 if in_minutes else 1))
    except InvalidOperation:
        return None


def between(start: datetime, end: datetime) -> Decimal:
    return _tenths(Decimal(int((end - start).total_seconds())) / 3600)


def _tenths(hours: Decimal) -> Decimal:
    return hours.quantize(_TENTH, ROUND_HALF_UP)
