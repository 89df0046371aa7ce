"""Hours as a national platform exports them: a file, looked over row by row, entered after a yes."""

from pathlib import PurePath

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from activities.models import Activity
from counting import plain
from desk.sheets.columns import offer
from intake.batches.rights import PRIVATE, desk_of, may_enter_hours
from intake.hours.entering import Common, enter, state_of
from intake.hours.exports import read_export
from intake.hours.plan import Plan, Ways, planned
from intake.hours.platform import as_json, from_json, lines_of, named_in
from intake.models import Batch
from intake.reading import Unreadable
from intake.rosters.entering import Refused, discard, start
from intake.sheets.packages import LARGEST
from intake.sheets.reading import read_sheets
from volunteers.models import ServiceRecord, Volunteer

RIGHT = "volunteers.add_servicerecord"
NO_NEW = "你没有新建志愿者的权限，表里有 {} 名志愿者还没有登记，什么都没有录入。"


class ExportForm(forms.Form):
    file = forms.FileField(
        label="时长表",
        help_text="志愿汇、中国志愿服务网等平台导出的 .xlsx、.xls 或 .csv，不用改表头。",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.csv"}),
        error_messages={
            "required": "请选择文件。",
            "empty": "文件是空的。",
            "invalid": "没有收到文件，请再选一次。",
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(f"文件超过 {LARGEST // 2**20} MB，请分成几份再试。")
        try:
            self.export = read_export(read_sheets(file.read()))
        except Unreadable as refusal:
            raise forms.ValidationError(str(refusal)) from None
        if not self.export.rows:
            raise forms.ValidationError("表头下面没有记录。")
        return file


class PlatformPages(admin.ModelAdmin):
    def platform_view(self, request, key=None):
        """A file comes in, for one activity or for whichever its rows name."""
        target = desk_of(Activity).get_object(request, str(key)) if key else None
        if key and target is None:
            raise Http404
        if not request.user.has_perm(RIGHT) or (target and not may_enter_hours(request, target)):
            raise PermissionDenied
        form = ExportForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
        if form.is_bound and form.is_valid():
            rows = as_json(form.export.rows, with_numbers=request.user.has_perm(PRIVATE))
            name = PurePath(form.cleaned_data["file"].name).stem[:120]
            batch = start(
                kind=Batch.Kind.HOURS, name=f"时长表“{name}”", target=target, rows=rows, by=request.user
            )
            for number, words, why in form.export.skipped[:5]:
                messages.info(request, f"第{number}行跳过：{why}（{words}）。")
            return HttpResponseRedirect(batch.get_absolute_url())
        back = reverse("admin:volunteers_servicerecord_changelist")
        return self._page(
            request, "export.html", form=form, title="读入平台导出的时长", back=back, target="服务记录"
        )

    def looked_over(self, request, batch):
        """The page of an export that nobody has confirmed."""
        sent = request.POST if request.method == "POST" else {}
        do = sent.get("do")
        if do == "discard":
            discard(batch)
            messages.success(request, "这份时长表没有录入，已经删去。")
            return HttpResponseRedirect(reverse("admin:volunteers_servicerecord_changelist"))
        rows = from_json(batch.rows)
        target = batch.target if isinstance(batch.target, Activity) else None
        activities = desk_of(Activity).get_queryset(request)
        named = named_in(rows, activities, target=target, choices=_numbered(sent, "activity"))
        lines, ways = lines_of(rows, named), self._ways_of_export(request, sent)
        if do == "enter":
            try:
                return self._enter_export(request, batch, lines, ways)
            except Refused as refusal:
                messages.error(request, str(refusal))
        return self._export_page(request, batch, named, planned(lines, ways), sent)

    def _ways_of_export(self, request, sent) -> Ways:
        return Ways(
            volunteers=desk_of(Volunteer).get_queryset(request),
            today=timezone.localdate(),
            with_numbers=request.user.has_perm(PRIVATE),
            outside_is_meant="outside" in sent,
            leaves_out_wrong="without" in sent,
            choices=_numbered(sent, "choice"),
        )

    def _enter_export(self, request, batch, lines, ways):
        plan = planned(lines, ways)
        if plan.new_people and not request.user.has_perm("volunteers.add_volunteer"):
            raise Refused(NO_NEW.format(len(plan.new_people)))
        common = Common(ServiceRecord.Ledger.SIGNED, evidence=f"平台导出的{batch.name}"[:200])
        seen = request.POST.get("seen", "")
        plan = enter(lines, ways, common, batch=batch, seen=seen, by=request.user, at=timezone.now())
        told = f"已登记 {len(plan.of('new'))} 条，共 {plain(plan.hours)} 小时，确认以后计入公开的时长。"
        messages.success(request, told)
        return HttpResponseRedirect(batch.get_absolute_url())

    def _export_page(self, request, batch, named, plan: Plan, sent):
        kinds = {
            "wrong": "有问题的行",
            "asked": "要你选择的行",
            "new": "新登记",
            "there": "已经登记",
            "skipped": "不登记",
        }
        tables = [(kind, label, plan.of(kind)) for kind, label in kinds.items()]
        context = {
            "batch": batch,
            "title": batch.name,
            "named": named,
            "plan": plan,
            "tables": [(kind, label, rows) for kind, label, rows in tables if rows],
            "number": len(plan.of("new")),
            "hours": plain(plan.hours),
            "seen": state_of(plan),
            "outside": "outside" in sent,
            "without": "without" in sent,
            "is_ready": bool(plan.of("new")) and not plan.stands_against("without" in sent),
        }
        return self._page(request, "looked_over.html", **context)


def _numbered(sent, kind: str) -> dict[int, str]:
    beginning = f"{kind}-"
    told = ((name.removeprefix(beginning), sent[name]) for name in sent if name.startswith(beginning))
    return {int(number): value for number, value in told if number.isdecimal() and len(number) < 8}


def _above_the_list(user, model) -> list[tuple[str, str]]:
    if model is not ServiceRecord or not user.has_perm(RIGHT):
        return []
    return [("读入平台导出的时长", reverse("admin:intake_batch_hours"))]


offer(_above_the_list)
