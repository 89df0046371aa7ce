"""What two reports are compared by: the records of both, read at once in a fixed number of queries."""

from collections.abc import Callable

from django.db.models import QuerySet, Value

from activities.models import Indicator
from reports.composing.material import (
    Material,
    parted,
    told_activities,
    told_census,
    told_commendations,
    told_honors,
    told_service,
)
from reports.models import Placement, Report


def gather_both(first: Report, second: Report) -> tuple[Material, Material]:
    """The records that each of the two tells of; of what staff decided, what they left out and merged."""
    both = (first, second)
    activities = _of_each(both, lambda report: told_activities(report).with_figures())
    commendations = _of_each(both, lambda report: told_commendations(report).prefetch_related("titles"))
    honors = _of_each(both, told_honors)
    indicators = list(Indicator.objects.all())
    placements = list(Placement.objects.filter(report__in=both))
    service = _of_each(
        both, lambda report: told_service(report, indicators), order=("activity_id", "team_id")
    )

    def material_of(report: Report) -> Material:
        received, of_others = parted(one for one in honors if one.told_in == report.pk)
        return Material(
            report=report,
            activities=[one for one in activities if one.told_in == report.pk],
            commendations=[one for one in commendations if one.told_in == report.pk],
            honors_received=received,
            honors_of_others=of_others,
            service=[row for row in service if row["told_in"] == report.pk],
            indicators=indicators,
            census=told_census(report, indicators),
            placements={one.key_of_record: one for one in placements if one.report_id == report.pk},
        )

    return material_of(first), material_of(second)


def _of_each(both: tuple[Report, Report], told: Callable, order=("starts_on", "pk")) -> QuerySet:
    """What either tells, with the report's key as ``told_in``; what both tell comes once for each."""
    one, other = (told(report).annotate(told_in=Value(report.pk)) for report in both)
    return one.union(other, all=True).order_by(*order)
