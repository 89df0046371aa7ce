"""What the public may read of a draft."""

from reports.checks import tells_private_numbers
from reports.composing.compose import composed_from
from reports.composing.material import gather
from reports.document import Document
from reports.models import Report


def open_draft_of(report: Report) -> Document | None:
    """The draft as composed, or None while it is not public or tells a private number."""
    if not report.is_public:
        return None
    material = gather(report)
    document = composed_from(material)
    return None if tells_private_numbers(material, document) else document
