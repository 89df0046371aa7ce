"""What the public may read: which reports, and what of a draft.

A draft has to be composed to tell. ``remembered`` holds those that were composed for another page since
the last change (toolkit/remembering.py).
"""

from collections.abc import Iterator

from reports.checks import tells_private_numbers
from reports.composing.compose import composed_from
from reports.composing.material import gather
from reports.document import Document, Figure
from reports.headline import public_reports, totals_as_issued
from reports.models import Report


def readable_reports(remembered: dict, **told) -> Iterator[Report]:
    """Those of ``public_reports()`` whose page the public finds."""
    return (
        report
        for report in public_reports(**told)
        if report.has_version or remembered_draft(report, remembered)
    )


def totals_shown(report: Report, remembered: dict) -> tuple[Figure, ...]:
    """The totals of one of ``readable_reports()``, as its page shows them."""
    return totals_as_issued(report) if report.has_version else remembered_draft(report, remembered).totals


def remembered_draft(report: Report, remembered: dict) -> Document | None:
    """``open_draft_of`` the report, composed once for all pages that ask."""
    key = ("draft", report.pk)
    if key not in remembered:
        remembered[key] = open_draft_of(report)
    return remembered[key]


def open_draft_of(report: Report) -> Document | None:
    """The draft as composed, or None while it is not public or tells a private number."""
    if not report.is_public:
        return None
    material = gather(report)
    document = composed_from(material)
    return None if tells_private_numbers(material, document) else document
