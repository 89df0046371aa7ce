"""The desk's pages for a table that comes in: choosing it, what became of each row, saving it, undoing it."""

from collections.abc import Iterator
from pathlib import PurePath

from django.contrib import admin, messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.cache import add_never_cache_headers
from django.utils.html import format_html
from django.utils.http import content_disposition_header

from desk.records import TellingAdmin
from desk.scope.reach import reach_of
from desk.sheets.columns import offer
from intake.admin.table_forms import ChooseForm, TableForm
from intake.admin.table_review import TableReview
from intake.models import SheetImport, SheetRow
from intake.reading import Unreadable
from intake.recording import Refused
from intake.sheets.files import faulty_rows_of, template_of
from intake.sheets.kinds import ALL, kinds_for, may_take_in
from intake.sheets.saving import saving
from intake.sheets.taking import choose, taking
from intake.sheets.undoing import Standing, undoing
from toolkit import workbooks

AT_ONCE = 300  # rows that are done before anybody would ask how far it is
AT_ONCE_BYTES = 100_000
_LONGEST_KEY = 19  # digits
_STEPS = "<!-- steps -->"  # where the page is cut in two
_KINDS = {kind.model._meta.model_name: kind for kind in ALL}
State = SheetRow.State


@admin.register(SheetImport)
class SheetImportAdmin(TellingAdmin):
    list_display = ("name", "kind_told", "state", "saved", "faulty", "created_at", "created_by")
    list_filter = ("state",)
    list_select_related = ("created_by", "kind")
    list_per_page = 50
    search_fields = ("name",)
    search_help_text = "按文件名称查找。"
    fields = ("name",)

    def get_queryset(self, request):
        kinds = ContentType.objects.get_for_models(*(kind.model for kind in kinds_for(request.user))).values()
        counts = {
            f"{state.value}_count": Count("rows", filter=Q(rows__state=state))
            for state in (State.SAVED, State.FAULTY)
        }
        return super().get_queryset(request).filter(kind__in=kinds).annotate(**counts)

    @admin.display(description="种类", ordering="kind")
    def kind_told(self, table):
        return table.model._meta.verbose_name

    @admin.display(description="已导入")
    def saved(self, table):
        return table.saved_count

    @admin.display(description="有问题")
    def faulty(self, table):
        return table.faulty_count

    def has_view_permission(self, request, obj=None):
        if obj is None:
            return bool(kinds_for(request.user))
        is_own = obj.created_by_id == request.user.pk or reach_of(request.user).is_whole
        return is_own and may_take_in(request.user, obj.model)

    has_change_permission = has_view_permission

    def has_add_permission(self, request):
        return bool(kinds_for(request.user))

    def has_module_permission(self, request):
        return bool(kinds_for(request.user))

    def has_delete_permission(self, request, obj=None):
        return False

    def why_not_deleted(self, request, obj):
        return "导入的表格留作记录；没有导入的，打开后点“放弃”。"

    def get_urls(self):
        wrap = self.admin_site.admin_view
        own = [
            path("template/<str:kind>/", wrap(self.template_view), name="intake_sheetimport_template"),
            path("<int:pk>/faulty/", wrap(self.faulty_view), name="intake_sheetimport_faulty"),
        ]
        return [*own, *super().get_urls()]

    def add_view(self, request, form_url="", extra_context=None):
        kinds = kinds_for(request.user)
        if not kinds:
            raise PermissionDenied
        sent = (request.POST, request.FILES) if request.method == "POST" else ()
        form = TableForm(*sent, kinds=kinds, initial={"kind": request.GET.get("kind")})
        if form.is_bound and form.is_valid():
            told = form.cleaned_data
            steps = taking(name=told["file"].name, data=form.data_read, model=told["kind"], by=request.user)
            if len(form.data_read) > AT_ONCE_BYTES:
                return self._step_by_step(request, steps, "正在核对", request.get_full_path())
            try:
                *_, table = steps
                return redirect(table.address)
            except Unreadable as refusal:
                form.add_error("file", str(refusal))
        templates = [(kind.model._meta.model_name, kind.model._meta.verbose_name) for kind in kinds]
        return self._page(request, "upload.html", form=form, templates=templates, title="导入表格")

    def change_view(self, request, object_id, form_url="", extra_context=None):
        table = self._table(request, object_id)
        if table is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if request.method != "POST":
            return self._review(request, table)
        verb = request.POST.get("do", "")
        if verb == "choose" and table.state == SheetImport.State.OPEN:
            return self._choose(request, table)
        if verb == "drop" and table.state == SheetImport.State.OPEN:
            table.delete()
            messages.success(request, "已放弃，什么也没有导入。")
            return redirect(f"{reverse('admin:intake_sheetimport_add')}?kind={table.model._meta.model_name}")
        if verb == "save":
            return self._run(request, table, saving(table, by=request.user), "正在导入")
        if verb in ("undo", "undo_rest"):
            steps = undoing(table, by=request.user, leave_changed=verb == "undo_rest")
            return self._run(request, table, steps, "正在撤销")
        return redirect(table.address)

    def _choose(self, request, table: SheetImport):
        form = ChooseForm(request.POST, review=TableReview(table, request))
        if not form.is_valid():
            return self._review(request, table, form=form)
        return self._run(request, table, choose(table, form.chosen, by=request.user), "正在核对")

    def _run(self, request, table: SheetImport, steps: Iterator, doing: str):
        """At once where the rows are few; else on a page that tells how far it is."""
        if table.rows.count() > AT_ONCE:
            return self._step_by_step(request, steps, doing, table.address)
        try:
            for _ in steps:
                pass
        except Refused as refusal:
            return self._review(request, table, refusal=str(refusal))
        return redirect(table.address)

    def _review(self, request, table: SheetImport, **told):
        review = TableReview(table, request)
        told.setdefault("form", ChooseForm(review=review))
        return self._page(request, "review.html", table=table, review=review, title=table.name, **told)

    def template_view(self, request, kind):
        found = _KINDS.get(kind)
        if found is None:
            raise Http404
        if not may_take_in(request.user, found.model):
            raise PermissionDenied
        return _download(template_of(found(request.user)), f"导入{found.model._meta.verbose_name}.xlsx")

    def faulty_view(self, request, pk):
        table = self._table(request, pk)
        if table is None:
            raise Http404
        name = f"{PurePath(table.name).stem}（有问题的行）.xlsx"
        return _download(faulty_rows_of(table, TableReview(table, request).readable), name)

    def _table(self, request, pk) -> SheetImport | None:
        """None where there is none within reach; refuses whoever takes in no tables at all."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return self.get_object(request, str(pk)) if len(str(pk)) < _LONGEST_KEY else None

    def _step_by_step(self, request, steps: Iterator, doing: str, back: str) -> StreamingHttpResponse:
        """A page that grows as the work goes on, and leads on by itself at its end."""
        page = self._page(request, "steps.html", title=doing)
        response = StreamingHttpResponse(_growing(steps, page.content.decode(), back))
        response["X-Accel-Buffering"] = "no"  # a web server in front would else keep it until it is whole
        add_never_cache_headers(response)
        return response

    def _page(self, request, template: str, **context):
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "is_nav_sidebar_enabled": False,
            **context,
        }
        response = render(request, f"admin/intake/tables/{template}", context)
        add_never_cache_headers(response)
        return response


def _growing(steps: Iterator, page: str, back: str) -> Iterator[str]:
    before, _, behind = page.partition(_STEPS)
    yield before
    address, sentence = back, ""
    try:
        for told in steps:
            if isinstance(told, SheetImport):
                address = told.address
            elif not isinstance(told, Standing):
                yield format_html("<li>{}</li>", told)
    except (Unreadable, Refused) as refusal:
        sentence = str(refusal)
    yield render_to_string("admin/intake/tables/_end.html", {"address": address, "refusal": sentence})
    yield behind


def _download(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=workbooks.TYPE)
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["Cache-Control"] = "no-store"
    return response


def _way_in(user, model) -> list[tuple[str, str]]:
    if not may_take_in(user, model):
        return []
    return [("导入表格", f"{reverse('admin:intake_sheetimport_add')}?kind={model._meta.model_name}")]


offer(_way_in)
