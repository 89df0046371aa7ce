"""Activities on record that a report may be another telling of: of its days, alike in name."""

from datetime import timedelta
from difflib import SequenceMatcher

from activities.models import Activity
from branches.models import BranchReport
from toolkit import folding

NEAR = timedelta(days=1)
MOST_LOOKED_AT = 300  # activities of the same days
ALIKE, ALIKE_BY_ONE_BODY = 0.55, 0.3  # how much of two titles is the same


def alike(report: BranchReport) -> list[Activity]:
    """The likeliest first, each with its organizers at hand."""
    held = Activity.objects.held_between(report.starts_on - NEAR, report.ends_on + NEAR)
    near = held.prefetch_related("organizers").defer("body")[:MOST_LOOKED_AT]
    found = [(_likeness(report, one), one) for one in near]
    return [one for likeness, one in sorted(found, key=lambda pair: -pair[0]) if likeness]


def _likeness(report: BranchReport, activity: Activity) -> float:
    is_by_it = any(one.pk == report.organization_id for one in activity.organizers.all())
    titles = (folding.folded(report.title), folding.folded(activity.title))
    same = SequenceMatcher(None, *titles, autojunk=False).ratio()
    return same if same >= (ALIKE_BY_ONE_BODY if is_by_it else ALIKE) else 0
