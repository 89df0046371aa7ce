"""The sentence that a section may open with: what it comes to, from its totals, or staff's own words."""

from collections.abc import Sequence

from reports.composing.arrangement import Part
from reports.composing.gathering import counts_and_totals, sums_together
from reports.document import Figure, Item
from reports.document.passages import passage_of


def lead_of(part: Part, items: Sequence[Item], totals: Sequence[Figure]) -> Item | None:
    """A paragraph without a number; None where staff want none, or where nothing was counted."""
    if not part.row or not part.row.has_lead:
        return None
    if part.row.lead:
        passage = passage_of(part.row.lead, counts_and_totals(totals, items))
    else:
        passage = sums_together(totals, items)
    return Item("", passage, key=f"lead-{part.key}") if passage.runs else None
