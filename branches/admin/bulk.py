"""Adopting what is chosen in the list: a page says first what will come of it, and it can be undone."""

from django import forms
from django.contrib import admin, messages
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.middleware.csrf import get_token
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from activities.models import WorkArea
from branches.actions import Refused, adopt, take_back
from branches.admin.deciding import alike_to, area_before
from branches.figures import Unread, lines_of
from branches.models import BranchReport
from branches.reach import may_decide
from toolkit.texts.quoting import quoted

AT_ONCE = 50  # reports: so many can still be looked over
CONFIRMED = "_confirmed"
_SALT = "branches.adopted"


class Row(forms.Form):
    """A report that can be adopted, what it will be, and the heading that it is put under."""

    area = forms.ModelChoiceField(WorkArea.objects.all(), label="工作板块")

    def __init__(self, data, report: BranchReport, areas: list[WorkArea], user):
        super().__init__(data, prefix=f"r{report.pk}", initial={"area": area_before(report)})
        self.fields["area"].choices = [("", "请选择"), *((one.pk, one.name) for one in areas)]
        self.fields["area"].widget.attrs["aria-label"] = f"{report}的工作板块"
        self.report = report
        self.lines = lines_of(report.figures)
        self.alike = alike_to(report, user)[:1]


class BulkAdopting(admin.ModelAdmin):
    def get_actions(self, request):
        actions = super().get_actions(request)
        if not may_decide(request.user) or request.GET.get("_popup"):
            return actions
        return actions | {"adopt_selected": (_adopt_selected, "adopt_selected", "采用所选")}

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.take_back_view))
        return [path("take-back/", view, name="branches_branchreport_take_back"), *super().get_urls()]

    def adopt_chosen(self, request, queryset):
        if not (may_decide(request.user) and request.user.has_perm("activities.add_activity")):
            raise PermissionDenied
        chosen = list(queryset.select_related("organization")[: AT_ONCE + 1])
        if len(chosen) > AT_ONCE:
            self.message_user(request, f"一次最多采用 {AT_ONCE} 条，请先缩小范围。", messages.ERROR)
            return None
        data = request.POST if CONFIRMED in request.POST else None
        rows, cannot = self._sorted(request, chosen, data)
        lacking = [row for row in rows if not row.is_valid()]
        if rows and not lacking:
            return self._adopt_all(request, rows)
        context = {
            **self.admin_site.each_context(request),
            "title": "采用所选的来报",
            "opts": self.opts,
            "act": {"label": "采用"},
            "rows": rows,
            "cannot": cannot,
            "is_incomplete": bool(lacking and data),
            "back": request.get_full_path(),
        }
        return TemplateResponse(request, "admin/branches/bulk.html", context)

    def _sorted(self, request, chosen, data):
        """Those that it can be done with, the others with the reason."""
        areas = list(WorkArea.objects.all())
        rows, cannot = [], []
        for report in chosen:
            if report.state != BranchReport.State.REPORTED:
                cannot.append((report, f"它现在是“{report.get_state_display()}”，不能采用。"))
                continue
            try:
                rows.append(Row(data, report, areas, request.user))
            except Unread as unread:
                cannot.append((report, str(unread)))
        return rows, cannot

    def _adopt_all(self, request, rows):
        adopted, refused = [], []
        for row in rows:
            area = row.cleaned_data["area"]
            try:
                done = adopt(row.report, area=area, by=request.user, at=timezone.now())
            except (Refused, ValidationError) as refusal:
                words = "".join(getattr(refusal, "messages", [str(refusal)]))
                refused.append(f"{quoted(row.report)}没有采用：{words}")
                continue
            if done.is_new:
                adopted.append(row.report.pk)
            else:
                refused.append(f"{quoted(row.report)}刚才已经采用过，没有再建一条。")
        if adopted:
            messages.success(request, _told_with_undo(request, adopted))
        for sentence in refused:
            messages.warning(request, sentence)
        return HttpResponseRedirect(request.get_full_path())

    def take_back_view(self, request):
        if not may_decide(request.user):
            raise PermissionDenied
        back = HttpResponseRedirect(reverse("admin:branches_branchreport_changelist"))
        try:
            keys = signing.loads(request.POST.get("adopted", ""), salt=_SALT)
        except signing.BadSignature:
            messages.error(request, "没有可以撤销的操作。")
            return back
        try:
            number = take_back(
                self.get_queryset(request).filter(pk__in=keys), by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, f"已撤销，{number} 条来报恢复为“已报”，建好的草稿放进了回收站。")
        return back


def _adopt_selected(model_admin, request, queryset):
    return model_admin.adopt_chosen(request, queryset)


def _told_with_undo(request, keys):
    return format_html(
        '<form method="post" action="{}">已采用 {} 条，都存为活动的草稿。'
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '<input type="hidden" name="adopted" value="{}">'
        '<button class="button">撤销</button></form>',
        reverse("admin:branches_branchreport_take_back"),
        len(keys),
        get_token(request),
        signing.dumps(keys, salt=_SALT),
    )
