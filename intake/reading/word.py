"""A Word file as lines: headings, the numbers that Word makes itself, tables, text boxes."""

import io
import zipfile
from collections.abc import Iterator

from intake.reading.lines import ROW, Line, Unreadable
from intake.reading.word_numbers import Numbers

LARGEST_PART = 60 * 2**20  # bytes, unpacked
LARGEST_WHOLE = 200 * 2**20
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = {f"{_W}del", f"{_W}moveFrom", _FALLBACK, f"{_W}delText", f"{_W}instrText"}


def word_lines(data: bytes) -> list[Line]:
    """The lines of the body in order, every tracked change accepted. Raises Unreadable."""
    _look_into(data)
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document = docx.Document(io.BytesIO(data))
        lines = list(_lines(document.element.body, Numbers(document)))
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, RecursionError) as error:
        raise Unreadable("这份 Word 文件已损坏，读不出来，请用 WPS 或 Word 打开后另存再试。") from error
    if not any(line.text.strip() for line in lines):
        raise Unreadable("文件里没有文字。")
    return lines


def _look_into(data: bytes) -> None:
    """Refuse what is no Word file, holds macros, or would not fit into memory once unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            sizes = {entry.filename: entry.file_size for entry in package.infolist()}
            if sum(sizes.values()) > LARGEST_WHOLE or sizes.get("word/document.xml", 0) > LARGEST_PART:
                raise Unreadable("这份文件解开后过大，不像普通的 Word 文件，没有读取。")
            if "word/document.xml" not in sizes:
                raise Unreadable("这是压缩包，不是 Word 文件，请选择 .docx 文件。")
            kinds = package.read("[Content_Types].xml")
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, OSError) as error:
        raise Unreadable("这份 Word 文件已损坏，读不出来，请用 WPS 或 Word 打开后另存再试。") from error
    if b"macroEnabled" in kinds or "word/vbaProject.bin" in sizes:
        raise Unreadable("这份 Word 文件带有宏，请另存为不带宏的 .docx 再试。")


def _lines(body, numbers: Numbers) -> Iterator[Line]:
    for element in body:
        if element.tag == f"{_W}p":
            yield from _paragraph(element, numbers)
        elif element.tag == f"{_W}tbl":
            yield from _rows(element)
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo"):
            yield from _lines(element, numbers)


def _paragraph(paragraph, numbers: Numbers) -> Iterator[Line]:
    """The paragraph, then what stands in its text boxes."""
    boxes = []
    text = "".join(_words(paragraph, boxes))
    label = numbers.label_of(paragraph)
    for part in text.split("\n"):
        yield Line(f"{label}{part}" if part.strip() else "", level=numbers.heading_of(paragraph))
        label = ""
    for box in boxes:
        yield from _lines(box, numbers)


def _words(element, boxes: list) -> Iterator[str]:
    for child in element:
        if child.tag in _GONE:
            continue
        if child.tag == f"{_W}txbxContent":
            boxes.append(child)
        elif child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif child.tag == f"{_W}tab":
            yield "\t"
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        else:
            yield from _words(child, boxes)


def _rows(table) -> Iterator[Line]:
    for row in table.iter(f"{_W}tr"):
        cells = ["".join(_words(cell, [])).replace("\n", "").strip() for cell in row.iter(f"{_W}tc")]
        if any(cells):
            yield Line("\t".join(cells), kind=ROW)
