"""A line of a roster as its cells: serial numbers off, padding closed, brackets kept whole."""

import re
from dataclasses import dataclass

from intake.extracting.names import looks_like_name
from intake.rosters.reading.padding import padding_closed
from toolkit import names

_HAN = r"[\u4e00-\u9fff]"
_CIRCLED = "[①-⑳㉑-㊿❶-❿⑴-⒇]"
_SERIAL = re.compile(
    rf"\s*(?:{_CIRCLED}|[（(]\s*(?:[0-9]{{1,4}}|[一二三四五六七八九十]{{1,3}})\s*[）)]"
    rf"|(?:[0-9]{{1,4}}|[一二三四五六七八九十]{{1,3}})\s*(?:[.．、:：)）](?![0-9])|,(?={_HAN})|(?=\s+{_HAN}))"
    rf"|[0-9]{{1,4}}\s*[。\-–—－](?=\s*{_HAN})|第\s*[0-9]{{1,4}}\s*[名位][、:：.]?(?=\s*{_HAN})"
    rf"|[0-9]{{1,4}}(?={_HAN})(?![0-9]*(?:年|月|日|级|班|号|届|岁|名|个|中)))\s*"
)
_SERIAL_WITHIN = re.compile(rf"\s*(?:{_CIRCLED}|(?<![0-9A-Za-z（(第])[0-9]{{1,4}}[.．、)）])\s*(?={_HAN})")
_INSIDE = r"(?:[^（()）]|[（(][^（()）]*[)）])*"  # 五（2）班
# Brackets are kept whole, whatever stands in them.
_PIECE = re.compile(rf"(?:[（(]{_INSIDE}[)）]|[^\s\u3000、，,；;|/（(]|[（(](?![^（()）]*[)）]))+")
_LIST_ENDS = re.compile(
    r"(?<=[\u4e00-\u9fff）)])(?:等(?:(?P<number>[0-9]{1,5})\s*(?:名|人|位)(?:同志|同学)?)?)?[。；;，,、…\s]{0,8}$"
)
_BRACKETS = re.compile(rf"[（(]({_INSIDE})[)）]")
# 王伟（女）第一中学: a person's remark, and the unit behind it.
_REMARK_WITHIN = re.compile(
    rf"[（(](?:[男女](?:[，,、\s][^（()）]{{0,20}})?|(?!民族){_HAN}{{1,5}}族)[)）](?={_HAN})"
)
# [女], 【藏族】 and １. as they are written elsewhere.
_WRITTEN = str.maketrans("[［【〔］]】〕０１２３４５６７８９", "（（（（））））0123456789")


@dataclass(frozen=True)
class Cells:
    """The cells of a line; ``is_row`` where a table gave them, each column at its place."""

    line: int
    words: str
    cells: tuple[str, ...]
    is_row: bool = False
    has_list: bool = False  # a mark that stands between people: 、
    of_how_many: int | None = None  # 等47人 behind the names


def cells_of(line: str, number: int) -> Cells:
    words = names.readable(line).translate(_WRITTEN).strip(" \u3000\r\n")
    if "\t" in words:
        return Cells(number, words.strip(), tuple(closed(cell) for cell in words.split("\t")), is_row=True)
    inner = _SERIAL_WITHIN.sub("、", _SERIAL.sub("", words, count=1) if _SERIAL.match(words) else words)
    inner = _REMARK_WITHIN.sub(r"\g<0> ", inner.strip("、"))
    ends = _LIST_ENDS.search(inner)
    of_how_many = int(ends["number"]) if ends and ends["number"] else None
    inner = _LIST_ENDS.sub("", inner)
    cells = tuple(padding_closed(inner, pieces_of(inner)))
    has_list = "、" in _BRACKETS.sub("", inner)
    return Cells(number, words, cells, has_list=has_list, of_how_many=of_how_many)


def pieces_of(words: str) -> list[str]:
    return [piece[0] for piece in _PIECE.finditer(words)]


def closed(cell: str) -> str:
    """A cell of a table without the spaces around and within a name."""
    words = " ".join(cell.replace("\u3000", " ").split()).strip('"')
    return "".join(words.split()) if looks_like_name("".join(words.split())) else words


def without_serial(cell: str) -> str:
    return _SERIAL.sub("", cell, count=1) if _SERIAL.match(cell) else cell


def parted(cell: str) -> tuple[str, tuple[str, ...]]:
    """The words of a cell, and what stands in the brackets at its end: 丁桑（藏族）, 王伟（女，回族）."""
    bare = _BRACKETS.sub("", cell).strip()
    inside = [part for each in _BRACKETS.findall(cell) for part in re.split(r"[，,、；;\s\u3000]+", each)]
    return bare, tuple(part.strip() for part in inside if part.strip())
