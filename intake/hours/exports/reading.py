"""The rows of an export: who served where, on which day, for how long; and what of it is wrong or no row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
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
from intake.sheets.reading import Sheet, Value, has_lost_digits, text_of
from toolkit import names

_NO_ROW = re.compile(
    r"合\s*计|总\s*计|共\s*计|小\s*计|制表.*|填表.*|审核.*|备注.*|说明.*|注[:：].*|导出.*|打印.*"
)
_VOID = re.compile(r".*(?:无效|作废|驳回|不通过|未通过|缺勤|未签到|取消|拒绝)")
_ROUNDED = Decimal("0.1")
NO_HEADINGS = "没有找到“姓名”和“服务时长”（或签到、签退时间）这样的表头，请检查是不是时长表。"


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
        heading = said[first - 1]
        for place in range(first, len(rows)):
            if any(said[place]) and said[place] != heading:
                self._take(place, rows[place], said[place])

    def _take(self, place: int, row: Sequence[Value], said: Sequence[str]) -> None:
        cells = {meaning: row[column] for meaning, column in self.columns.items()}
        name = names.person(text_of(cells[NAME]))
        words = " ".join(dict.fromkeys(filter(None, said)))[:80]
        if any(_NO_ROW.fullmatch(one) for one in (name, next(filter(None, said)))):
            self.export.skipped.append((place + 1, words, "不是一行记录"))
        elif _VOID.fullmatch(status := text_of(cells.get(STATUS, ""))):
            self.export.skipped.append((place + 1, words, f"状态是“{status}”"))
        else:
            self.export.rows.append(self._served(place, name, cells))

    def _served(self, place: int, name: str, cells: dict[str, Value]) -> Served:
        start, end = self._times(cells)
        hours = self._hours(cells)
        span = between(start, end) if start and end and end > start else None
        told = {"activity": names.title(text_of(cells.get(ACTIVITY, "")))[:200]}
        told["unit"] = names.name(text_of(cells.get(UNIT, "")))
        told |= {key: _number(cells.get(key, "")) for key in (PHONE, IDENTITY)}
        wrong = self._broken(place) or _wrong(name, start, end, hours, span)
        return Served(
            place + 1,
            name[:30],
            day=start.date() if start else None,
            hours=hours if hours is not None else span,
            is_signed=span is not None,
            wrong=wrong,
            **told,
        )

    def _times(self, cells):
        period = moments_in(cells.get(PERIOD, ""))
        start = next(iter(moments_in(cells.get(START, "")) or moments_in(cells.get(DAY, "")) or period), None)
        end = next(iter(moments_in(cells.get(END, "")) or period[1:2]), None)
        return start or end, end

    def _hours(self, cells) -> Decimal | None:
        if HOURS in cells and text_of(cells[HOURS]):
            return hours_told(cells[HOURS], in_minutes=False)
        return hours_told(cells.get(MINUTES, ""), in_minutes=True)

    def _broken(self, place: int) -> str:
        columns = [self.columns[one] for one in (NAME, HOURS, MINUTES, START, END) if one in self.columns]
        return next((self.broken[place, one] for one in columns if (place, one) in self.broken), "")


def _wrong(name, start, end, hours, span) -> str:
    if not name:
        return "没有姓名。"
    if start is None:
        return "没有读出服务日期。"
    if end and end < start:
        return "签退时间早于签到时间。"
    if hours is None and span is None:
        return "没有读出时长。"
    if hours is not None and span is not None and hours > span + _ROUNDED:
        return f"时长{hours}小时，超过签到到签退的{span}小时。"
    return ""


def _number(cell: Value) -> str:
    """A number as far as it is known: of 1.1E+17 the last digits are gone, and it tells nobody apart."""
    return "" if has_lost_digits(cell) else names.number(text_of(cell))[:18]
