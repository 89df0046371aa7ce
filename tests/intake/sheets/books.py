"""Workbooks as bytes, good ones and those that somebody made to break the reader."""

import io
import re
import struct
import zipfile
from datetime import date

import xlwt
from openpyxl import Workbook


def book(*rows, merged=(), title="表一") -> bytes:
    made = Workbook()
    sheet = made.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    return saved(made)


def saved(made: Workbook) -> bytes:
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def changed(data: bytes, **parts: bytes) -> bytes:
    """The workbook with other parts: ``sheet`` and ``kinds`` stand for theirs, any other is added."""
    paths = {
        "sheet": "xl/worksheets/sheet1.xml",
        "kinds": "[Content_Types].xml",
        "macros": "xl/vbaProject.bin",
    }
    new = {paths[name]: content for name, content in parts.items()}
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package,
    ):
        for name in dict.fromkeys([*old.namelist(), *new]):
            package.writestr(name, new.get(name) or old.read(name))
    return file.getvalue()


def sheet_of(cells: str) -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{cells}</sheetData></worksheet>'.encode()


def old_book(*rows) -> bytes:
    made = xlwt.Workbook()
    sheet = made.add_sheet("表一")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            style = xlwt.easyxf(num_format_str="yyyy-mm-dd") if isinstance(value, date) else xlwt.XFStyle()
            sheet.write(number, column, value, style)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def lying(data: bytes, path: str, size: int) -> bytes:
    """The workbook whose directory says another size for a part than it unpacks to."""
    told = bytearray(data)
    for found in re.finditer(rb"PK\x01\x02", data):
        start = found.start()
        if data[start + 46 :].startswith(path.encode()):
            told[start + 24 : start + 28] = struct.pack("<I", size)
    return bytes(told)
