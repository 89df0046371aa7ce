"""A report as it prints: the page of the public site, and a file in each format.

Of a report that is issued that is what was issued, whatever its records say by now.
"""

from django.contrib import admin, messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.cache import add_never_cache_headers

from desk.log.events import note
from desk.models import Kind
from reports.composing.campaigns import campaigns_of
from reports.composing.compose import compose, document_of
from reports.composing.length import TooShort, shortened
from reports.document import Document
from reports.document.snapshot import UnknownFormat
from reports.formats import CONTENT_TYPES, FORMATS
from reports.models import Report


class OutputPages(admin.ModelAdmin):
    """The addresses of the preview and of the files, for staff who may see the report."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/preview/", wrap(self.preview_view), name="reports_report_preview"),
            path("<int:pk>/export/<str:name>/", wrap(self.file_view), name="reports_report_export"),
            *super().get_urls(),
        ]

    def preview_view(self, request, pk):
        report = self.report_of(request, pk)
        if report.is_issued:
            return redirect(report)
        context = {"report": report, "document": compose(report), "withheld": frozenset(), "is_preview": True}
        response = render(request, "reports/report_detail.html", context)
        add_never_cache_headers(response)
        return response

    def file_view(self, request, pk, name):
        """The report as a file, with ``?short`` within the limit of its type."""
        report = self.report_of(request, pk)
        if name not in FORMATS:
            raise Http404
        try:
            content = FORMATS[name](_printed(report, is_short="short" in request.GET))
        except (TooShort, UnknownFormat) as refusal:
            messages.error(request, str(refusal))
            return redirect("admin:reports_report_edit", report.pk)
        note(Kind.EXPORTED, by=request.user, words=f"导出为 {name} 文件。", record=report)
        response = HttpResponse(content, content_type=CONTENT_TYPES[name])
        response.headers["Content-Disposition"] = f'attachment; filename="{report.slug}.{name}"'
        add_never_cache_headers(response)
        return response


def _printed(report: Report, *, is_short: bool) -> Document:
    document = document_of(report) if report.is_issued else compose(report)
    most = report.type.most_characters if report.type else None
    return shortened(document, most, campaigns_of(document)) if is_short and most else document
