"""The text of a Word file as it stands once every tracked change is accepted, with its bookmarks.

Names are read without their namespaces: a file saved as “Strict Open XML” differs in nothing else.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reports.exporters import marks
from reports.returning.word.package import Package, Unreadable

MOST_CHARACTERS = 200_000  # of text; the longest summary has a tenth
MOST_PARAGRAPHS = 3000
MOST_OPEN = 50  # bookmarks at one place; ours are three deep

_DROPPED = {"del": "删除", "moveFrom": "移动"}
_ADDED = {"ins": "插入", "moveTo": ""}  # a move is counted where it starts
_BREAKS = {"br": "\n", "cr": "\n", "tab": " ", "ptab": " ", "noBreakHyphen": "-"}
_PASSED_OVER = {"pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "rubyPr", "instrText", "delText", "delInstrText"}


@dataclass(frozen=True)
class Mark:
    """The part of a paragraph that is within a bookmark; ``begins`` where the bookmark starts in it."""

    name: str
    start: int
    end: int
    begins: bool


@dataclass
class Paragraph:
    text: str
    marks: list[Mark] = field(default_factory=list)


@dataclass
class Text:
    """What a Word file says."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    rows: list[tuple[str, ...]] = field(default_factory=list)  # of its tables
    beside: list[tuple[str, str]] = field(default_factory=list)  # (批注, what it says): of no paragraph
    revisions: dict[str, int] = field(default_factory=dict)  # 插入, 删除, 移动


def text_of(package: Package) -> Text:
    """Raises Unreadable where there is more than any summary holds."""
    body = _child(package.main(), "body")
    if body is None:
        raise Unreadable("这不是 Word 文件，里面没有 Word 的正文。")
    reader = _Reader(body)
    reader.blocks(body)
    reader.close()
    for part, kind in (("comments.xml", "批注"), ("footnotes.xml", "脚注"), ("endnotes.xml", "尾注")):
        reader.text.beside += [(kind, words) for words in _notes(package.beside(part)) if words]
    return reader.text


class _Reader:
    """Walks through the body once. A bookmark is open from its start to its end, over any paragraphs;
    one without an end, as LibreOffice leaves them behind, to the end of its paragraph."""

    def __init__(self, body):
        self.text = Text()
        self._said = ""
        self._length = 0
        self._ended = {_attribute(one, "id") for one in body.iter() if _local(one) == "bookmarkEnd"}
        self._open: dict[str, tuple[str, int, bool]] = {}  # by id: name, since where, whether it begins here
        self._marks: list[Mark] = []

    def blocks(self, parent) -> None:
        for element in parent:
            name = _local(element)
            if name == "p":
                self._inline(element)
                if not _is_mark_deleted(element):  # else it runs on into the next one
                    self.close()
            elif name == "tbl":
                self.text.rows += [row for row in self._rows(element) if any(row)]
            elif name in ("bookmarkStart", "bookmarkEnd"):
                self._bookmark(element, name)
            elif name in _DROPPED:
                self._count(element, _DROPPED[name])
            elif name not in _PASSED_OVER:
                self.blocks(element)

    def close(self) -> None:
        """The end of a paragraph."""
        if not self._said and not self._marks and not self._open:
            return
        for key, (name, start, begins) in self._open.items():
            self._marks.append(Mark(name, start, len(self._said), begins))
            self._open[key] = (name, 0, False)
        self._open = {key: one for key, one in self._open.items() if key in self._ended}
        self.text.paragraphs.append(Paragraph(self._said, self._marks))
        if len(self.text.paragraphs) > MOST_PARAGRAPHS:
            raise Unreadable(f"文件里的段落超过 {MOST_PARAGRAPHS} 个，不像是一份总结，没有读取。")
        self._said, self._marks = "", []

    def _inline(self, parent, is_dropped: bool = False) -> None:
        for element in parent:
            name = _local(element)
            if name in ("bookmarkStart", "bookmarkEnd"):
                self._bookmark(element, name)
            elif name in _DROPPED or name in _ADDED:
                self._count(element, _DROPPED.get(name) or _ADDED[name])
                self._inline(element, is_dropped or name in _DROPPED)
            elif name in ("AlternateContent", "drawing", "pict", "object"):
                self._box(element)
            elif name == "t" and not is_dropped:
                self._say(element.text or "")
            elif name in _BREAKS and not is_dropped:
                self._say(_BREAKS[name])
            elif name not in _PASSED_OVER:
                self._inline(element, is_dropped)

    def _count(self, element, kind: str) -> None:
        if kind and any(_local(one) in ("t", "delText") for one in element.iter()):
            self.text.revisions[kind] = self.text.revisions.get(kind, 0) + 1

    def _say(self, words: str) -> None:
        self._length += len(words)
        if self._length > MOST_CHARACTERS:
            raise Unreadable(f"文件里的字超过 {MOST_CHARACTERS // 10000} 万，不像是一份总结，没有读取。")
        self._said += words

    def _bookmark(self, element, name: str) -> None:
        key = _attribute(element, "id")
        if name == "bookmarkStart":
            called = _attribute(element, "name")
            if called.startswith(marks.KINDS) and len(self._open) < MOST_OPEN:
                self._open[key] = (called, len(self._said), True)
        elif key in self._open:
            called, start, begins = self._open.pop(key)
            self._marks.append(Mark(called, start, len(self._said), begins))

    def _box(self, element) -> None:
        """A text box stands in no paragraph; the second copy for old programs is passed over."""
        box = next((one for one in element.iter() if _local(one) == "txbxContent"), None)
        if box is not None and (words := _words(box)):
            self.text.beside.append(("文本框", words))

    def _rows(self, table) -> Iterator[tuple[str, ...]]:
        for row in _within(table, "tr"):
            if not _is_row_deleted(row):
                yield tuple(_words(cell) for cell in _within(row, "tc"))


def _words(parent) -> str:
    """All that an element says, its paragraphs on lines of their own."""
    reader = _Reader(parent)
    reader.blocks(parent)
    reader.close()
    said = [one.text.strip() for one in reader.text.paragraphs] + [" ".join(row) for row in reader.text.rows]
    return "\n".join(words for words in said if words)


def _notes(root) -> Iterator[str]:
    """The comments or notes of a part; those with a type are lines that separate them."""
    for note in root if root is not None else ():
        if not _attribute(note, "type"):
            author = _attribute(note, "author")
            words = _words(note)
            yield f"{author}：{words}" if author and words else words


def _is_mark_deleted(paragraph) -> bool:
    """Whether the end of the paragraph was deleted or moved away with tracked changes."""
    properties = _child(paragraph, "pPr")
    letters = _child(properties, "rPr") if properties is not None else None
    return letters is not None and any(_local(one) in _DROPPED for one in letters)


def _is_row_deleted(row) -> bool:
    properties = _child(row, "trPr")
    return properties is not None and _child(properties, "del") is not None


def _within(parent, name: str) -> Iterator:
    """The elements of this name, also those wrapped in controls."""
    for element in parent:
        if _local(element) == name:
            yield element
        elif _local(element) in ("sdt", "sdtContent", "customXml"):
            yield from _within(element, name)


def _child(parent, name: str):
    return next((one for one in parent if _local(one) == name), None)


def _local(element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _attribute(element, name: str) -> str:
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")
