"""What a Word file says of itself for the way back: which paragraph tells what, and what it said.

The names are those of bookmarks: at most 40 letters, digits and underscores. Word, WPS and LibreOffice keep
them when the file is edited and saved, as they keep the file's own properties.
"""

import hashlib
import re
import zlib

from reports.document import Document, Item, Section
from reports.document.snapshot import sha256_of, to_json

REPORT, OFFICE, DRAFT = "report", "office", "draft"  # properties: whose file it is, and of which draft
TITLE, TEXT, HEADING, FRAME, NUMBER = "title", "text", "heading", "frame", "number"  # kinds of bookmarks
KINDS = tuple(f"{kind}_" for kind in (TITLE, TEXT, HEADING, FRAME, NUMBER, REPORT))
OPENING, TITLE_OF_REPORT, ANNEX = "text_opening", "frame_title", "annex"
ORDER = "order"  # property: in what order the numbered texts stood

_LONGEST = 36  # with the number of a further paragraph 40, which is what Word takes
_FURTHER = re.compile(r"_p\d+$")


def key_of(section: Section, item: Item, place: str, taken: set[str]) -> str:
    """Names an item: what staff know it by, else the record it tells of, else its place.

    What a follow-up names as evidence has an item of its own elsewhere.
    """
    told_of = [f"{source.type}-{source.id}" for source in item.sources[:1] if section.kind == "records"]
    key = next((name for name in (item.key, *told_of) if name and name not in taken), place)
    taken.add(key)
    return key


def key_of_section(section: Section, place: int) -> str:
    return section.key or f"part-{place}"


def mark(kind: str, key: str) -> str:
    """title_activity_4."""
    return _name(f"{kind}_{key}")


def mark_of_figure(holder: str, label: str) -> str:
    """The figure of this name in the passage of this mark; the same in every export."""
    return _name(f"{holder.replace(TEXT, NUMBER, 1)}_{zlib.crc32(label.encode('utf-8', 'replace')):08x}")


def mark_of_report(slug: str) -> str:
    return _name(f"{REPORT}_{slug}")


def of_paragraph(name: str, place: int) -> str:
    """The bookmark of the ``place``-th paragraph of a text: LibreOffice loses one that spans several."""
    return name if place == 1 else f"{name}_p{place}"


def of_text(name: str) -> str:
    """The text that the bookmark of one of its paragraphs belongs to."""
    return _FURTHER.sub("", name)


def fingerprint(text: str) -> str:
    """By which a text is known again."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def draft_of(document: Document) -> str:
    """By which the draft that was exported is known again."""
    return sha256_of(to_json(document))[:16]


def _name(words: str) -> str:
    name = re.sub(r"[^A-Za-z0-9]", "_", words)
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 9]}_{zlib.crc32(name.encode()):08x}"
