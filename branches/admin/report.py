"""The desk's pages of what branches report: a form for a phone, a list for the district."""

from django import forms
from django.contrib import admin, messages
from django.db.models import F
from django.http import FileResponse, Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.html import format_html

from branches.actions import Refused, how_it_stands, report_up
from branches.admin.bulk import BulkAdopting
from branches.admin.deciding import DecidingPages
from branches.admin.finding import record_for
from branches.admin.late import LatePosts
from branches.admin.mine import MinePages
from branches.admin.report_form import REPORT, PhotoRows, ReportForm
from branches.fate import fate_of
from branches.models import BranchReport, ReportedPhoto
from branches.reach import may_decide
from desk.filtering import Days, Related
from desk.records import StampedAdmin
from toolkit.dates.moments import moment_text
from toolkit.pictures import versions

ONWARD = ("adopt", "merge", "return")  # pages that a button of the form leads on to, once it is saved


@admin.register(BranchReport)
class BranchReportAdmin(MinePages, BulkAdopting, DecidingPages, LatePosts, StampedAdmin):
    form = ReportForm
    inlines = (PhotoRows,)
    list_display = ("title", "organization", "when", "state", "reported", "became")
    list_filter = ("state", Days.held(), Related.by("organization"), "organization__kind")
    list_select_related = ("organization", "activity")
    date_hierarchy = "starts_on"
    ordering = (F("reported_at").desc(nulls_last=True), "-pk")  # drafts last
    search_fields = ("title", "summary", "place", "organization__name")
    search_help_text = "按活动名称、经过、地点或团组织查找。"
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "organization",
                    "title",
                    ("starts_on", "ends_on"),
                    "place",
                    "summary",
                    "figures",
                )
            },
        ),
    )

    @admin.display(description="时间", ordering="starts_on")
    def when(self, report):
        return report.when_text

    @admin.display(description="上报时间", ordering="reported_at")
    def reported(self, report):
        return moment_text(report.reported_at) if report.reported_at else ""

    @admin.display(description="采用成的活动")
    def became(self, report):
        if not report.activity:
            return ""
        address = reverse("admin:activities_activity_change", args=[report.activity_id])
        state = report.activity.status_text
        return format_html('<a href="{}">{}</a>（{}）', address, report.activity, state)

    def has_change_permission(self, request, obj=None):
        """It is the branch's until it is sent up, then the district's until that has decided."""
        if not super().has_change_permission(request, obj):
            return False
        is_decidable = obj is not None and obj.state == BranchReport.State.REPORTED
        return obj is None or obj.is_in_hand or (is_decidable and may_decide(request.user))

    def has_delete_permission(self, request, obj=None):
        """What is adopted stays as the ground of its activity; what was sent up is the district's."""
        if not super().has_delete_permission(request, obj):
            return False
        is_waiting = obj is not None and obj.state == BranchReport.State.REPORTED
        return obj is None or obj.is_in_hand or (is_waiting and may_decide(request.user))

    def how_it_stands(self, record):
        return how_it_stands(record)

    def why_not_deleted(self, request, obj):
        if obj is not None and obj.state == BranchReport.State.ADOPTED:
            return "它已经采用成活动，留作依据，不能删除。"
        if obj is not None and obj.state == BranchReport.State.REPORTED and not may_decide(request.user):
            return "它已经上报，不能删除；要改或者不报了，请联系团区委退回。"
        return super().why_not_deleted(request, obj)

    def get_fieldsets(self, request, obj=None):
        return self.fieldsets  # one screen: who wrote what tells the history

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "organization":
            field.widget.can_add_related = False
        return field

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.is_sent = REPORT in request.POST
        own = form.base_fields.get("organization")
        if own and (whose := list(own.queryset[:2])) and len(whose) == 1:
            own.initial, own.widget = whose[0].pk, forms.HiddenInput()  # there is nothing to choose
        return form

    def response_add(self, request, obj, post_url_continue=None):
        return self._after_saving(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._after_saving(request, obj) or super().response_change(request, obj)

    def response_post_save_add(self, request, obj):
        return self._home(request) or super().response_post_save_add(request, obj)

    def response_post_save_change(self, request, obj):
        return self._home(request) or super().response_post_save_change(request, obj)

    def _after_saving(self, request, report):
        onward = next((name for name in ONWARD if f"_{name}" in request.POST), None)
        if onward:
            return HttpResponseRedirect(reverse(f"admin:branches_branchreport_{onward}", args=[report.pk]))
        if REPORT not in request.POST:
            return None
        try:
            report_up(report, by=request.user, at=timezone.now())
        except Refused as refusal:
            messages.error(request, str(refusal))
            return HttpResponseRedirect(reverse("admin:branches_branchreport_change", args=[report.pk]))
        messages.success(request, f"已上报：{report}。团区委办理以后，这里能看到结果。")
        return self.response_post_save_change(request, report)

    def _home(self, request):
        """Whoever only reports goes back to the page of what was reported."""
        if may_decide(request.user):
            return None
        return HttpResponseRedirect(reverse("admin:branches_branchreport_mine"))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        report = obj if obj is not None and obj.pk else None
        if add:
            context["title"] = "报一项活动"
        context |= {
            "may_write": self.has_change_permission(request, report) if report else True,
            "may_delete": report is not None and self.has_delete_permission(request, report),
            "may_decide": may_decide(request.user),
            "is_waiting": report is not None and report.state == BranchReport.State.REPORTED,
            "fate": fate_of(report) if report else None,
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_urls(self):
        view = self.admin_site.admin_view(self.photo_view)
        name = "branches_branchreport_photo"
        return [path("<int:pk>/photos/<int:photo>/<str:name>", view, name=name), *super().get_urls()]

    def photo_view(self, request, pk, photo, name):
        """A photo of a report for whoever may see that report."""
        report = record_for(self, request, pk)
        image = get_object_or_404(ReportedPhoto, pk=photo, report=report).image
        try:
            file = versions.opened(image, name)
        except (KeyError, OSError, SyntaxError):
            raise Http404 from None
        answer = FileResponse(file, content_type=versions.CONTENT_TYPES[name.rpartition(".")[2]])
        add_never_cache_headers(answer)
        return answer
