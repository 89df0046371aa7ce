"""The buttons on the way of a report to issue, each with a page that asks once more."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from desk.records import tell
from reports.admin.draft import Draft
from reports.admin.findings import open_findings
from reports.admin.revisions import TOO_LONG, who_changed
from reports.admin.waivers import may_waive
from reports.editing.holding import Changed, locked
from reports.issuing.actions import Refused, digest_of, issue, reopen, return_for_changes, send_for_review
from reports.models import Report, ReportStep

State = Report.State


@dataclass(frozen=True)
class Step:
    """A step of the workflow as staff see it."""

    name: str  # in its address
    label: str
    from_states: tuple[str, ...]
    permission: str
    do: Callable
    explained: str
    reason: str = ""  # what the reason is asked for, where one is needed
    is_read: bool = False  # its page shows the text that goes on, and what is open in it
    freezes: bool = False  # what is shown is what it issues: no blocker in it, and nothing changed since


STEPS = {
    step.name: step
    for step in (
        Step(
            "send",
            "送审",
            (State.DRAFT, State.RETURNED),
            "reports.change_report",
            send_for_review,
            "送审以后内容不能再改，直到退回或签发。",
            is_read=True,
        ),
        Step(
            "issue",
            "签发",
            (State.IN_REVIEW,),
            "reports.issue_report",
            issue,
            "签发以后，总结连同数据和来源一起冻结，以后记录再变也不会改动它。",
            is_read=True,
            freezes=True,
        ),
        Step(
            "return",
            "退回",
            (State.IN_REVIEW,),
            "reports.review_report",
            return_for_changes,
            "退回给起草的人修改，修改以后再送审。",
            reason="退回的原因",
        ),
        Step(
            "reopen",
            "发起更正",
            (State.ISSUED,),
            "reports.issue_report",
            reopen,
            "已签发的版本保持原样、继续公开；更正后的内容重新送审、签发，成为新的一版。",
            reason="更正的原因",
        ),
    )
}


class StepForm(forms.Form):
    """The revision and the draft that were read, and the reason where a step needs one."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    read = forms.CharField(widget=forms.HiddenInput, required=False)
    reason = ReportStep._meta.get_field("reason").formfield(
        required=True, widget=forms.Textarea(attrs={"rows": 4}), error_messages={"max_length": TOO_LONG}
    )
    required_css_class = "required"

    def __init__(self, step: Step, *args, **kwargs):
        super().__init__(*args, **kwargs, label_suffix="")
        if step.reason:
            self.fields["reason"].label = step.reason
        else:
            del self.fields["reason"]
        if not step.freezes:
            del self.fields["read"]


def open_steps(user, report: Report) -> list[Step]:
    """The steps that the user may take with the report now."""
    return [
        step for step in STEPS.values() if report.state in step.from_states and user.has_perm(step.permission)
    ]


def take(step: Step, *, report: Report, by, revision: int, **given: str) -> None:
    """Take the step upon the revision that was read.

    Raises Refused with a sentence, and Changed where the report has changed since.
    """
    with transaction.atomic():
        now = locked(report)
        if now.state in step.from_states and now.revision != revision:
            raise Changed(now)
        step.do(report=now, by=by, at=timezone.now(), **given)


class WorkflowPages(admin.ModelAdmin):
    """The addresses of the steps, added to those of the editor."""

    def get_urls(self):
        return [
            path(
                "<int:pk>/step/<str:name>/",
                self.admin_site.admin_view(self.step_view),
                name="reports_report_step",
            ),
            *super().get_urls(),
        ]

    def step_view(self, request, pk, name):
        report, step = self.report_of(request, pk), STEPS.get(name)
        if step is None:
            raise Http404
        if not request.user.has_perm(step.permission):
            raise PermissionDenied
        form = StepForm(step, request.POST if request.method == "POST" else None)
        if form.is_bound and form.is_valid():
            report, is_taken = self._take(request, report, step, form.cleaned_data)
            if is_taken:
                tell(request, form)
                return redirect("admin:reports_report_edit", report.pk)
        elif report.state not in step.from_states:
            messages.error(request, f"这份总结现在是“{report.get_state_display()}”，不能{step.label}。")
            return redirect("admin:reports_report_edit", report.pk)
        draft = Draft(report)
        about = {
            "draft": draft if step.is_read else None,
            "may_waive": may_waive(request.user, report),
            "open": open_findings(draft),
            "read": digest_of(draft.document),
        }
        if request.method == "GET" and request.GET.get("read", about["read"]) != about["read"]:
            messages.warning(request, f"你打开全文以后，记录又有变动，请再看一遍，再决定是否{step.label}。")
        return self.page(request, report, "step.html", title=step.label, step=step, form=form, **about)

    def _take(self, request, report, step, given) -> tuple[Report, bool]:
        """The report as it stands afterwards, and whether the step was taken."""
        try:
            take(step, report=report, by=request.user, **given)
        except Changed as changed:
            messages.warning(
                request, f"{who_changed(changed.report)}请先看看现在的内容，再决定是否{step.label}。"
            )
            return changed.report, False
        except Refused as refusal:
            messages.error(request, str(refusal))
            return report, False
        self.log_change(request, report, f"{step.label}。")
        messages.success(request, f"已{step.label}：{report}")
        return report, True
