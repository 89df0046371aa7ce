"""The report as plain text: one paragraph a line, as it would be typed into a letter."""

from reports.document import Document, Item, Passage


def render(document: Document) -> str:
    """The whole report, ending in a line break; a draft says so in its second line."""
    lines = [document.title]
    if not document.is_issued:
        lines.append("（未签发）")
    if opening := _paragraphs(document.opening):
        lines += ["", *opening]
    for label, section, items in document.outline:
        lines += ["", f"{label}{section.heading}"]
        for number, item in items:
            lines += _item(document, number, item)
    lines += ["", *_signature(document)]
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
    day = document.signed_on
    signed = f"{day.year}年{day.month}月{day.day}日" if day else ""
    return [line for line in (document.signature, signed) if line]
