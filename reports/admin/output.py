"""The draft as it will be printed: the page of the public site, and a file in each format."""

from django.contrib import admin
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.cache import add_never_cache_headers

from reports.compose import compose
from reports.formats import FORMATS

CONTENT_TYPES = {
    "txt": "text/plain; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


class OutputPages(admin.ModelAdmin):
    """The addresses of the preview and of the files, for staff who may see the report."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/preview/", wrap(self.preview_view), name="reports_report_preview"),
            path("<int:pk>/export/<str:name>/", wrap(self.export_view), name="reports_report_export"),
            *super().get_urls(),
        ]

    def preview_view(self, request, pk):
        report = self.report_of(request, pk)
        context = {"report": report, "document": compose(report), "withheld": set(), "is_preview": True}
        response = render(request, "reports/report_detail.html", context)
        add_never_cache_headers(response)
        return response

    def export_view(self, request, pk, name):
        """The draft as a file; what was issued is to be had on the public page."""
        report = self.report_of(request, pk)
        if name not in FORMATS:
            raise Http404
        response = HttpResponse(FORMATS[name](compose(report)), content_type=CONTENT_TYPES[name])
        response.headers["Content-Disposition"] = f'attachment; filename="{report.slug}.{name}"'
        add_never_cache_headers(response)
        return response
