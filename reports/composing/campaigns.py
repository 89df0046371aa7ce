"""Which campaigns the records of a report belong to, for a shorter version that gathers them."""

from activities.models import Activity
from reports.document import Document


def campaigns_of(document: Document) -> dict[int, list[str]]:
    """The names of the published campaigns of each activity that the report tells of."""
    told = {
        source.id
        for section in document.sections
        for item in section.items
        for source in item.sources
        if source.type == "activity"
    }
    belongs = Activity.objects.filter(pk__in=told, campaigns__is_published=True)
    found: dict[int, list[str]] = {}
    for activity, name in belongs.order_by("pk", "campaigns__name").values_list("pk", "campaigns__name"):
        found.setdefault(activity, []).append(name)
    return found
