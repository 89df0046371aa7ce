"""Rows as an XLSX file in which no text is ever run as a formula."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TITLE = re.compile(r"[\[\]:*?/\\]")  # what the name of a sheet may not have
_NARROW, _WIDE = 8, 40  # characters


@dataclass(frozen=True)
class Sheet:
    title: str
    headings: Iterable[str]
    rows: Iterable[Iterable]


def workbook_of(title: str, headings: Iterable[str], rows: Iterable[Iterable]) -> bytes:
    """One sheet with a heading that stays in view; numbers stay numbers, all else is text."""
    return workbook_of_sheets([Sheet(title, headings, rows)])


def workbook_of_sheets(sheets: Iterable[Sheet]) -> bytes:
    book = Workbook(write_only=True)
    for sheet in sheets:
        _write(book.create_sheet(_TITLE.sub("", sheet.title)[:31] or "表"), sheet)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _write(into, sheet: Sheet) -> None:
    lines = [list(sheet.headings), *map(list, sheet.rows)]
    for number, column in enumerate(zip(*lines, strict=True), 1):
        longest = max(len(str(cell)) for cell in column if cell is not None)
        into.column_dimensions[get_column_letter(number)].width = min(max(_NARROW, longest * 2), _WIDE)
    into.freeze_panes = "A2"
    for place, line in enumerate(lines):
        into.append([_cell(into, value, is_bold=not place) for value in line])


def _cell(sheet, value, *, is_bold: bool):
    is_text = isinstance(value, str)
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value) if is_text else value)
    if is_text:
        cell.data_type = "s"  # openpyxl would else write what begins with = as a formula
    if is_bold:
        cell.font = Font(bold=True)
    return cell
