"""A report's title and totals alone, for pages that print no more of it: far fewer queries than the whole."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.fields.json import KeyTextTransform, KeyTransform

from reports.document import Figure
from reports.material import Material, told_activities, told_service
from reports.models import Report, ReportVersion
from reports.snapshot import UnknownFormat, from_json
from reports.totals import totals

# Where the snapshot of a version holds what a list of reports tells of it.
_PERIOD = KeyTransform("period", "snapshot")
_DAYS = {
    "starts_on": ("start", _PERIOD),
    "ends_on": ("end", _PERIOD),
    "as_of": ("as_of", "snapshot"),
    "signed_on": ("signed_on", "snapshot"),
}
_ISSUED = {"title": ("title", "snapshot"), **_DAYS}


def public_reports() -> QuerySet:
    """What the public may read, newest first, each with ``has_version`` and what ``as_issued`` needs.

    ``issued_title`` is None where it is a draft.
    """
    newest = ReportVersion.objects.filter(report=OuterRef("pk")).order_by("-number")
    issued = {
        f"issued_{name}": Subquery(newest.values(told=KeyTextTransform(key, within))[:1])
        for name, (key, within) in _ISSUED.items()
    }
    return Report.objects.public().annotate(has_version=Exists(newest), **issued).order_by("-starts_on")


def as_issued(report: Report) -> Report:
    """One of ``public_reports()`` with its days as they were issued: a correction may be under way."""
    if report.issued_as_of:  # None of a draft, and of a snapshot that cannot be read
        for name in _DAYS:
            told = getattr(report, f"issued_{name}")
            setattr(report, name, date.fromisoformat(told) if told else None)
    return report


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
