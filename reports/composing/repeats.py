"""Records that tell of one occasion twice: merged into one item, it is counted once."""

import re
from collections.abc import Sequence

from activities.models import Activity

Precision = Activity.DatePrecision
_EXACT = (Precision.DAY, Precision.ABOUT, Precision.SINCE, Precision.RANGE)


def is_repeat(record, other) -> bool:
    """Whether both have one title and one time, and no two places."""
    return (
        type(record) is type(other)
        and record.date_precision in _EXACT
        and record.when_text == other.when_text
        and _bare(record.title) == _bare(other.title)
        and len({place for place in (_place(record), _place(other)) if place}) < 2
    )


def once(records: Sequence) -> list:
    """The records without those that repeat an earlier one."""
    kept: list = []
    for record in records:
        if not any(is_repeat(record, other) for other in kept):
            kept.append(record)
    return kept


def _bare(title: str) -> str:
    return re.sub(r"\W", "", title)


def _place(record) -> str:
    return getattr(record, "place", "")
