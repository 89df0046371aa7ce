"""A workbook (.xlsx, .xls) or a CSV file as sheets of plain values; or the sentence that says why not.

Plain Python over bytes: nothing is unpacked before its size is known, nothing in it is run.
"""

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from intake.reading import Unreadable
from intake.reading.decoding import decoded
from intake.sheets.apart import Damaged, Protected, TooLarge, sheets_of
from intake.sheets.packages import DAMAGED, LARGEST, MACROS, PASSWORD, Broken, looked_into, refuse_too_wide

Value = str | int | float | bool | date | datetime | time | timedelta  # an empty cell is ""
Place = tuple[int, int]  # row and column, from zero
Range = tuple[Place, Place]  # first and last cell

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = ("EncryptedPackage", "_VBA_PROJECT", "Workbook", "Book")
_NO_TABLE = "这不是表格文件，可能是改了扩展名的图片、文档或程序，请选择 .xlsx、.xls 或 .csv 文件。"


@dataclass(frozen=True)
class Sheet:
    """One sheet from its cell A1 on: every row as long as the longest."""

    name: str
    rows: list[list[Value]]
    merged: tuple[Range, ...] = ()
    broken: Broken = field(default_factory=dict)

    def filled(self) -> list[list[Value]]:
        """The rows with what a merged cell says in each cell that it covers."""
        rows = [list(row) for row in self.rows]
        for (top, left), (bottom, right) in self.merged:
            for row in rows[top : bottom + 1]:
                row[left : right + 1] = [self.rows[top][left]] * len(row[left : right + 1])
        return rows


def read_sheets(data: bytes) -> list[Sheet]:
    """The visible sheets of a file that hold anything, told apart by what is in it. Raises Unreadable."""
    if not data:
        raise Unreadable("文件是空的。")
    refuse_too_large(len(data))
    if data.startswith(b"PK"):
        sheets = _workbook(data, looked_into(data))
    elif data.startswith(_OLD_OFFICE):
        _refuse_other_kinds(data)
        sheets = _workbook(data, {})
    else:
        sheets = [_of_text(data)]
    sheets = [sheet for sheet in sheets if any(cell != "" for row in sheet.rows for cell in row)]
    if not sheets:
        raise Unreadable("表格里没有内容。")
    return sheets


def refuse_too_large(size: int) -> None:
    """Raises Unreadable for more bytes than a table that people keep ever has."""
    if size > LARGEST:
        raise Unreadable(f"文件有{size / 2**20:.0f} MB，超过{LARGEST // 2**20} MB，请分成几份再试。")


def text_of(value: Value) -> str:
    """What a cell says, as whoever looks at the sheet reads it."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return str(value)


def has_lost_digits(value: Value) -> bool:
    """Whether a long number was kept as 1.1E+17: of an ID or card number the last digits are gone."""
    if isinstance(value, str):
        return bool(re.fullmatch(r"[0-9](\.[0-9]+)?[eE]\+[0-9]{2}", value.strip()))
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) >= 1e15


def _workbook(data: bytes, broken: Mapping[str, Broken]) -> list[Sheet]:
    try:
        sheets = sheets_of(data)
    except Protected as error:
        raise Unreadable(PASSWORD) from error
    except Damaged as error:
        raise Unreadable(DAMAGED) from error
    except TooLarge as error:
        raise Unreadable("表格的内容太多，一次读不下，请删去多余的行和列，或者分成几份再试。") from error
    for name, rows, _ in sheets:
        refuse_too_wide(name, len(rows), len(rows[0]) if rows else 0)
    return [Sheet(name, rows, tuple(merged), broken.get(name, {})) for name, rows, merged in sheets]


def _refuse_other_kinds(data: bytes) -> None:
    """Of the files that begin like an old .xls, those that are none or hold macros."""
    names = {name for name in _STREAMS if name.encode("utf-16-le") in data}
    if "EncryptedPackage" in names:
        raise Unreadable(PASSWORD)
    if "_VBA_PROJECT" in names:
        raise Unreadable(MACROS)
    if not names & {"Workbook", "Book"}:
        raise Unreadable(_NO_TABLE)


def _of_text(data: bytes) -> Sheet:
    try:
        text = decoded(data)
    except Unreadable as error:
        raise Unreadable(_NO_TABLE) from error
    if "\0" in text:
        raise Unreadable(_NO_TABLE)
    if text.lstrip()[:15].lower().startswith(("<!doctype", "<html", "<?xml", "{\\rtf", "%pdf")):
        raise Unreadable("这是网页、PDF 或 RTF 文件，请打开后另存为 .xlsx 再试。")
    rows = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True):
            rows.append(row)
            refuse_too_wide("CSV", len(rows), len(row))
    except csv.Error as error:
        raise Unreadable(f"CSV 文件第{len(rows) + 1}行读不出来，可能少了一个引号，请核对后再试。") from error
    width = max(map(len, rows), default=0)
    refuse_too_wide("CSV", len(rows), width)
    return Sheet("CSV", [[*row, *[""] * (width - len(row))] for row in rows])


def _delimiter(text: str) -> str:
    """What parts the cells: whichever of the usual marks the first lines have most of."""
    start = text[:4096]
    return max(",\t;", key=start.count)
