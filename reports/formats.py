"""The formats a report can be exported in: by name, how a Document becomes text or bytes."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from organizations.models import Committee
from reports.document import Document
from reports.document.formalities import FULL
from reports.exporters import docx, json, pdf, text


def render_html(document: Document) -> str:
    """One file that reads well on its own: the page's markup with a style sheet of its own inside."""
    styles = Path(finders.find("css/report-file.css")).read_text(encoding="utf-8")
    chosen = document.formalities.annex
    context = {"document": document, "styles": styles, "annex": "" if chosen == FULL else chosen}
    return render_to_string("reports/report_file.html", context)


def render_docx(document: Document) -> bytes:
    """With the office's name, by which the file is known when it comes back edited."""
    committee = Committee.objects.current()
    return docx.render(document, committee.name if committee else "")


def render_pdf(document: Document) -> bytes:
    return pdf.render(document, settings.REPORT_FONT_FOLDERS)


CONTENT_TYPES = {
    "txt": "text/plain; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
FORMATS: dict[str, Callable[[Document], str | bytes]] = {
    "txt": text.render,
    "html": render_html,
    "json": json.render,
    "docx": render_docx,
    "pdf": render_pdf,
}
