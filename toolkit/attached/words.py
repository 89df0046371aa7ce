"""The words of a Word file and of a workbook, line by line: all that whoever opens it can bring to light."""

import re
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal

from lxml import etree

from toolkit.attached.judging import bounded

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_NOTES = re.compile(r"xl/(?:comments\d*|threadedComments/[^/]+|drawings/[^/]+)\.xml")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_WARY = {"resolve_entities": False, "no_network": True, "load_dtd": False}
# Numbers of formats that every program knows for days (ECMA-376, 18.8.30), those of Chinese ones among them.
_DAY_FORMATS = {*range(14, 18), 22, *range(27, 37), *range(50, 59)}
_DAY_CODE = re.compile(r"[yYdD年月日]")
_FIRST_DAY = datetime(1899, 12, 30)


def _walked(package: zipfile.ZipFile, part: str, tags: tuple[str, ...]) -> Iterator[etree._Element]:
    """The outermost of these elements as they come, each forgotten after it was read."""
    with package.open(part) as file:
        for _, element in etree.iterparse(file, tag=tags, **_WARY):
            if not any(outer.tag in tags for outer in element.iterancestors()):
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]


def lines_of_word(package: zipfile.ZipFile) -> Iterator[str]:
    """A line for each paragraph and each row of a table; of tracked changes what went and what came."""
    for part in sorted(filter(_TEXT_PARTS.fullmatch, package.namelist())):
        for element in _walked(package, part, (f"{_W}p", f"{_W}tr")):
            cells = element.findall(f"{_W}tc") or [element]
            yield "\t".join(_written(cell) for cell in cells)


def _written(element) -> str:
    pieces = []
    for one in element.iter(f"{_W}t", f"{_W}delText", f"{_W}tab", f"{_W}br", f"{_W}p"):
        is_word = one.tag in (f"{_W}t", f"{_W}delText")
        pieces.append((one.text or "") if is_word else " ")
    return "".join(pieces).strip()


def lines_of_workbook(package: zipfile.ZipFile) -> Iterator[str]:
    """A line for each row of every sheet, hidden or not, and for each note."""
    names = package.namelist()
    shared, days = [], _day_styles(package, names)
    if "xl/sharedStrings.xml" in names:
        shared = [_said(one) for one in _walked(package, "xl/sharedStrings.xml", ("{*}si",))]
    if "xl/workbook.xml" in names:
        yield from (one.get("name", "") for one in _walked(package, "xl/workbook.xml", ("{*}sheet",)))
    for part in sorted(filter(_SHEET.fullmatch, names)):
        for row in _walked(package, part, ("{*}row",)):
            cells = (_cell(cell, shared, days) for cell in row.iterchildren("{*}c"))
            yield "\t".join(bounded(filter(None, cells)))
    for part in sorted(filter(_NOTES.fullmatch, names)):
        yield from (
            _said(one) for one in _walked(package, part, ("{*}comment", "{*}threadedComment", "{*}p"))
        )


def _said(element) -> str:
    """Without how the characters are read (rPh)."""
    words = (
        one for one in element.iter("{*}t", "{*}text") if one.getparent().tag.rpartition("}")[2] != "rPh"
    )
    return "".join(one.text or "" for one in words)


def _cell(cell, shared: list[str], days: list[bool]) -> str:
    kind, value = cell.get("t", "n"), cell.findtext("{*}v") or ""
    if kind == "s":
        return shared[int(value)] if value else ""
    if kind == "inlineStr":
        return _said(cell)
    return _number(value, is_day=days[int(cell.get("s", 0))] if days else False) if kind == "n" else value


def _number(value: str, is_day: bool) -> str:
    """Numbers of eighteen digits whole, as they were meant: 1.1E+17; days as people read them."""
    try:
        number = Decimal(value)
        if is_day:
            return f"{_FIRST_DAY + timedelta(days=float(number)):%Y年%-m月%-d日}"
        return f"{number:f}"
    except (ArithmeticError, ValueError):
        return value


def _day_styles(package: zipfile.ZipFile, names: list[str]) -> list[bool]:
    """Of each style of cells, by its number, whether it shows days."""
    if "xl/styles.xml" not in names:
        return []
    tree = etree.fromstring(package.read("xl/styles.xml"), etree.XMLParser(**_WARY))
    own = {int(one.get("numFmtId", 0)): one.get("formatCode", "") for one in tree.iter("{*}numFmt")}
    formats = [int(one.get("numFmtId", 0)) for one in tree.iterfind("{*}cellXfs/{*}xf")]
    return [one in _DAY_FORMATS or bool(_DAY_CODE.search(own.get(one, ""))) for one in formats]
