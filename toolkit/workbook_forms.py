"""A sheet to be filled in, as an XLSX file: its choices can be picked, and a second sheet explains it."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties


def form_of(
    title: str,
    headings: Sequence[str],
    *,
    choices: Mapping[int, Sequence[str]],
    explained: Sequence[Sequence[str]],
    rows: int = 1000,
) -> bytes:
    """``choices`` are those of a column, by its place; ``explained`` are lines of four cells, the first bold.

    Every cell is one of text, so that no program turns a long number into 1.1E+17 or 3-5 into a day.
    """
    book = Workbook()
    sheet, said, listed = book.active, book.create_sheet("填写说明"), book.create_sheet("选项")
    sheet.title = title[:31]
    listed.sheet_state = "hidden"
    for number, heading in enumerate(headings, 1):
        column = sheet.column_dimensions[get_column_letter(number)]
        column.width, column.number_format = max(12, len(heading) * 2 + 4), "@"
        sheet.cell(1, number, heading).font = Font(bold=True)
        if offered := choices.get(number - 1):
            sheet.add_data_validation(_rule(listed, number, heading, offered, rows))
    _explain(said, explained)
    for one in (sheet, said):
        one.freeze_panes = "A2"
        one.page_setup.orientation, one.page_setup.paperSize = "landscape", one.PAPERSIZE_A4
        one.sheet_properties.pageSetUpPr, one.page_setup.fitToHeight = PageSetupProperties(fitToPage=True), 0
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _rule(listed, number: int, heading: str, offered: Sequence[str], rows: int) -> DataValidation:
    """That the cells of a column hold what is offered, which stands in a sheet of its own."""
    letter = get_column_letter(number)
    for place, choice in enumerate(offered, 1):
        listed.cell(place, number, choice).data_type = "s"
    rule = DataValidation("list", formula1=f"'选项'!${letter}$1:${letter}${len(offered)}", allow_blank=True)
    rule.errorTitle, rule.error = "请从列表里选", f"“{heading.rstrip('*')}”只能填列表里有的。"
    rule.add(f"{letter}2:{letter}{rows + 1}")
    return rule


def _explain(sheet, lines: Sequence[Sequence[str]]) -> None:
    widths = (20, 8, 60, 30)  # of characters that are half as wide as a Chinese one
    for number, line in enumerate(lines, 1):
        for place, words in enumerate(line, 1):
            cell = sheet.cell(number, place, words)
            cell.data_type, cell.alignment = "s", Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=number == 1)
        most = max(-(-len(words) * 2 // (wide - 2)) for words, wide in zip(line, widths, strict=True))
        sheet.row_dimensions[number].height = 16 * max(most, 1)
    for letter, wide in zip("ABCD", widths, strict=True):
        sheet.column_dimensions[letter].width = wide
