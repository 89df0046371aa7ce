from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from desk.records import AddressedAdmin, StampedAdmin, tell
from reports.admin.editor import EditorPages
from reports.admin.output import OutputPages
from reports.admin.returned.pages import ReturnedPages
from reports.admin.revisions import ClosesWithReport, FromRevisionAdmin, ModelFromRevision
from reports.admin.start_form import StartForm, period_to_write
from reports.admin.waivers import WaiverPages
from reports.admin.workflow import WorkflowPages
from reports.editing.starting import start_report
from reports.issuing.actions import Refused
from reports.models import Report, ReportType


@admin.register(Report)
class ReportAdmin(
    ClosesWithReport,
    EditorPages,
    WorkflowPages,
    WaiverPages,
    OutputPages,
    ReturnedPages,
    FromRevisionAdmin,
    AddressedAdmin,
):
    """The frame of a report; its contents are on the editor's pages. It closes when sent for review."""

    form = ModelFromRevision
    guards_form = False  # the form tells by itself who changed the report
    list_display = ("title", "edit_link", "period", "as_of", "state", "is_public")
    list_filter = ("kind", "state", "type", "is_public")
    date_hierarchy = "starts_on"
    search_fields = ("title", "slug", "document_number")
    search_help_text = "按标题、地址用名或发文字号查找。"
    readonly_fields = ("state",)
    filter_horizontal = ("campaigns", "areas", "tags")
    fieldsets = (
        (
            "哪一段时间",
            {"fields": ("title", ("kind", "slug", "type"), ("starts_on", "ends_on"), "as_of", "made_from")},
        ),
        (
            "写法与落款",
            {"fields": (("levels", "follow_up_form"), ("signature", "signed_on"))},
        ),
        (
            "公文格式",
            {
                "fields": (
                    "annex",
                    ("red_head", "document_number"),
                    ("signers", "urgency"),
                    ("secrecy", "secrecy_term", "copy_number"),
                    "addressees",
                    "copied_to",
                    ("printed_by", "printed_on"),
                ),
                "classes": ("collapse",),
                "description": "印在 Word 和 PDF 文件里国家标准规定的位置；都可以不填，不填的不印。",
            },
        ),
        (
            "专题",
            {
                "fields": ("campaigns", "areas", "tags"),
                "classes": ("collapse",),
                "description": "只用于专题总结：几项条件都选了的，要同时符合；一项也不选就写全部。",
            },
        ),
        ("公开", {"fields": ("state", "is_public")}),
    )

    def get_readonly_fields(self, request, obj=None):
        """What was issued stays where it is read: its address is not given away any more."""
        fixed = ("slug",) if obj and obj.versions.exists() else ()
        return (*super().get_readonly_fields(request, obj), *fixed)

    @admin.display(description="总结时段", ordering="starts_on")
    def period(self, report):
        return str(report.period or f"{report.starts_on}至{report.ends_on}")

    @admin.display(description="内容")
    def edit_link(self, report):
        return format_html('<a href="{}">编辑</a>', reverse("admin:reports_report_edit", args=[report.pk]))

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or obj.is_open)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or obj.is_open)

    def view_on_site(self, obj):
        return obj.get_absolute_url() if obj.is_issued or obj.is_public else None

    def add_view(self, request, form_url="", extra_context=None):
        """A new report is begun by its period alone, and has its whole draft at once."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        asked = {name: request.GET[name] for name in ("stretch", "year") if name in request.GET}
        form = StartForm(request.POST or None, initial=period_to_write() | asked, label_suffix="")
        if form.is_valid() and (report := self._start(request, form)):
            return redirect("admin:reports_report_edit", report.pk)
        context = {**self.admin_site.each_context(request), "opts": self.opts, "form": form}
        return TemplateResponse(request, "admin/reports/report/start.html", context)

    def _start(self, request, form):
        values = form.cleaned_data
        try:
            report = start_report(report=values["report"], about=form.about, by=request.user)
        except ValidationError as refusal:
            fields = refusal.message_dict if hasattr(refusal, "error_dict") else {}
            for name, sentences in fields.items():
                form.add_error(form.place_of(name), sentences)
            return None
        except Refused as refusal:
            form.add_error(form.place_of(""), str(refusal))
            return None
        self.log_addition(request, report, "新建。")
        messages.success(request, f"已按{report.period_name}的记录写出全文，可以开始编辑。")
        tell(request, form)
        return report

    def why_not_deleted(self, request, obj):
        if obj.is_open:
            return super().why_not_deleted(request, obj)
        return f"这份总结现在是“{obj.get_state_display()}”，不能删除。"

    def refused(self, request, report):
        if report.is_open:
            return None
        messages.error(request, f"这份总结现在是“{report.get_state_display()}”，不能修改，也不能删除。")
        return redirect("admin:reports_report_change", report.pk)

    def save_model(self, request, obj, form, change):
        obj.revision += 1
        super().save_model(request, obj, form, change)


@admin.register(ReportType)
class ReportTypeAdmin(StampedAdmin):
    list_display = ("name", "most_characters")
    search_fields = ("name",)
    search_help_text = "按名称查找。"
    fieldsets = (
        (None, {"fields": ("name", "most_characters")}),
        (
            "必须有的部分",
            {
                "fields": (
                    "requires_achievements",
                    "requires_follow_up",
                    "requires_problems",
                    "requires_plan",
                )
            },
        ),
    )
