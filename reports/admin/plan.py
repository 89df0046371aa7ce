from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils import timezone

from activities import counting
from reports.follow_up import is_overdue, shown_status, status_of
from reports.models import Commitment, Evidence
from toolkit.admin import PlainChoices, StackedRows


class NeedsAttention(admin.SimpleListFilter):
    title = "要留意的"
    parameter_name = "attention"

    def lookups(self, request, model_admin):
        return (("overdue", "逾期"), ("without_evidence", "没有依据"))

    def queryset(self, request, queryset):
        if self.value() == "overdue":
            return queryset.overdue(timezone.localdate())
        if self.value() == "without_evidence":
            return queryset.without_evidence()
        return queryset


class EvidenceRows(StackedRows):
    model = Evidence
    fields = (("activity", "team"), ("commendation", "amount"))
    autocomplete_fields = ("activity", "team", "commendation")


class CommitmentForm(forms.ModelForm):
    def clean_plan_item(self):
        plan_item = self.cleaned_data["plan_item"]
        if not plan_item.report.is_open:
            raise ValidationError("这份计划所在的总结已经送审或签发，任务不能再增减。")
        return plan_item


@admin.register(Commitment)
class CommitmentAdmin(PlainChoices, admin.ModelAdmin):
    """How far a commitment has come. What it promised closes with its report; the follow-up stays open."""

    form = CommitmentForm
    inlines = (EvidenceRows,)
    list_display = ("__str__", "status", "target", "actual", "due", "owner", "heading", "period")
    list_filter = (
        NeedsAttention,
        "said_status",
        ("plan_item__report", admin.RelatedOnlyFieldListFilter),
        ("owner", admin.RelatedOnlyFieldListFilter),
    )
    list_select_related = ("plan_item__report", "owner")
    list_per_page = 50
    date_hierarchy = "due_on"
    ordering = ("-plan_item__report__starts_on", "plan_item__position", "position", "pk")
    search_fields = ("text", "plan_item__heading", "plan_item__report__title", "owner__name")
    search_help_text = "按任务、计划标题、总结或责任组织查找。"
    autocomplete_fields = ("plan_item", "owner")
    readonly_fields = ("shown",)
    promised = ("plan_item", "text", "owner", "due_on", "target_value", "target_unit")
    fieldsets = (
        ("任务", {"fields": ("plan_item", "text", ("owner", "due_on"), ("target_value", "target_unit"))}),
        (
            "进展",
            {
                "fields": ("shown", "said_status", "said_reason"),
                "description": "依据在下面逐条登记；只有已发布的记录算数。",
            },
        ),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).with_progress(timezone.localdate())

    def get_readonly_fields(self, request, obj=None):
        closed = obj is not None and not obj.plan_item.report.is_open
        return (*super().get_readonly_fields(request, obj), *(self.promised if closed else ()))

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or obj.plan_item.report.is_open)

    @admin.display(description="计划", ordering="plan_item__heading")
    def heading(self, commitment):
        return commitment.plan_item.heading

    @admin.display(description="总结", ordering="plan_item__report__starts_on")
    def period(self, commitment):
        return commitment.plan_item.report.period_name

    @admin.display(description="期限", ordering="due_on")
    def due(self, commitment):
        if commitment.due_on is None:
            return None
        overdue = is_overdue(commitment, self._status(commitment), timezone.localdate())
        return f"{commitment.due_on:%Y-%m-%d}{'（逾期）' if overdue else ''}"

    @admin.display(description="目标", ordering="target_value")
    def target(self, commitment):
        return _amount(commitment.target_value, commitment)

    @admin.display(description="实际", ordering="actual")
    def actual(self, commitment):
        return _amount(commitment.actual, commitment)

    @admin.display(description="进展")
    def status(self, commitment):
        said = "（人工认定）" if commitment.said_status else ""
        return f"{self._status(commitment).label}{said}"

    @admin.display(description="按记录判断")
    def shown(self, commitment):
        if commitment.pk is None:
            return "登记依据、保存以后，由系统判断。"
        label = shown_status(commitment.target_value, commitment.actual, commitment.evidence_count).label
        actual = _amount(commitment.actual, commitment)
        return f"{label}，实际{actual}" if actual else label

    def _status(self, commitment):
        return status_of(commitment, commitment.actual, commitment.evidence_count)


def _amount(value, commitment):
    """3期; None for what is not known."""
    if value is None or commitment.target_value is None:
        return None
    return counting.write(counting.Count(value, commitment.target_unit, counting.EXACT))
