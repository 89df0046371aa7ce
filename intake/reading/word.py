"""A Word file as lines: headings, the numbers that Word makes itself, tables, text boxes."""

from collections.abc import Iterator

from intake.reading.lines import ROW, Line, Unreadable
from intake.reading.word_numbers import Numbers
from intake.reading.word_package import W, parts_of

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What was deleted or moved away, the second copy of a text box, field codes, the sound over a character.
_GONE = {f"{W}del", f"{W}moveFrom", _FALLBACK, f"{W}delText", f"{W}instrText", f"{W}rt"}
_AROUND = {f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
_LONG_CELL = 60  # characters; a cell of so many holds text, not a name, and a heading has fewer


def word_lines(data: bytes) -> list[Line]:
    """The lines of the body in order, every tracked change accepted. Raises Unreadable."""
    parts = parts_of(data)
    try:
        lines = list(_lines(parts.body, Numbers(parts.styles, parts.numbering)))
    except RecursionError as error:
        raise Unreadable("这份 Word 文件层层嵌套得太深，读不出来，请另存为 TXT 再试。") from error
    if not any(line.text.strip() for line in lines):
        raise Unreadable("文件里没有文字。")
    return lines


def _lines(body, numbers: Numbers) -> Iterator[Line]:
    begun, boxes_begun = "", []  # of a paragraph whose end was deleted: it goes on in the next
    for element in _children(body, f"{W}p", f"{W}tbl"):
        if element.tag == f"{W}tbl":
            yield from _table(element, numbers)
            continue
        boxes: list = []
        text = begun + "".join(_words(element, boxes))
        if _goes_on(element):
            begun, boxes_begun = text, boxes_begun + boxes
            continue
        yield from _paragraph(element, text, boxes_begun + boxes, numbers)
        begun, boxes_begun = "", []
    if begun:
        yield Line(begun)


def _children(element, *tags: str) -> Iterator:
    """Those of the tags right beneath, also within what stands around them but for a list of contents."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag in _AROUND and not _is_contents(child):
            yield from _children(child, *tags)


def _is_contents(element) -> bool:
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(f"{W}val") == "Table of Contents"


def _goes_on(paragraph) -> bool:
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _paragraph(paragraph, text: str, boxes: list, numbers: Numbers) -> Iterator[Line]:
    """The paragraph, then what stands in its text boxes."""
    label = numbers.label_of(paragraph)
    level = numbers.heading_of(paragraph)
    for part in text.split("\n") if not numbers.is_contents(paragraph) else ():
        words = _labelled(label, part) if part.strip() else ""
        yield Line(words, level=level if len(part) <= _LONG_CELL else 0)
        label = ""
    for box in boxes:
        yield from _lines(box, numbers)


def _labelled(label: str, words: str) -> str:
    """1. before 4月23日 would read as 1.4月."""
    if label.endswith((".", "．")) and words.lstrip()[:1].isdigit():
        label = label[:-1] + "、"
    return label + words


def _words(element, boxes: list) -> Iterator[str]:
    for child in element:
        if child.tag in _GONE or (child.tag == f"{W}r" and child.find(f"{W}rPr/{W}vanish") is not None):
            continue
        if child.tag == f"{W}txbxContent":
            boxes.append(child)
        elif child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in (f"{W}br", f"{W}cr"):
            yield "\n"
        elif child.tag == f"{W}tab":
            yield "\t"
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
        else:
            yield from _words(child, boxes)


def _table(table, numbers: Numbers) -> Iterator[Line]:
    """Rows of names and numbers; cells that hold text, as forms and frames have them, are read as text."""
    for row in _children(table, f"{W}tr"):
        if row.find(f"{W}trPr/{W}del") is not None:
            continue
        cells = [[*_lines(cell, numbers)] for cell in _children(row, f"{W}tc")]
        told = [cell for cell in cells if any(line.text.strip() for line in cell)]
        if len(told) == 1 or any(_holds_text(cell) for cell in told):
            yield from (line for cell in told for line in cell)
        elif told:
            words = ["".join(line.text for line in cell).replace("\t", " ").strip() for cell in cells]
            yield Line("\t".join(words), kind=ROW)


def _holds_text(cell: list[Line]) -> bool:
    lines = [line.text for line in cell if line.text.strip()]
    return any(line.kind == ROW for line in cell) or (
        sum(map(len, lines)) > _LONG_CELL and any("。" in line for line in lines)
    )
