"""What the public may read: which reports, and what of a draft."""

from collections.abc import Iterator

from reports.checks import tells_private_numbers
from reports.composing.compose import composed_from
from reports.composing.material import gather
from reports.document import Document
from reports.headline import public_reports
from reports.models import Report


def readable_reports(**told) -> Iterator[Report]:
    """Those of ``public_reports()`` whose page the public finds; a draft has to be composed to tell."""
    return (report for report in public_reports(**told) if report.has_version or open_draft_of(report))


def open_draft_of(report: Report) -> Document | None:
    """The draft as composed, or None while it is not public or tells a private number."""
    if not report.is_public:
        return None
    material = gather(report)
    document = composed_from(material)
    return None if tells_private_numbers(material, document) else document
