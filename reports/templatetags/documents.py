"""What pages print of reports: told by its values alone, so printed once and remembered."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string

from reports.document import Document, Source
from toolkit.kept.components import rendered

register = template.Library()

MOST_REMEMBERED = 16  # each of a hundred kilobytes or two, and the document it stands for


@register.simple_tag
@lru_cache(MOST_REMEMBERED)
def report_text(document: Document, withheld: frozenset[Source]):
    return render_to_string("reports/_document.html", {"document": document, "withheld": withheld})


@register.simple_tag
def report_card(report, level: int = 3):
    """One of a list of readable reports; ``level`` is that of its heading."""
    return rendered(
        "components/report_card.html",
        title=report.issued_title or report.title,
        address=report.get_absolute_url(),
        is_draft=not report.issued_title,
        starts_on=report.starts_on,
        ends_on=report.ends_on,
        as_of=report.as_of,
        signed_on=report.signed_on,
        totals=report.glance.totals,
        sections=report.glance.sections,
        level=level,
    )
