"""Drafts for the checks to read: with one text, made by hand, or composed of records."""

from reports.checks import prose
from reports.checks.reading import Reading
from reports.composing.compose import composed_from
from reports.composing.material import Material, gather
from reports.document import Document, Item, Passage, Section
from reports.models import Report
from tests.factories import ActivityFactory
from tests.reports.documents import document


def draft(text: str, *, kind: str = "records", title: str = "条目") -> Document:
    """A draft whose only item has this text; no figure stands in it."""
    item = Item(title, Passage((text,)))
    return document(opening=Passage(), totals=(), sections=(Section("部分", kind, (item,)),))


def reading_of(draft: Document) -> Reading:
    return Reading(Material(Report(), [], [], [], []), draft)


def prose_codes(draft: Document) -> list[str]:
    """What the checks of words find, by code."""
    return [finding.code for finding in prose.findings(reading_of(draft))]


def composed_reading(report: Report) -> Reading:
    """The report as it stands in the database."""
    material = gather(report)
    return Reading(material, composed_from(material))


def activity(area, title="巡河", **values):
    """A published activity of 5 March whose summary says so, and no number."""
    return ActivityFactory(title=title, area=area, published=True, **{"summary": "3月5日举行。", **values})
