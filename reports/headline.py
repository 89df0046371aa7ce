"""An issued report's title and totals alone, for pages that print no more of it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, Func, JSONField, OuterRef, QuerySet, Subquery, Value
from django.db.models.fields.json import KeyTextTransform, KeyTransform

from reports.document import FORMAT, Figure
from reports.document.snapshot import UnknownFormat, from_json
from reports.models import Report, ReportVersion

# Where the snapshot of a version holds what a list of reports tells of it.
_PERIOD = KeyTransform("period", "snapshot")
_DAYS = {
    "starts_on": ("start", _PERIOD),
    "ends_on": ("end", _PERIOD),
    "as_of": ("as_of", "snapshot"),
    "signed_on": ("signed_on", "snapshot"),
}
_ISSUED = {"title": ("title", "snapshot"), **_DAYS}


def public_reports(names=tuple(_ISSUED)) -> QuerySet:
    """What the public may read, newest first, each with ``has_version`` and what ``as_issued`` needs.

    ``issued_title`` is None where it is a draft. ``names`` are those of the issued facts that are asked for.
    """
    newest = ReportVersion.objects.filter(report=OuterRef("pk")).order_by("-number")
    issued = {
        f"issued_{name}": Subquery(newest.values(told=KeyTextTransform(*_ISSUED[name]))[:1]) for name in names
    }
    return Report.objects.public().annotate(has_version=Exists(newest), **issued).order_by("-starts_on")


def as_issued(report: Report) -> Report:
    """One of ``public_reports()`` with its days as they were issued: a correction may be under way."""
    if report.issued_as_of:  # None of a draft, and of a snapshot that cannot be read
        for name in _DAYS:
            told = getattr(report, f"issued_{name}")
            setattr(report, name, date.fromisoformat(told) if told else None)
    return report


@dataclass(frozen=True)
class Glance:
    """What the newest issued version of a report holds: its totals, its sections and how much is in each."""

    totals: list[tuple[str, str]]  # label and text
    sections: list[tuple[str, int]]  # heading and number of items


def glances_of(reports: list[Report]) -> dict[int, Glance]:
    """A glance at each report that was issued, by its key, in one query and without reading it whole.

    None of a snapshot in another format: the report's own page names it.
    """
    newest = ReportVersion.objects.filter(report__in=reports).order_by("report", "-number").distinct("report")
    paths = ("format", "totals[*].label", "totals[*].text", "sections[*].heading", "sections[*].items.size()")
    return {
        report: Glance(list(zip(labels, texts, strict=True)), list(zip(headings, sizes, strict=True)))
        for report, written, labels, texts, headings, sizes in newest.values_list(
            "report", *map(_held, paths)
        )
        if written == [FORMAT]
    }


def _held(path: str) -> Func:
    """What a snapshot holds at a path, as a list."""
    return Func("snapshot", Value(f"$.{path}"), function="jsonb_path_query_array", output_field=JSONField())


def totals_as_issued(report: Report) -> tuple[Figure, ...]:
    """The same figures as ``document_of(report).totals``, for one of ``public_reports()`` that was issued.

    None of a snapshot that cannot be read: the report's own page names its format.
    """
    try:
        return from_json(report.versions.first().snapshot).totals
    except UnknownFormat:
        return ()
