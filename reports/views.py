import re
from urllib.parse import quote

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from reports.composing.compose import compose
from reports.document.snapshot import UnknownFormat, from_json
from reports.formats import CONTENT_TYPES
from reports.headline import as_issued
from reports.issuing.changes import changes
from reports.issuing.downloads import FORMATS_GIVEN, Download
from reports.issuing.frozen import frozen
from reports.issuing.standing import standing_of
from reports.models import Report, ReportVersion
from reports.public import open_draft_of, readable_reports
from toolkit.pages.public import Column, ColumnView, may_preview

MOST_OF_A_TITLE = 60  # characters; no file system takes a name of many more
_NOT_IN_FILE_NAMES = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')


class ReportListView(ColumnView):
    column = Column(
        "工作总结",
        "半年、年度、季度、月度和专题工作总结，以及下一步计划",
        ("共青团", "工作总结", "工作计划"),
        "规划计划",
    )
    template_name = "reports/report_list.html"

    def get_queryset(self):
        return list(readable_reports())

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"reports": [as_issued(report) for report in context["object_list"]]}


def report_page(request, slug):
    """A report as it is to be read: its newest issued version, or a draft, public or for staff."""
    versions = list(_versions(slug).defer("snapshot"))
    if versions:
        return _version_page(request, versions[0], versions)
    report = get_object_or_404(Report.objects.select_related("type"), slug=slug)
    document = open_draft_of(report)
    is_open = document is not None
    if not is_open and not may_preview(request.user, Report):
        raise Http404
    document = document or compose(report)
    context = {"report": report, "document": document, "withheld": frozenset(), "is_preview": not is_open}
    response = render(request, "reports/report_detail.html", context)
    return response if is_open else _never_kept(response)


def version_page(request, slug, number):
    """One issued version, the newest or an earlier one; each stays reachable."""
    versions = list(_versions(slug).defer("snapshot"))
    version = next((one for one in versions if one.number == number), None)
    return _version_page(request, version, versions)


@require_safe
def file_page(request, slug, name, number=None):
    """The newest issued version, or another, as a file to take home."""
    if name not in FORMATS_GIVEN:
        raise Http404
    issued = _versions(slug) if number is None else _versions(slug).filter(number=number)
    version = _readable(request, issued.first())
    try:
        content = Download(version).file(name)
    except UnknownFormat as problem:
        return _unreadable(request, problem)
    response = HttpResponse(content, content_type=CONTENT_TYPES[name])
    response.headers["Content-Disposition"] = _attachment(version, name)
    return _never_kept(response) if version.is_withheld else response


def _attachment(version, name) -> str:
    """Named as the report is, and for programs that read no such name by its address."""
    title = _NOT_IN_FILE_NAMES.sub("", version.snapshot["title"])[:MOST_OF_A_TITLE] or version.report.slug
    correction = f"（第{version.number}版）" if version.number > 1 else ""
    named = quote(f"{title}{correction}.{name}", errors="replace")
    return f"attachment; filename=\"{version.report.slug}.{name}\"; filename*=UTF-8''{named}"


def changes_page(request, slug, number):
    """What a correction changed: a version beside the one before it."""
    after, before = (
        _readable(request, _versions(slug).filter(number=one).first()) for one in (number, number - 1)
    )
    try:
        document = from_json(after.snapshot)
        found = changes(from_json(before.snapshot), document)
    except UnknownFormat as problem:
        return _unreadable(request, problem)
    context = {"document": document, "version": after, "before": before, "changes": found}
    response = render(request, "reports/report_changes.html", context | {"report": after.report})
    return _never_kept(response) if after.is_withheld or before.is_withheld else response


def _versions(slug):
    """The issued versions of a report, the newest first."""
    issued = ReportVersion.objects.filter(report__slug=slug).with_secrecy()
    return issued.select_related("report").order_by("-number")


def _readable(request, version: ReportVersion | None) -> ReportVersion:
    """The version, where the reader may see it: what a 密级 withholds is for staff alone."""
    if version is None or (version.is_withheld and not may_preview(request.user, Report)):
        raise Http404
    return version


def _never_kept(response):
    add_never_cache_headers(response)
    return response


def _version_page(request, version: ReportVersion | None, versions: list[ReportVersion]):
    """One of a report's versions, the newest of them first."""
    version = _readable(request, version)
    try:
        document = frozen(version)
    except UnknownFormat as problem:
        return _unreadable(request, problem)
    standing = standing_of(document, version.issued_at)
    versions = [one for one in versions if version.is_withheld or not one.is_withheld]
    numbers = {one.number for one in versions}
    context = {
        "report": version.report,
        "document": document,
        "version": version,
        "newest": versions[0].number,
        "versions": versions,
        "corrections": {number for number in numbers if number - 1 in numbers},
        "withheld": standing.withheld,
        "is_held_back": any(source.url for source in standing.withheld),
        "drifts": standing.drifts,
    }
    response = render(request, "reports/report_detail.html", context)
    return _never_kept(response) if version.is_withheld else response


def _unreadable(request, problem):
    """A snapshot that this version of the portal cannot read: said plainly, its format named."""
    return render(request, "reports/unreadable.html", {"problem": problem}, status=503)
