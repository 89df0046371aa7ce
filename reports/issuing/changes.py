"""What changed between two versions of a report, text and figures, as a reader wants to see it."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import partial

from reports.document import Document, Figure, Item, Section
from reports.models import Report
from toolkit.texts.differing import pieces_of


@dataclass(frozen=True)
class Change:
    """One place that differs: its texts as (same | removed | added, words), and its figures."""

    place: str
    pieces: tuple[tuple[str, str], ...]
    figures: tuple[tuple[str, str, str], ...] = ()  # (label, before, after); "" where it is missing


def changes(before: Document, after: Document) -> list[Change]:
    """The differences in reading order; an empty list where the two say the same."""
    found = [_changed(place, was(before), was(after)) for place, was in _FRAME]
    found += _section_changes(before, after)
    found += _item_changes(before, after)
    found.append(_changed("落款", _signature(before), _signature(after)))
    totals = _changed_figures(_named(before.totals), _named(after.totals))
    found.append(Change("合计", (), totals) if totals else None)
    return [change for change in found if change]


def _section_changes(before: Document, after: Document) -> list[Change | None]:
    """The sections that bear another heading."""
    known = _renamed(before, after)
    return [
        _changed(f"第{label[:-1]}部分的标题", known[section.kind, section.heading], section.heading)
        for label, section, _ in after.outline
        if (section.kind, section.heading) in known
    ]


def _renamed(before: Document, after: Document) -> dict[tuple[str, str], str]:
    """The earlier heading of each renamed section: the first that came is the first of its kind that went."""
    old = [(section.kind, section.heading) for section in before.sections]
    new = [(section.kind, section.heading) for section in after.sections]
    gone = [one for one in old if one not in new]
    found = {}
    for kind, heading in (one for one in new if one not in old):
        earlier = next((one for one in gone if one[0] == kind), None)
        if earlier:
            gone.remove(earlier)
            found[kind, heading] = earlier[1]
    return found


def _item_changes(before: Document, after: Document) -> list[Change | None]:
    """Items are matched by the records they tell of, or else by their titles."""
    old, new = _items(before), _items(after)
    moved = _moved(before, after)
    found = []
    for key in [*new, *(key for key in old if key not in new)]:
        (place, was), (place_now, now) = old.get(key, ("", None)), new.get(key, ("", None))
        texts = (_whole(was), _whole(now))
        where = f"{place} → {place_now}" if key in moved else place_now or place
        figures = _changed_figures(_all_figures(was), _all_figures(now))
        if texts[0] != texts[1] or key in moved or figures:
            found.append(Change(where, pieces_of(*texts), figures))
    return found


def _moved(before: Document, after: Document) -> set[tuple]:
    """The items of both that stand in another section, or in another order among the items of both.

    That others came or went does not move an item, though its number changes.
    """
    renamed = _renamed(before, after)
    old = {key: (section.kind, section.heading) for key, _, section, _ in _keyed(before)}
    new = {}
    for key, _, section, _ in _keyed(after):
        here = (section.kind, section.heading)
        new[key] = (section.kind, renamed.get(here, section.heading))
    stayed = [key for key in new if old.get(key) == new[key]]
    earlier = [key for key in old if key in set(stayed)]
    in_order: set[tuple] = set()
    for block in SequenceMatcher(None, earlier, stayed, False).get_matching_blocks():
        in_order.update(earlier[block.a : block.a + block.size])
    return {key for key in new if key in old and key not in in_order}


def _items(document: Document) -> dict[tuple, tuple[str, Item]]:
    """Each item under its key, with the place it stands in."""
    return {
        key: (f"{label}{section.heading} {number}", item)
        for key, (label, number), section, item in _keyed(document)
    }


def _keyed(document: Document) -> list[tuple[tuple, tuple[str, str], Section, Item]]:
    """Each item under a key that survives moving and rewording, with its numbers and its section."""
    found = {}
    for label, section, items in document.outline:
        for number, item in items:
            is_told = section.kind != "follow_up"  # whose sources are evidence, told elsewhere
            first = item.sources[0] if item.sources and is_told else None
            key = (first.type, first.id) if first else (section.kind, item.title)
            while key in found:
                key = (*key, "again")
            found[key] = (key, (label, number), section, item)
    return list(found.values())


def _whole(item: Item | None) -> str:
    if item is None:
        return ""
    children = "".join(f"\n{child.title}{child.text}" for child in item.children)
    return f"{item.title}\n{item.text}{children}".strip()


def _all_figures(item: Item | None) -> dict[tuple, tuple[str, str]]:
    """The item's own figures and its children's, each child known by its title."""
    if item is None:
        return {}
    found = _named(item.figures)
    seen: Counter[str] = Counter()
    for child in item.children:
        seen[child.title] += 1
        found |= _named(child.figures, (child.title, seen[child.title]))
    return found


def _named(figures: Iterable[Figure], owner: tuple[str, int] = ("", 0)) -> dict[tuple, tuple[str, str]]:
    """(label to show, text) of each figure, by its owner, its label and which of that label it is."""
    seen: Counter[str] = Counter()
    found = {}
    for figure in figures:
        seen[figure.label] += 1
        shown = f"{owner[0]}：{figure.label}" if owner[0] else figure.label
        found[owner, figure.label, seen[figure.label]] = (shown, figure.text)
    return found


def _signature(document: Document) -> str:
    return f"{document.signature} {document.signed_on or ''}".strip()


def _changed(place: str, old: str, new: str) -> Change | None:
    return Change(place, pieces_of(old, new)) if old != new else None


def _changed_figures(old: dict, new: dict) -> tuple[tuple[str, str, str], ...]:
    found = []
    for key in [*new, *(key for key in old if key not in new)]:
        label = (new.get(key) or old[key])[0]
        texts = (old.get(key, ("", ""))[1], new.get(key, ("", ""))[1])
        if texts[0] != texts[1]:
            found.append((label, *texts))
    return tuple(found)


def _period(document: Document) -> str:
    return f"{_day(document.start)}至{_day(document.end)}"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _levels(document: Document) -> str:
    return str(dict(Report.Levels.choices).get(document.levels, document.levels))


_FORMALITIES = {
    "copy_number": "份号",
    "classification": "密级和保密期限",
    "urgency": "紧急程度",
    "signers": "签发人",
    "addressees": "主送机关",
    "copied_to": "抄送机关",
    "printed_by": "印发机关",
    "printed_on": "印发日期",
    "annex": "附件",
}


def _formality(key: str, document: Document) -> str:
    told = getattr(document.formalities, key)
    if isinstance(told, tuple):
        return "、".join(told)
    if isinstance(told, date):
        return _day(told)
    return str(dict(Report.Annex.choices)[told]) if key == "annex" else told or ""


# What stands before the sections, in reading order: its name and how to tell it.
_FRAME: tuple[tuple[str, Callable[[Document], str]], ...] = (
    ("发文机关标志", lambda document: document.red_head),
    ("发文字号", lambda document: document.document_number),
    *((name, partial(_formality, key)) for key, name in _FORMALITIES.items()),
    ("标题", lambda document: document.title),
    ("总结时段", _period),
    ("统计截止日", lambda document: _day(document.as_of)),
    ("标题层次", _levels),
    ("开头语", lambda document: document.opening.text),
)
