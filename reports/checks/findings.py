"""What a check found. A blocker stops issuing, never drafting; a hint is for staff to judge."""

import hashlib
from dataclasses import dataclass

from reports.document import Source

BLOCKER, HINT = "blocker", "hint"

LEVELS = {
    # words
    "broken_character": BLOCKER,
    "private_number": BLOCKER,
    "unknown_placeholder": BLOCKER,
    "left_to_fill": BLOCKER,
    "minor_named": BLOCKER,
    "sum_of_unlike": BLOCKER,
    "date_after_as_of": BLOCKER,
    "number_without_record": BLOCKER,
    "number_without_measure": BLOCKER,
    "number_unbound": BLOCKER,
    "number_moved_on": BLOCKER,
    "opening_differs": BLOCKER,
    "number_in_title": HINT,
    "number_in_plan": HINT,
    "typed_figure": HINT,
    "percentage_without_record": HINT,
    "unpaired_mark": HINT,
    "doubled_word": HINT,
    "half_width_mark": HINT,
    "as_of_word": HINT,
    "gap_in_order": HINT,
    "sum_differs": HINT,
    "people_and_times": HINT,
    "other_year": HINT,
    "advert": HINT,
    # records
    "product_differs": BLOCKER,
    "hours_lost": BLOCKER,
    "hours_differ": BLOCKER,
    "hours_over": HINT,
    "hours_few": HINT,
    "counted_elsewhere": HINT,
    "counted_before": HINT,
    "told_elsewhere": HINT,
    "rate_differs": BLOCKER,
    "stock_differs": BLOCKER,
    "half_differs": HINT,
    "parts_exceed": BLOCKER,
    "parts_differ": BLOCKER,
    "unsaid_parts": HINT,
    "in_no_total": HINT,
    "unclear_total": HINT,
    "total_untold": HINT,
    "suspected_repeat": HINT,
    "same_record": HINT,
    "rows_missing": HINT,
    "no_figure_or_date": HINT,
    "told_before": HINT,
    "evidence_amount": HINT,
    # parts
    "part_missing": BLOCKER,
    "no_target": HINT,
    "too_long": HINT,
}


# What nobody may let pass: the public would read a private number, or a part that is not there.
NEVER_WAIVED = ("private_number", "part_missing")


@dataclass(frozen=True)
class Finding:
    """One thing to look at: a sentence that says what it is and what to do about it."""

    level: str
    code: str
    message: str
    place: str  # 一、1.应急志愿服务, or 开头语
    sources: tuple[Source, ...] = ()  # the records concerned
    fingerprint: str = ""  # of what it says and the text that it was found in, however that is numbered

    @property
    def is_waivable(self) -> bool:
        return self.level == BLOCKER and self.code not in NEVER_WAIVED


def finding(code: str, message: str, place: str, sources: tuple[Source, ...] = ()) -> Finding:
    """A finding of the level that its code has."""
    return Finding(LEVELS[code], code, message, place, sources)


def fingerprint_of(found: Finding, text: str) -> str:
    """The same for as long as the finding and the text say the same, wherever they have moved."""
    return hashlib.sha256("\0".join((found.code, found.message, text)).encode()).hexdigest()
