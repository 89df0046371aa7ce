from contextlib import nullcontext

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.html import format_html

import counting
from desk.filtering import Days, Related
from desk.records import TellingAdmin
from desk.rows import StackedRows
from reports.admin.revisions import CLOSED, FromRevisionAdmin, ModelFromRevision
from reports.composing.follow_up import is_overdue, reach_of, shown_status, status_of
from reports.editing.holding import Changed, edit, locked
from reports.models import Commitment, Evidence

SAID = ("said_status", "said_reason")
TARGET = ("target_value", "target_unit")


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
    fields = (("activity", "team"), ("commendation", "amount"), "figure")
    autocomplete_fields = ("activity", "team", "commendation", "figure")


class CommitmentForm(ModelFromRevision):
    """Of an open report the revision counts; of a closed one only the words on the progress can collide."""

    @staticmethod
    def report_of(instance):
        return instance.plan_item.report if instance.pk else None

    def clean_plan_item(self):
        plan_item = self.cleaned_data["plan_item"]
        if not plan_item.report.is_open:
            raise ValidationError("这份计划所在的总结已经送审或签发，任务不能再增减。")
        if self.instance.pk and plan_item.report != self.instance.plan_item.report:
            raise ValidationError("任务只能移到同一份总结的计划里。")
        return plan_item

    def clean(self):
        """The day of a word on the progress is today, unless staff name another."""
        cleaned = super().clean()
        said_on = cleaned.get("said_on") or timezone.localdate()
        return cleaned | {"said_on": said_on if cleaned.get("said_status") else None}

    def _refuse_if_changed(self, report):
        if report.is_open:
            super()._refuse_if_changed(report)
        elif set(SAID) & set(self.changed_data) and "over" not in self.data:
            self._refuse_if_said_otherwise(report)

    def _refuse_if_said_otherwise(self, report):
        now = Commitment.objects.values(*SAID).get(pk=self.instance.pk)
        moved = [name for name in SAID if now[name] != (self.data.get(f"initial-{name}") or "")]
        for name in moved:
            said = dict(Commitment.Status.choices).get(now[name], now[name])
            self.add_error(name, ValidationError(f"现在的内容：{said or '（空）'}"))
        if moved:
            self.changed = Changed(report)
            raise ValidationError("在你打开这一页以后，有人改过这项任务的进展。你填写的都还在，没有写入。")


@admin.register(Commitment)
class CommitmentAdmin(FromRevisionAdmin, TellingAdmin):
    """How far a commitment has come. What it promised closes with its report; the follow-up stays open."""

    form = CommitmentForm
    guards_form = False  # the form tells by itself who moved the task on
    inlines = (EvidenceRows,)
    list_display = ("task", "status", "target", "actual", "due", "owner", "period")
    list_filter = (
        NeedsAttention,
        "said_status",
        Days.over("due_on", "期限"),
        Related.by("plan_item__report"),
        Related.by("owner"),
    )
    list_select_related = ("plan_item__report", "owner")
    list_per_page = 50
    date_hierarchy = "due_on"
    ordering = ("-plan_item__report__starts_on", "plan_item__position", "position", "pk")
    search_fields = ("text", "plan_item__heading", "plan_item__report__title", "owner__name")
    search_help_text = "按任务、计划标题、总结或责任组织查找。"
    autocomplete_fields = ("plan_item", "owner")
    readonly_fields = ("shown",)
    days_ahead = ("due_on",)
    promised = ("plan_item", "text", "owner", "due_on", *TARGET)
    fieldsets = (
        (
            "任务",
            {
                "fields": ("plan_item", "text", ("owner", "due_on"), TARGET, "made_from"),
            },
        ),
        (
            "进展",
            {
                "fields": ("shown", ("said_status", "said_on"), "said_reason"),
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

    def why_not_deleted(self, request, obj):
        return super().why_not_deleted(request, obj) if obj.plan_item.report.is_open else CLOSED

    def save_model(self, request, obj, form, change):
        with self._as_an_edit(request, obj):
            super().save_model(request, obj, form, change)

    def delete_model(self, request, obj):
        with self._as_an_edit(request, obj):
            super().delete_model(request, obj)

    @transaction.atomic
    def delete_queryset(self, request, queryset):
        for commitment in queryset:
            self.delete_model(request, commitment)

    def _as_an_edit(self, request, commitment):
        """A revision of the open report that it belongs to; the follow-up of a closed one is none."""
        report = locked(commitment.plan_item.report)
        if not report.is_open:
            return nullcontext()
        return edit(report=report, by=request.user, revision=report.revision)

    @admin.display(description="任务", ordering="text")
    def task(self, commitment):
        """What it promises, over the heading of the plan that it stands under."""
        return format_html('{}<span class="beneath">{}</span>', commitment.text, commitment.plan_item.heading)

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
        return _actual(commitment)

    @admin.display(description="进展")
    def status(self, commitment):
        said = "（人工认定）" if commitment.said_status else ""
        return f"{self._status(commitment).label}{said}"

    @admin.display(description="按记录判断")
    def shown(self, commitment):
        if commitment.pk is None:
            return "登记依据、保存以后，由系统判断。"
        label = shown_status(commitment.target_value, _reach(commitment), commitment.evidence_count).label
        actual = _actual(commitment)
        return f"{label}，实际{actual}" if actual else label

    def _status(self, commitment):
        return status_of(commitment, _reach(commitment), commitment.evidence_count)


def _reach(commitment):
    return reach_of(commitment.actual, commitment.measured_as)


def _actual(commitment):
    """As exactly as it is known; of a range its lower end."""
    precision = commitment.measured_as or counting.EXACT
    return _amount(
        commitment.actual, commitment, counting.AT_LEAST if precision == counting.RANGE else precision
    )


def _amount(value, commitment, precision=counting.EXACT):
    """3期; None for what is not known."""
    if value is None or commitment.target_value is None:
        return None
    return counting.write(counting.Count(value, commitment.target_unit, precision))
