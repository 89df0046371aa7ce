from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect

from desk.filtering import Related
from desk.records import TellingAdmin
from desk.rows import StackedRows
from reports.admin.revisions import CLOSED, ClosesWithReport, FromRevisionAdmin, ModelFromRevision
from reports.editing.holding import edit, locked
from reports.models import Commitment, PlanItem


class CommitmentRows(StackedRows):
    model = Commitment
    has_own_rights = True
    days_ahead = ("due_on",)
    fields = (("text", "position"), ("owner", "due_on"), ("target_value", "target_unit"))
    autocomplete_fields = ("owner",)
    show_change_link = True


class PlanItemForm(ModelFromRevision):
    @staticmethod
    def report_of(instance):
        return instance.report if instance.pk else None

    def clean_report(self):
        report = self.cleaned_data["report"]
        if not report.is_open:
            raise ValidationError("这份总结已经送审或签发，内容不能再改。")
        return report


@admin.register(PlanItem)
class PlanItemAdmin(ClosesWithReport, FromRevisionAdmin, TellingAdmin):
    """A heading of the plan with its commitments, reached from the editor; it closes with its report."""

    form = PlanItemForm
    guards_form = False  # the form tells by itself who changed the report
    inlines = (CommitmentRows,)
    actions = None
    list_display = ("heading", "report", "position")
    list_filter = (Related.by("report"),)
    list_select_related = ("report",)
    list_per_page = 50
    search_fields = ("heading", "text", "commitments__text")
    search_help_text = "按计划标题、说明或任务查找。"
    autocomplete_fields = ("report",)
    fieldsets = ((None, {"fields": ("report", "heading", "text", "position", "made_from")}),)

    def get_readonly_fields(self, request, obj=None):
        return ("report",) if obj else ()

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or obj.report.is_open)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or obj.report.is_open)

    def why_not_deleted(self, request, obj):
        return super().why_not_deleted(request, obj) if obj.report.is_open else CLOSED

    def refused(self, request, item):
        if item.report.is_open:
            return None
        messages.error(request, f"《{item.report}》{item.report.get_state_display()}，计划不能再改。")
        return redirect("admin:reports_report_edit", item.report_id)

    def save_model(self, request, obj, form, change):
        with edit(report=obj.report, by=request.user, revision=locked(obj.report).revision):
            super().save_model(request, obj, form, change)

    def delete_model(self, request, obj):
        with edit(report=obj.report, by=request.user, revision=locked(obj.report).revision):
            super().delete_model(request, obj)

    def response_post_save_add(self, request, obj):
        return redirect("admin:reports_report_edit", obj.report_id)

    response_post_save_change = response_post_save_add
