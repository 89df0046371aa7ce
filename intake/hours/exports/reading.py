"""The rows of an export: who served where, on which day, for how long; and what of it is wrong or no row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal

from intake.hours.exports.headings import (
    ACTIVITY,
    DAY,
    END,
    HOURS,
    IDENTITY,
    MINUTES,
    NAME,
    PERIOD,
    PHONE,
    START,
    STATUS,
    UNIT,
    headings_in,
)
from intake.hours.exports.times import between, hours_told, moments_in
from intake.reading import Unreadable
from intake.rosters.reading.cells import parted
from intake.sheets.reading import Sheet, Value, has_lost_digits, text_of
from toolkit import names

_SUM = re.compile(r"(?:[合总共小]\s*计|共\s*[0-9]).{0,20}")
_NO_ROW = re.compile(r"制表.*|填表.*|审核.*|备注.*|说明.*|注[:：].*|导出.*|打印.*")
_VOID = re.compile(r".*(?:无效|作废|驳回|不通过|未通过|缺勤|未签到|取消|拒绝)")
_ROUNDED = Decimal("0.1")
_DAY_LONG = 24
_LONGEST = 200  # characters of a name or a unit
NO_HEADINGS = "没有找到“姓名”和“服务时长”（或签到、签退时间）这样的表头，请检查是不是时长表。"


Shift = tuple[int, datetime, datetime | None]  # row, in, out


@dataclass(frozen=True)
class Served:
    """One row; ``wrong`` says what is the matter with it. Numbers as far as the export shows them."""

    number: int  # of the row, as the spreadsheet counts
    name: str
    activity: str = ""
    day: date | None = None
    hours: Decimal | None = None
    unit: str = ""
    phone: str = ""
    identity: str = ""
    is_signed: bool = False  # in and out
    wrong: str = ""


@dataclass
class Export:
    rows: list[Served] = field(default_factory=list)
    skipped: list[tuple[int, str, str]] = field(default_factory=list)  # row, its words, why


def read_export(sheets: Sequence[Sheet]) -> Export:
    """The first sheet that has the headings. Raises Unreadable where none has."""
    for sheet in sheets:
        rows = sheet.filled()
        said = [[text_of(cell) for cell in row] for row in rows]
        if found := headings_in(said):
            return _Reading(sheet, rows, said, *found).export
    raise Unreadable(NO_HEADINGS)


class _Reading:
    def __init__(self, sheet: Sheet, rows, said, columns: dict[str, int], first: int):
        self.columns, self.broken, self.export = columns, sheet.broken, Export()
        self.shifts: dict[tuple, list[Shift]] = {}  # of one person, day and activity
        heading = said[first - 1]
        for place in range(first, len(rows)):
            if any(said[place]) and said[place] != heading:
                self._take(place, rows[place], said[place])

    def _take(self, place: int, row: Sequence[Value], said: Sequence[str]) -> None:
        cells = {meaning: row[column] for meaning, column in self.columns.items()}
        name = names.person(parted(text_of(cells[NAME]))[0])
        words = " ".join(dict.fromkeys(filter(None, said)))[:80]
        first = next(filter(None, said))
        is_below = _NO_ROW.fullmatch(first) and (not name or name == first)  # 审核通过 may begin a row
        if is_below or any(_SUM.fullmatch(one) for one in (name, first)):
            self.export.skipped.append((place + 1, words, "不是一行记录"))
        elif _VOID.fullmatch(status := text_of(cells.get(STATUS, ""))):
            self.export.skipped.append((place + 1, words, f"状态是“{status}”"))
        else:
            self.export.rows.append(self._served(place, name, cells))

    def _served(self, place: int, name: str, cells: dict[str, Value]) -> Served:
        start, end = self._times(cells)
        hours = self._hours(cells)
        span = between(start, end) if start and end and end > start and _has_times(start, end) else None
        told = {"activity": names.title(text_of(cells.get(ACTIVITY, "")))[:200]}
        told["unit"] = names.name(text_of(cells.get(UNIT, "")))[:_LONGEST]
        told |= {key: _number(cells.get(key, "")) for key in (PHONE, IDENTITY)}
        wrong = self._broken(place) or _wrong(name, start, end, hours, span)
        if not wrong:
            who = (name, told[IDENTITY] or told[PHONE] or told["unit"])
            others = self.shifts.setdefault((*who, told["activity"], start.date()), [])
            wrong = _twice(others, start, end)
            others.append((place + 1, start, end))
        return Served(
            place + 1,
            name[:_LONGEST],
            day=start.date() if start else None,
            hours=hours if hours is not None else span,
            is_signed=span is not None,
            wrong=wrong,
            **told,
        )

    def _times(self, cells):
        """In and out; beside a day that is told, those of another are the activity's, not the service's."""
        day = next(iter(moments_in(cells.get(DAY, ""))), None)
        start = next(iter(moments_in(cells.get(START, ""), day and day.date())), None)
        since = start or day
        end = next(iter(moments_in(cells.get(END, ""), since and since.date())), None)
        if not start and not end:
            start, end, *_ = (*moments_in(cells.get(PERIOD, ""), day and day.date()), None, None)
        if day and start and start.date() != day.date():
            start = end = None
        return start or day or end, end if start else None

    def _hours(self, cells) -> Decimal | None:
        if HOURS in cells and text_of(cells[HOURS]):
            return hours_told(cells[HOURS], in_minutes=False)
        return hours_told(cells.get(MINUTES, ""), in_minutes=True)

    def _broken(self, place: int) -> str:
        columns = [self.columns[one] for one in (NAME, HOURS, MINUTES, START, END) if one in self.columns]
        return next((self.broken[place, one] for one in columns if (place, one) in self.broken), "")


def _has_times(start: datetime, end: datetime) -> bool:
    """Two days alone, from this to that, tell no hours."""
    return bool(start.time() != time() or end.time() != time())


def _wrong(name, start, end, hours, span) -> str:
    if not name:
        return "没有姓名。"
    if start is None:
        return "没有读出服务日期。"
    if end and end < start:
        return "签退时间早于签到时间。"
    if hours is None and span is None:
        return "没有读出时长。"
    if hours is not None and hours <= 0:
        return "时长要大于 0。"
    if span is not None and span > _DAY_LONG:
        return "签到到签退超过24小时，看不出是哪一天服务的。"
    if hours is not None and span is not None and hours > span + _ROUNDED:
        return f"时长{hours}小时，超过签到到签退的{span}小时。"
    return ""


def _twice(others: Sequence[Shift], start: datetime, end: datetime | None) -> str:
    """Two shifts of a day are added up; the same one told twice is not."""
    for number, since, until in others:
        if end is None or until is None:
            return f"与第{number}行是同一个人、同一天、同一活动，没有签到签退时间，分不清是重复还是又一次。"
        if since < end and start < until:
            return f"与第{number}行是同一个人、同一活动，时间重叠。"
    return ""


def _number(cell: Value) -> str:
    """A number as far as it is known: of 1.1E+17 the last digits are gone, and it tells nobody apart."""
    return "" if has_lost_digits(cell) else names.number(text_of(cell))[:18]
