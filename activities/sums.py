"""Which figures of activities make which total; how they are added up is in counting/adding.py."""

from collections.abc import Iterable

import counting
from activities.models import Figure

Counts = Figure.Counts

HOURS = "志愿服务时长"
# Each sum, with the kind of the figures that enter it and what they count; None: whatever they count.
SUMS = {
    "参加人员": (counting.PEOPLE, Counts.PARTICIPANTS),
    "参与人次": (counting.ATTENDANCES, None),
    "志愿者": (counting.PEOPLE, Counts.VOLUNTEERS),
    "受益对象": (counting.PEOPLE, Counts.BENEFICIARIES),
    HOURS: (counting.HOURS, None),
    "款物金额": (counting.MONEY, None),
}


def figures_of(label: str, figures: Iterable) -> list:
    """Those of the figures that a sum may be made of."""
    kind, counts = SUMS[label]
    alike = [figure for figure in figures if figure.kind == kind and counts in (None, figure.counts)]
    # 户次 and 车次 are attendances too, each of its own unit, and make no total.
    return [figure for figure in alike if counts or figure.unit == counting.UNITS[kind][0]]


def added_up(figures: Iterable) -> counting.Count | None:
    """The sum of those figures that enter it; None where none does, for nothing is not a number."""
    parts = counting.entering(figures)
    return counting.sum_of(parts) if parts else None
