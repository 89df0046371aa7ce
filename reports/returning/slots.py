"""The texts that a draft prints, each under its bookmark: what one that comes back is compared with."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.document import Document, Figure
from reports.exporters import layout, marks
from reports.exporters.cleaning import clean

_AROUND = {
    layout.NOTE: "未签发的标注",
    layout.COPY_NUMBER: "份号",
    layout.SECRECY: "密级和保密期限",
    layout.URGENCY: "紧急程度",
    layout.RED_HEAD: "发文机关标志",
    layout.SIGNERS: "签发人",
    layout.NUMBER: "发文字号",
    layout.TITLE: "标题",
    layout.ADDRESSEES: "主送机关",
    layout.ANNEX_MENTION: "附件说明",
    layout.SIGNATURE: "落款",
    layout.DATE: "落款日期",
}
OPENING, HEADING, TITLE, TEXT, FRAME = "opening", "heading", "title", "text", "frame"


@dataclass(frozen=True)
class Slot:
    """A text of the draft. ``figures`` says where each figure begins and ends in it, and its bookmark."""

    mark: str
    kind: str
    key: str  # of the item or the section that it belongs to; a frame's is empty
    place: str  # 一、1.应急志愿服务
    label: str  # the number that it prints with
    text: str  # without that number, its paragraphs on lines of their own
    figures: tuple[tuple[int, int, str], ...] = ()
    held: tuple[Figure, ...] = ()
    lead: str = ""  # the title that the text of a commitment begins with
    has_breaks: bool = False  # where its lines break is our choice and says nothing


@dataclass(frozen=True)
class _Owner:
    kind: str
    key: str
    place: str
    held: tuple[Figure, ...] = ()
    lead: str = ""


def slots_of(document: Document) -> dict[str, Slot]:
    """The slots in reading order, by their bookmarks."""
    owners = dict(_owners(document))
    found = {}
    laid = [part for part in layout.parts(document) if part.style not in layout.IN_TABLES]
    for name, parts in layout.texts(laid):
        owner = owners.get(name) or _Owner(FRAME, "", _AROUND.get(parts[0].style, "其他文字"))
        figures, text = [], ""
        for part in parts:
            at = len(text) + (1 if text else 0) - len(part.label)
            text = f"{text}\n{part.words}" if text else part.words
            figures += [(start + at, end + at, mark) for start, end, mark in part.figures]
        found[name] = Slot(
            name,
            owner.kind,
            owner.key,
            owner.place,
            parts[0].label,
            text,
            tuple(figures),
            owner.held,
            owner.lead,
            bool(parts[0].lines),
        )
    return found


def _owners(document: Document) -> Iterator[tuple[str, _Owner]]:
    """Each bookmark of the text proper with what it belongs to."""
    yield marks.OPENING, _Owner(OPENING, "", "开头语", document.opening.figures)
    for label, section, items in document.outline:
        place = f"{label}{section.heading}"
        yield marks.mark(marks.HEADING, section.key), _Owner(HEADING, section.key, place)
        for number, item in items:
            place = f"{label}{number}{item.title or section.heading}"
            yield marks.mark(marks.TITLE, item.key), _Owner(TITLE, item.key, place)
            yield marks.mark(marks.TEXT, item.key), _Owner(TEXT, item.key, place, item.figures)
            for position, child in enumerate(item.children, 1):
                where = f"{label}{number}{document.child_label(position)}"
                lead = clean(child.title)
                yield (
                    marks.mark(marks.TEXT, child.key),
                    _Owner(TEXT, child.key, f"{where}{lead}", child.figures, lead),
                )
