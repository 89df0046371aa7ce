"""Which campaigns activities belong to, for whoever tells of those of one campaign together."""

from collections.abc import Iterable

from activities.models import Activity
from reports.document import Document
from toolkit.publishing import is_published


def campaigns_by_activity(activities: Iterable[int]) -> dict[int, list[str]]:
    """The names of the published campaigns of each of the activities, given by their ids."""
    belongs = Activity.objects.filter(is_published("campaigns"), pk__in=list(activities))
    found: dict[int, list[str]] = {}
    for activity, name in belongs.order_by("pk", "campaigns__name").values_list("pk", "campaigns__name"):
        found.setdefault(activity, []).append(name)
    return found


def campaigns_of(document: Document) -> dict[int, list[str]]:
    """Those of the activities that a report tells of."""
    sources = (one for section in document.sections for item in section.items for one in item.sources)
    return campaigns_by_activity({source.id for source in sources if source.type == "activity"})
