"""Which records a report on a topic tells of: those that meet each of the conditions that staff set."""

from django.db.models import Exists, Q, QuerySet

from activities.models import Activity
from honors.models import Commendation
from reports.models import Report

# By kind of record, the condition on the report and the field that meets it. A commendation has only an
# area, and an honour received none of them.
_MET_BY = {
    Activity: {"campaigns": "campaigns", "areas": "area", "tags": "tags"},
    Commendation: {"areas": "area"},
}


def of_topic(records: QuerySet, report: Report) -> QuerySet:
    """The records of a topic; all of them for a report of any other kind. Asks no query of its own."""
    if report.kind != Report.Kind.TOPIC:
        return records
    if records.model not in _MET_BY:
        return records.none()
    conditions = Q()
    for name in ("campaigns", "areas", "tags"):
        conditions &= _meets(
            records.model, getattr(report, name).values("pk"), _MET_BY[records.model].get(name)
        )
    return records.filter(conditions)


def _meets(model, chosen: QuerySet, field: str | None) -> Q:
    """Nothing was chosen, or the record's own field holds one of what was."""
    nothing_chosen = Q(~Exists(chosen))
    if field is None:
        return nothing_chosen
    return nothing_chosen | Q(pk__in=model.objects.filter(**{f"{field}__in": chosen}).values("pk"))
