"""What the public may read: which reports, and what of a draft.

A draft has to be composed to tell. It is composed once for all pages and readers, until something that it
is made of changes (docs/decisions/0013-drafts-remembered-by-their-rows.md).
"""

from collections.abc import Iterator
from functools import lru_cache

from django.urls import get_script_prefix

from reports.checks import tells_what_is_private
from reports.composing.compose import composed_from
from reports.composing.material import gather
from reports.composing.state import state_of
from reports.document import Document
from reports.headline import Glance, glance_at, public_reports
from reports.models import Report

MOST_REMEMBERED = 8  # drafts; one or two are public at a time, each of a hundred kilobytes or two


def readable_reports() -> Iterator[Report]:
    """Those of ``public_reports()`` whose page the public finds, each with a ``glance`` at that page."""
    for report in public_reports():
        draft = None if report.headline else open_draft_of(report)
        if report.headline or draft:
            report.glance = glance_at(draft) if draft else report.headline.glance or Glance()
            yield report


def open_draft_of(report: Report) -> Document | None:
    """The draft as composed, or None while it is not public or tells what is private."""
    if not report.is_public:
        return None
    return _composed(report.pk, state_of(report), get_script_prefix())


@lru_cache(MOST_REMEMBERED)
def _composed(key: int, state: str, prefix: str) -> Document | None:
    """The open draft in this state, with links that begin with this prefix.

    Read anew, the report as well: what was read before the state was told may be older than that.
    """
    report = Report.objects.select_related("type").filter(pk=key, is_public=True).first()
    if report is None:  # gone meanwhile
        return None
    material = gather(report)
    document = composed_from(material)
    return None if tells_what_is_private(material, document) else document
