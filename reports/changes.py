"""What changed between two versions of a report, text and figures, as a reader wants to see it."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from reports.document import Document, Figure, Item

_WORDS = re.compile(r"\d[\d.,]*[万亿]?[余多]?|.", re.DOTALL)

SAME, REMOVED, ADDED = "same", "removed", "added"


@dataclass(frozen=True)
class Change:
    """One place that differs: its texts as (same | removed | added, words), and its figures."""

    place: str
    pieces: tuple[tuple[str, str], ...]
    figures: tuple[tuple[str, str, str], ...] = ()  # (label, before, after); "" where it is missing


def changes(before: Document, after: Document) -> list[Change]:
    """The differences in reading order; an empty list where the two say the same."""
    pairs = [("标题", before.title, after.title), ("开头语", before.opening.text, after.opening.text)]
    found = [_changed(place, old, new) for place, old, new in pairs]
    found += _item_changes(before, after)
    found.append(_changed("落款", _signature(before), _signature(after)))
    totals = _changed_figures(before.totals, after.totals)
    found.append(Change("合计", (), totals) if totals else None)
    return [change for change in found if change]


def _item_changes(before: Document, after: Document) -> list[Change | None]:
    """Items are matched by the records they tell of, or else by their titles."""
    old, new = _items(before), _items(after)
    found = []
    for key in [*new, *(key for key in old if key not in new)]:
        (place, was), (place_now, now) = old.get(key, ("", None)), new.get(key, ("", None))
        texts = (_whole(was), _whole(now))
        moved = was and now and place != place_now
        where = f"{place} → {place_now}" if moved else place_now or place
        figures = _changed_figures(_all_figures(was), _all_figures(now))
        if texts[0] != texts[1] or moved or figures:
            found.append(Change(where, _pieces(*texts), figures))
    return found


def _items(document: Document) -> dict[tuple, tuple[str, Item]]:
    """Each item under a key that survives moving and rewording, with the place it stands in."""
    found: dict[tuple, tuple[str, Item]] = {}
    for label, section, items in document.outline:
        for number, item in items:
            first = item.sources[0] if item.sources else None
            key = (first.type, first.id) if first else (section.kind, item.title)
            while key in found:
                key = (*key, "again")
            found[key] = (f"{label}{section.heading} {number}", item)
    return found


def _whole(item: Item | None) -> str:
    if item is None:
        return ""
    children = "".join(f"\n{child.title}{child.text}" for child in item.children)
    return f"{item.title}\n{item.text}{children}".strip()


def _all_figures(item: Item | None) -> tuple[Figure, ...]:
    if item is None:
        return ()
    return item.figures + tuple(figure for child in item.children for figure in child.figures)


def _signature(document: Document) -> str:
    return f"{document.signature} {document.signed_on or ''}".strip()


def _changed(place: str, old: str, new: str) -> Change | None:
    return Change(place, _pieces(old, new)) if old != new else None


def _pieces(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """The two texts as one, cut into what stayed, what went and what came; a number changes whole."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    pieces: list[tuple[str, str]] = []
    for tag, gone, gone_end, come, come_end in SequenceMatcher(None, before, after, False).get_opcodes():
        if tag == "equal":
            pieces.append((SAME, "".join(before[gone:gone_end])))
            continue
        if gone_end > gone:
            pieces.append((REMOVED, "".join(before[gone:gone_end])))
        if come_end > come:
            pieces.append((ADDED, "".join(after[come:come_end])))
    return tuple(pieces)


def _changed_figures(before, after) -> tuple[tuple[str, str, str], ...]:
    old = {figure.label: figure.text for figure in before}
    new = {figure.label: figure.text for figure in after}
    labels = [*new, *(label for label in old if label not in new)]
    return tuple(
        (label, old.get(label, ""), new.get(label, ""))
        for label in labels
        if old.get(label) != new.get(label)
    )
