"""The text of a report as a page prints it: told by the document alone, so printed once and remembered."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string

from reports.document import Document, Source

register = template.Library()

MOST_REMEMBERED = 16  # each of a hundred kilobytes or two, and the document it stands for


@register.simple_tag
@lru_cache(MOST_REMEMBERED)
def report_text(document: Document, withheld: frozenset[Source]):
    return render_to_string("reports/_document.html", {"document": document, "withheld": withheld})
