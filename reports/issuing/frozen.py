"""The documents that were issued, each read back from its snapshot once: no version ever changes."""

from functools import lru_cache

from reports.document import Document
from reports.document.snapshot import from_json
from reports.models import ReportVersion

MOST_REMEMBERED = 16  # of a hundred kilobytes or two


def frozen(version: ReportVersion) -> Document:
    """What a version holds; it may come without its snapshot. Raises UnknownFormat, as ``from_json`` does."""
    return _of_content(version.sha256)


@lru_cache(MOST_REMEMBERED)
def _of_content(sha256: str) -> Document:
    return from_json(ReportVersion.objects.filter(sha256=sha256).values_list("snapshot", flat=True)[0])
