"""A list of the desk, as filtered and searched, as a file; what is private only for whoever may see it."""

from collections.abc import Iterable, Iterator

from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.utils import label_for_field, lookup_field
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.http import content_disposition_header

from desk.log.events import note
from desk.models import Kind
from desk.sheets.columns import Column, Sheet, plain, sheet_of, ways_in
from toolkit import workbooks
from toolkit.spreadsheets import csv_lines

MOST_ROWS = 100_000
MOST_IN_WORKBOOK = 20_000  # a workbook is whole before its first byte is sent
CSV, XLSX = "csv", "xlsx"
_AT_ONCE = 1000  # records read from the database


class ExportedLists(admin.ModelAdmin):
    """For the desk of any kind of record."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.export_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_export"
        return [path("export/<str:kind>/", view, name=name), *super().get_urls()]

    def get_actions(self, request):
        own = {"export_selected": (_export_selected, "export_selected", "导出所选（XLSX）")}
        return super().get_actions(request) | ({} if request.GET.get("_popup") else own)

    def export_view(self, request, kind):
        """The same rows as the list shows under the same address."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        listed = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
        try:
            shown = self.get_changelist_instance(request)
        except IncorrectLookupParameters:
            return HttpResponseRedirect(f"{listed}?e=1")
        cut = getattr(shown, "cut", None)
        records = shown.queryset if cut is None else cut.order_by(*shown.get_ordering(request, cut))
        back = f"{listed}?{request.GET.urlencode()}"
        return self.exported(request, records, XLSX if kind == XLSX else CSV, back)

    def exported(self, request, records: QuerySet, kind: str, back: str):
        count = records.count()
        most = MOST_IN_WORKBOOK if kind == XLSX else MOST_ROWS
        if count > most:
            instead = f"请改为导出 CSV，或者先缩小范围，再导出一次最多{most}条的 XLSX。"
            words = instead if kind == XLSX else f"一次最多导出{most}条，请先缩小范围。"
            messages.error(request, f"共有{count}条，没有导出。{words}")
            return HttpResponseRedirect(back)
        sheet = self.sheet_for_export(request)
        columns = sheet.columns_for(request.user)
        rows = _rows(sheet, columns, records)
        private = "、".join(one.heading for one in columns if one.right)
        words = f"{self.opts.verbose_name}列表{count}条，{kind.upper()}文件"
        note(Kind.EXPORTED, by=request.user, words=f"{words}，含{private}。" if private else f"{words}。")
        return _file(self.opts.verbose_name, [one.heading for one in columns], rows, kind)

    def sheet_for_export(self, request) -> Sheet:
        """As its app declares it, else as the list shows it."""
        return sheet_of(self.model) or Sheet(
            self.model,
            tuple(self._shown(name) for name in self.get_list_display(request) if name != "action_checkbox"),
        )

    def _shown(self, name) -> Column:
        heading = label_for_field(name, self.model, self)

        def read(record: Model):
            field, _, value = lookup_field(name, record, self)
            if field is not None and field.choices:
                return getattr(record, f"get_{field.name}_display")()
            return strip_tags(value) if isinstance(value, str) else plain(value)

        return Column(str(name), heading=str(heading), read=read)


def tools_of(request, shown) -> list[tuple[str, str]]:
    """The links above a list to what its table can do."""
    if not isinstance(shown.model_admin, ExportedLists) or shown.is_popup:
        return []
    name = f"admin:{shown.opts.app_label}_{shown.opts.model_name}_export"
    asked = f"?{query}" if (query := request.GET.urlencode()) else ""
    kinds = ((XLSX, "导出这个列表"), (CSV, "导出为 CSV"))
    links = [(words, f"{reverse(name, args=[kind])}{asked}") for kind, words in kinds]
    return [*ways_in(request.user, shown.model), *links]


def _export_selected(model_admin, request, queryset):
    return model_admin.exported(request, queryset, XLSX, request.get_full_path())


def _rows(sheet: Sheet, columns: list[Column], records: QuerySet) -> Iterator[list]:
    if sheet.select:
        records = records.select_related(*sheet.select)
    for record in records.prefetch_related(*sheet.prefetch).iterator(chunk_size=_AT_ONCE):
        yield [column.of(record) for column in columns]


def _file(name: str, headings: list[str], rows: Iterable[list], kind: str) -> HttpResponse:
    told = f"{name}{timezone.localtime():%Y%m%d}.{kind}"
    if kind == XLSX:
        response = HttpResponse(workbooks.workbook_of(name, headings, rows), content_type=workbooks.TYPE)
    else:
        response = StreamingHttpResponse(csv_lines(headings, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(True, told)
    response["Cache-Control"] = "no-store"
    return response
