"""The report as plain text: one paragraph a line, as it would be typed into a letter."""

from datetime import date

from reports.document import Document, Item, Passage
from reports.document.formalities import Formalities


def render(document: Document) -> str:
    """The whole report, ending in a line break; a draft says so in its second line."""
    told = document.formalities
    signed = f"签发人：{'、'.join(told.signers)}" if told.signers else ""
    marks = (told.copy_number, told.classification, told.urgency, signed)
    lines = [*filter(None, marks), document.title]
    if not document.is_issued:
        lines.append("（未签发）")
    if told.addressees:
        lines += ["", f"{told.addressees}："]
    if opening := _paragraphs(document.opening):
        lines += ["", *opening]
    for label, section, items in document.outline:
        lines += ["", f"{label}{section.heading}"]
        for number, item in items:
            lines += _item(document, number, item)
    lines += ["", *_signature(document), "", *_imprint(document)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _item(document: Document, number: str, item: Item) -> list[str]:
    lines = [f"{number}{item.title}"] if item.title else []
    lines += _paragraphs(item.passage)
    for position, child in enumerate(item.children, 1):
        lines.append(f"{document.child_label(position)}{child.title}{child.text}")
    return lines


def _paragraphs(passage: Passage) -> list[str]:
    return ["".join(text for text, _ in pieces) for pieces in passage.paragraphs]


def _signature(document: Document) -> list[str]:
    return [line for line in (document.signature, _day(document.signed_on)) if line]


def _imprint(document: Document) -> list[str]:
    told = document.formalities
    copies = [f"抄送：{told.copied_to}。"] if told.copied_to else []
    return [*copies, _printed(told)] if told.has_imprint else []


def _printed(told: Formalities) -> str:
    return f"{told.printed_by}　{_day(told.printed_on)}印发" if told.printed_on else told.printed_by


def _day(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
