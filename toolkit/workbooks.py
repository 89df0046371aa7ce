"""Rows as an XLSX file in which no text is ever run as a formula."""

import re
from collections.abc import Iterable
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TITLE = re.compile(r"[\[\]:*?/\\]")  # what the name of a sheet may not have
_NARROW, _WIDE = 8, 40  # characters


def workbook_of(title: str, headings: Iterable[str], rows: Iterable[Iterable]) -> bytes:
    """One sheet with a heading that stays in view; numbers stay numbers, all else is text."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_TITLE.sub("", title)[:31] or "表")
    lines = [list(headings), *map(list, rows)]
    for number, column in enumerate(zip(*lines, strict=True), 1):
        longest = max(len(str(cell)) for cell in column if cell is not None)
        sheet.column_dimensions[get_column_letter(number)].width = min(max(_NARROW, longest * 2), _WIDE)
    sheet.freeze_panes = "A2"
    for place, line in enumerate(lines):
        sheet.append([_cell(sheet, value, is_bold=not place) for value in line])
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _cell(sheet, value, *, is_bold: bool):
    is_text = isinstance(value, str)
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value) if is_text else value)
    if is_text:
        cell.data_type = "s"  # openpyxl would else write what begins with = as a formula
    if is_bold:
        cell.font = Font(bold=True)
    return cell
