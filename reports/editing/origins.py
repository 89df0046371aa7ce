"""数字的出处: what staff choose for the numbers in their own words."""

from reports.editing.draft import GONE, Draft, Gone
from reports.models import Binding

OPENING = "opening"


def bind(draft: Draft, key: str, chosen: dict[tuple[str, str], str]) -> None:
    """Bind numbers of an item's own words, or of the opening, to what states them; to "" nothing.

    A number is known by its clause and its wording, what it is bound to by ``Binding.source``.
    """
    text = {"placement": None, "written": None} if key == OPENING else _own_text(draft, key)
    for (clause, number), source in chosen.items():
        place = {**text, "clause": clause, "number": number}
        draft.report.bindings.filter(**place).delete()
        if source:
            draft.report.bindings.create(**place, **Binding.bound_to(source))


def _own_text(draft: Draft, key: str) -> dict[str, object]:
    entry = next((one for part in draft.parts for one in part.entries if one.key == key), None)
    if entry is None or not (entry.placement or entry.written):
        raise Gone(GONE)
    return {"placement": entry.placement, "written": entry.written}
