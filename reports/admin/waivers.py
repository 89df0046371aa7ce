"""予以放行: the page that asks for the reason, and the button that takes it back."""

from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone

from desk.records import tell
from reports.admin.draft import Draft
from reports.admin.findings import Open, ShownFinding, open_findings
from reports.admin.revisions import TOO_LONG
from reports.checks.reading import Reading
from reports.issuing.actions import Refused
from reports.issuing.waiving import GONE, take_back, waive
from reports.models import Report, Waiver

PERMISSION = "reports.waive_finding"


@dataclass(frozen=True)
class ToldWaiver:
    """A waiver as the history tells it: with what became of it."""

    waiver: Waiver
    is_in_force: bool


class WaiverForm(forms.Form):
    reason = Waiver._meta.get_field("reason").formfield(
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "请写明放行的理由。", "max_length": TOO_LONG},
    )
    required_css_class = "required"


def may_waive(user, report: Report) -> bool:
    return user.has_perm(PERMISSION) and not report.is_issued


def told_waivers(report: Report, found: Open) -> list[ToldWaiver]:
    """Every waiver that was ever given, the newest first."""
    in_force = {one.waiver.pk for one in found.waived}
    given = report.waivers.select_related("by", "taken_back_by")
    return [ToldWaiver(waiver, waiver.pk in in_force) for waiver in given.reverse()]


class WaiverPages(admin.ModelAdmin):
    """The addresses of the waivers, added to those of the editor."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/waive/<str:fingerprint>/", wrap(self.waive_view), name="reports_report_waive"),
            path(
                "<int:pk>/waiver/<int:number>/back/",
                wrap(self.take_back_view),
                name="reports_report_take_back",
            ),
            *super().get_urls(),
        ]

    def waive_view(self, request, pk, fingerprint):
        report = self._report_to_waive(request, pk)
        form = WaiverForm(request.POST if request.method == "POST" else None, label_suffix="")
        if form.is_bound and form.is_valid():
            try:
                waiver = waive(
                    report=report,
                    fingerprint=fingerprint,
                    reason=form.cleaned_data["reason"],
                    by=request.user,
                    at=timezone.now(),
                )
            except Refused as refusal:
                messages.error(request, str(refusal))
            else:
                self.log_change(request, report, f"予以放行：{waiver}")
                messages.success(request, f"已放行：{waiver.place}。文字改动以后，放行自动失效。")
                tell(request, form)
                return redirect(_findings_of(report))
        draft = Draft(report)
        shown = _finding(draft, fingerprint)
        if shown is None and not form.is_bound:
            messages.error(request, GONE)
            return redirect(_findings_of(report))
        text = Reading(draft.material, draft.document).text_at(shown.finding.place) if shown else ""
        about = {"form": form, "shown_finding": shown, "text": text}
        return self.page(request, report, "waive.html", **about | {"title": "予以放行"})

    def take_back_view(self, request, pk, number):
        report = self._report_to_waive(request, pk)
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        waiver = get_object_or_404(Waiver, pk=number, report=report)
        try:
            take_back(waiver=waiver, by=request.user, at=timezone.now())
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            self.log_change(request, report, f"撤回放行：{waiver}")
            messages.success(request, f"已撤回放行：{waiver.place}。")
        return redirect(_findings_of(report))

    def _report_to_waive(self, request, pk) -> Report:
        report = self.report_of(request, pk)
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return report


def _finding(draft: Draft, fingerprint: str) -> ShownFinding | None:
    """The finding, where it is one that may be let pass and nobody has yet."""
    found = open_findings(draft).blocking
    return next(
        (one for one in found if one.finding.is_waivable and one.finding.fingerprint == fingerprint), None
    )


def _findings_of(report: Report) -> str:
    return f"{reverse('admin:reports_report_edit', args=[report.pk])}#findings"
