"""The sheet of an activity's or a team's volunteers: typed or pasted, looked over, entered after a yes."""

from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Sum
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from activities.models import Activity
from counting import plain
from desk.forms.sitting import NAME, RESTORE, SAVED
from intake.admin.platform import PlatformPages
from intake.batches.rights import PRIVATE, desk_of, may_enter_hours
from intake.hours.entering import Common, enter, state_of, undo
from intake.hours.plan import Plan, Ways, planned
from intake.hours.sheet import CommonForm, lines_of, padded, typed_in, with_pasted
from intake.models import Batch
from intake.rosters.entering import Refused
from volunteers.models import Team, Volunteer

KINDS = {model._meta.label_lower: model for model in (Activity, Team)}
MOST_TOLD = 5  # lines that gave nobody
NO_NEW = "你没有新建志愿者的权限，请先请管理员登记这些人：{}。"


class HoursPages(PlatformPages):
    def sheet_view(self, request, label, key):
        target = desk_of(KINDS[label]).get_object(request, str(key)) if label in KINDS else None
        if target is None:
            raise Http404
        if not may_enter_hours(request, target):
            raise PermissionDenied
        if request.method != "POST":
            return self._sheet_page(request, target, CommonForm(target=target, initial=_initial(target)), [])
        form, rows = CommonForm(request.POST, target=target), typed_in(request.POST)
        do = request.POST.get("do", "look")
        if do == "paste" or RESTORE in request.POST:
            rows, skipped = with_pasted(rows, request.POST.get("pasted", "")[:100_000])
            for one in skipped[:MOST_TOLD]:
                messages.info(request, f"粘贴的第{one.line}行跳过：{one.why}（{one.words[:40]}）。")
            return self._sheet_page(request, target, CommonForm(target=target, initial=request.POST), rows)
        return self._looked_over(request, target, form, rows, is_sent=do == "enter")

    def hours_view(self, request, batch):
        if not request.user.has_perm("volunteers.add_servicerecord"):
            raise PermissionDenied
        if batch.state == Batch.State.OPEN:
            return self.looked_over(request, batch)
        if request.method == "POST" and request.POST.get("do") == "undo":
            try:
                self.tell_taken_back(request, undo(batch, by=request.user, at=timezone.now()))
            except Refused as refusal:
                messages.error(request, str(refusal))
            return HttpResponseRedirect(batch.get_absolute_url())
        context = {"batch": batch, "title": batch.name, "may_confirm": True}
        return self._page(request, "entered.html", **context)

    def _looked_over(self, request, target, form, rows, *, is_sent):
        plan = None
        if form.is_valid():
            lines = lines_of(rows, form.cleaned_data, target, timezone.localdate())
            ways = self._ways(request, target, form.cleaned_data, rows)
            plan = planned(lines, ways)
            if is_sent:
                try:
                    return self._entered(request, target, form, lines, ways, plan)
                except Refused as refusal:
                    messages.error(request, str(refusal))
        return self._sheet_page(request, target, form, rows, plan)

    def _ways(self, request, target, told, rows) -> Ways:
        return Ways(
            volunteers=desk_of(Volunteer).get_queryset(request),
            today=timezone.localdate(),
            team=target if isinstance(target, Team) else told["other"],
            with_numbers=request.user.has_perm(PRIVATE),
            outside_is_meant=told["is_outside_days"],
            asks_each=True,
            choices={row.number: row.choice for row in rows if row.choice},
        )

    def _entered(self, request, target, form, lines, ways, plan: Plan):
        if plan.new_people and not request.user.has_perm("volunteers.add_volunteer"):
            raise Refused(NO_NEW.format("、".join(plan.new_people)))
        told = form.cleaned_data
        batch = Batch(kind=Batch.Kind.HOURS, name=f"{target}的志愿者时长"[:200], target=target)
        plan = enter(
            lines,
            ways,
            Common(told["ledger"], told["evidence"], told["content"], ways.team),
            batch=batch,
            seen=request.POST.get("seen", ""),
            by=request.user,
            at=timezone.now(),
        )
        number = len(plan.of("new"))
        link = format_html('<a href="{}">查看或撤销</a>', batch.get_absolute_url())
        told = "已登记 {} 条，共 {} 小时，确认以后计入公开的时长。{}"
        messages.success(request, format_html(told, number, plain(plan.hours), link))
        answer = HttpResponseRedirect(request.path)
        answer.set_cookie(SAVED, request.POST.get(NAME, ""), max_age=3600, samesite="Lax")
        return answer

    def _sheet_page(self, request, target, form, rows, plan: Plan | None = None):
        by_number = {row.line.number: row for row in plan.rows} if plan else {}
        meta = target._meta
        there = target.service_records.aggregate(
            people=Count("volunteer", distinct=True), hours=Sum("hours"), number=Count("pk")
        )
        context = {
            "title": f"{target}的志愿者",
            "target": target,
            "back": reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[target.pk]),
            "export": _export_address(target),
            "form": form,
            "rows": [(row, by_number.get(row.number)) for row in padded(rows)],
            "plan": plan,
            "seen": state_of(plan) if plan else "",
            "is_ready": plan is not None and not plan.of("wrong", "asked") and bool(plan.of("new")),
            "hours": plain(plan.hours) if plan else "",
            "there": there,
            "there_hours": plain(there["hours"]) if there["hours"] else "0",
            "number": len(plan.of("new")) if plan else 0,
            "form_name": request.POST.get(NAME) or uuid4(),
        }
        return self._page(request, "sheet.html", **context)


def _export_address(target) -> str:
    is_activity = isinstance(target, Activity)
    return reverse("admin:intake_batch_hours_of", args=[target.pk]) if is_activity else ""


def _initial(target) -> dict:
    one_day = isinstance(target, Activity) and target.starts_on == target.ends_on
    return {"day": target.starts_on if one_day else None}
