"""A report's title and totals alone, for pages that print no more of it: far fewer queries than the whole."""

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.fields.json import KeyTextTransform

from reports.document import Figure
from reports.material import Material, told_activities, told_service
from reports.models import Report, ReportVersion
from reports.snapshot import UnknownFormat, from_json
from reports.totals import totals


def public_reports() -> QuerySet:
    """What the public may read, newest first, each with ``issued_title`` and ``has_version``.

    The title is None where it is a draft.
    """
    newest = ReportVersion.objects.filter(report=OuterRef("pk")).order_by("-number")
    title = newest.values(title=KeyTextTransform("title", "snapshot"))[:1]
    public = Report.objects.public().annotate(issued_title=Subquery(title), has_version=Exists(newest))
    return public.order_by("-starts_on")


def totals_of(report: Report) -> tuple[Figure, ...]:
    """The same figures as ``document_of(report).totals``, for one of ``public_reports()``.

    None of a snapshot that cannot be read: the report's own page names its format.
    """
    if report.has_version:
        return _frozen_totals(report.versions.first())
    material = Material(
        report=report,
        activities=list(told_activities(report).prefetch_related("figures")),
        commendations=[],
        honors_received=[],
        service=list(told_service(report)),
    )
    return totals(material)


def _frozen_totals(version: ReportVersion) -> tuple[Figure, ...]:
    try:
        return from_json(version.snapshot).totals
    except UnknownFormat:
        return ()
