"""The order of a file that came back, taken over as a whole: parts, and the items in each of them."""

from collections.abc import Iterable, Mapping, Sequence

from reports.composing.arrangement import Part
from reports.editing.draft import Draft
from reports.models import ReportSection
from reports.returning.slots import HEADING, TEXT, TITLE, Slot

_TAKES_ITEMS = (ReportSection.Kind.RECORDS, ReportSection.Kind.WRITTEN)

Order = list[tuple[str, list[str]]]  # (key of a part, keys of its items)


def order_of(names: Iterable[str], slots: Mapping[str, Slot]) -> Order:
    """The order in which these texts stand, each item in the part under whose heading it stands."""
    found: Order = []
    for slot in (slots[name] for name in names):
        if slot.kind == HEADING:
            found.append((slot.key, []))
        elif slot.kind in (TITLE, TEXT) and found and slot.key not in found[-1][1]:
            found[-1][1].append(slot.key)
    return found


def put_in_order(draft: Draft, order: Order) -> None:
    """What the file does not have stays where it is, the others change places among themselves."""
    parts = [part.key for part in draft.parts]
    draft.place_parts(_places(parts, [key for key, _ in order]))
    for key, items in order:
        part = next((one for one in draft.parts if one.key == key), None)
        if part and part.kind in _TAKES_ITEMS:
            _gather(draft, part, items)
    for key, items in order:
        part = next((one for one in draft.parts if one.key == key), None)
        if part:
            draft.place(_places(_keys(draft, part), items))


def _gather(draft: Draft, part: Part, items: Sequence[str]) -> None:
    """Into the part what the file has moved there."""
    elsewhere = {one.key for other in draft.parts if other.key != part.key for one in other.entries}
    for key in items:
        if key in elsewhere:
            draft.move(key, part.key)


def _keys(draft: Draft, part: Part) -> list[str]:
    if part.kind == ReportSection.Kind.PLAN:
        return [f"planitem-{item.pk}" for item in draft.report.plan_items.all()]
    return [entry.key for entry in part.entries]


def _places(now: Sequence[str], wanted: Sequence[str]) -> dict[str, int]:
    """The places, counted from 1, that the wanted ones of these keys have now, in their new order."""
    there = [key for key in wanted if key in now]
    return dict(zip(there, sorted(now.index(key) + 1 for key in there), strict=True))
