"""What the district does with one report: adopt it, add it to what is on record, send it back."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html

from activities.alike import alike
from activities.models import Activity, WorkArea
from branches.actions import Refused, adopt, merge, send_back
from branches.admin.finding import record_for
from branches.figures import Unread, lines_of
from branches.models import BranchReport
from branches.reach import may_decide
from desk.scope.registry import within
from toolkit.texts.quoting import quoted


class AreaForm(forms.Form):
    area = forms.ModelChoiceField(
        WorkArea.objects.all(), label="工作板块", help_text="决定它写在总结的哪一部分。"
    )


class MergeForm(forms.Form):
    activity = forms.ModelChoiceField(Activity.objects.all(), label="已有的活动")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["activity"].queryset = within(Activity.objects.all(), user)
        widget = AutocompleteSelect(BranchReport._meta.get_field("activity"), admin.site)
        widget.choices = self.fields["activity"].choices
        self.fields["activity"].widget = widget


class ReasonForm(forms.Form):
    reason = BranchReport._meta.get_field("reason").formfield(
        label="退回的原因", required=True, widget=forms.Textarea(attrs={"rows": 3})
    )


class DecidingPages(admin.ModelAdmin):
    def get_urls(self):
        pages = {"adopt": self.adopt_view, "merge": self.merge_view, "return": self.return_view}
        return [
            path(
                f"<path:object_id>/{name}/",
                self.admin_site.admin_view(view),
                name=f"branches_branchreport_{name}",
            )
            for name, view in pages.items()
        ] + super().get_urls()

    def adopt_view(self, request, object_id):
        report = self._to_decide(request, object_id, "activities.add_activity")
        try:
            lines = lines_of(report.figures)
        except Unread as unread:  # as it was written before a rule that reads it now
            messages.error(request, f"没有采用：{unread}请先改好数据，或者退回。")
            return HttpResponseRedirect(reverse("admin:branches_branchreport_change", args=[report.pk]))
        form = AreaForm(request.POST or None, initial={"area": area_before(report)}, label_suffix="")
        if form.is_valid():
            chosen = form.cleaned_data["area"]
            return self._done(
                request, report, lambda: adopt(report, area=chosen, by=request.user, at=timezone.now())
            )
        told = {"lines": lines, "alike": alike_to(report, request.user), "act": "采用"}
        return self._decide_page(request, report, form, told)

    def merge_view(self, request, object_id):
        report = self._to_decide(request, object_id, "activities.view_activity")
        first = request.GET.get("activity", "")
        initial = {"activity": first if first.isdecimal() and len(first) < 19 else None}
        form = MergeForm(request.POST or None, initial=initial, label_suffix="", user=request.user)
        if form.is_valid():
            chosen = form.cleaned_data["activity"]
            return self._done(
                request, report, lambda: merge(report, activity=chosen, by=request.user, at=timezone.now())
            )
        return self._decide_page(request, report, form, {"act": "并入已有的活动"})

    def return_view(self, request, object_id):
        report = self._to_decide(request, object_id)
        form = ReasonForm(request.POST or None, label_suffix="")
        if form.is_valid():
            reason = form.cleaned_data["reason"]
            return self._done(
                request, report, lambda: send_back(report, reason=reason, by=request.user, at=timezone.now())
            )
        return self._decide_page(request, report, form, {"act": "退回"})

    def _to_decide(self, request, object_id, *rights: str) -> BranchReport:
        report = record_for(self, request, object_id)
        if not may_decide(request.user) or not request.user.has_perms(rights):
            raise PermissionDenied
        return report

    def _done(self, request, report, act):
        """Do it and say so; what stands against it is told on the report's own page."""
        try:
            done = act()
        except ValidationError as refusal:  # edited meanwhile into what no activity can be
            messages.error(request, f"没有采用：{' '.join(refusal.messages)}")
            return HttpResponseRedirect(reverse("admin:branches_branchreport_change", args=[report.pk]))
        except Refused as refusal:
            messages.error(request, str(refusal))
            return HttpResponseRedirect(reverse("admin:branches_branchreport_change", args=[report.pk]))
        if done is None:
            messages.success(request, f"已退回：{report}")
            return HttpResponseRedirect(reverse("admin:branches_branchreport_changelist"))
        said = (
            ("已并入，原有的内容没有改动" if done.is_merged else "已采用，活动存为草稿")
            if done.is_new
            else "刚才已经采用过，没有再建一条"
        )
        messages.success(request, format_html("{}：{}", said, quoted(done.activity)))
        return HttpResponseRedirect(reverse("admin:activities_activity_change", args=[done.activity.pk]))

    def _decide_page(self, request, report, form, told):
        context = {
            **self.admin_site.each_context(request),
            "title": f"{told['act']}：{report}",
            "opts": self.opts,
            "record": report,
            "form": form,
            "media": self.media + form.media,
            "back": reverse("admin:branches_branchreport_change", args=[report.pk]),
            "photos": report.photos.all(),
            **told,
        }
        return TemplateResponse(request, "admin/branches/decide.html", context)


def alike_to(report: BranchReport, user) -> list[Activity]:
    """What is on record already, and may be what the report tells of."""
    seen = within(Activity.objects.prefetch_related("organizers"), user)
    return alike(seen, title=report.title, start=report.starts_on, end=report.ends_on)


def area_before(report: BranchReport) -> WorkArea | None:
    """Where the last report of the same body was put."""
    adopted = BranchReport.objects.filter(organization=report.organization_id, activity__isnull=False)
    last = adopted.select_related("activity__area").order_by("-decided_at").first()
    return last and last.activity.area
