"""Records that tell of one occasion twice: merged into one item, it is counted once."""

import re
from collections.abc import Sequence

from activities.models import Activity
from reports.composing.arrangement import entries_of
from reports.composing.material import Material

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


def counted_once(material: Material) -> list[Activity]:
    """The activities without those that repeat another one of the item they are merged into."""
    if not any(placement.merged_into_id for placement in material.placements.values()):
        return material.activities
    kept = {record.pk for entry in entries_of(material) for record in _activities(once(entry.records))}
    return [activity for activity in material.activities if activity.pk in kept]


def _activities(records: Sequence) -> list[Activity]:
    return [record for record in records if isinstance(record, Activity)]


def _bare(title: str) -> str:
    return re.sub(r"\W", "", title)


def _place(record) -> str:
    return getattr(record, "place", "")
