"""A roster is pasted, looked over, entered after a yes, and taken back."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.html import format_html

from intake.batches.rights import KINDS, is_public, may_enter, may_make_public, target_of
from intake.models import Batch
from intake.rosters.entering import Answers, Refused, discard, enter, reread, start, state_of, undo
from intake.rosters.looked_over import LookedOver

State = Batch.State
LONGEST = 200_000  # characters


class PasteForm(forms.Form):
    text = forms.CharField(
        label="名单",
        max_length=LONGEST,
        help_text="从电子表格、通知里复制后粘贴。姓名、单位、职务的先后不限；一行一人，"
        "或者用顿号、空格、制表符隔开都可以；序号和括号里的民族、性别会自动分开。",
        widget=forms.Textarea(attrs={"rows": 16, "class": "vLargeTextField"}),
        error_messages={"required": "请粘贴名单。"},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)


class RosterPages(admin.ModelAdmin):
    def paste_view(self, request, label, key):
        target = target_of(request, label, str(key))
        if target is None:
            raise Http404
        if not may_enter(request, target):
            raise PermissionDenied
        roster = KINDS[label].roster(target, request)
        form = PasteForm(request.POST if request.method == "POST" else None)
        if form.is_bound and form.is_valid():
            batch = start(
                kind=Batch.Kind.ROSTER,
                name=roster.name,
                target=target,
                text=form.cleaned_data["text"],
                by=request.user,
            )
            return HttpResponseRedirect(batch.get_absolute_url())
        told = {"roster": roster, "count": roster.rows.count(), "back": _form_of(target)}
        return self._page(request, "paste.html", form=form, target=target, title=f"粘贴{roster.name}", **told)

    def roster_view(self, request, batch):
        target = batch.target and target_of(request, batch.target._meta.label_lower, str(batch.target.pk))
        if target is None or not may_enter(request, target):
            return self._page(request, "gone.html", batch=batch, title=batch.name)
        roster = KINDS[target._meta.label_lower].roster(target, request)
        if request.method == "POST":
            return self._press(request, batch, roster)
        return self._roster_page(request, batch, roster, Answers())

    def _press(self, request, batch, roster):
        do, answers = request.POST.get("do"), answers_of(request.POST)
        try:
            if do == "enter":
                return self._enter(request, batch, roster, answers)
            if do == "undo":
                return self._undo(request, batch, roster)
            if do == "read":
                reread(batch, request.POST.get("text", "")[:LONGEST], by=request.user)
            elif do == "again":
                again = start(
                    kind=batch.kind, name=batch.name, target=roster.target, text=batch.text, by=request.user
                )
                return HttpResponseRedirect(again.get_absolute_url())
            elif do == "discard":
                discard(batch)
                messages.success(request, "这份名单没有录入，已经删去。")
                return HttpResponseRedirect(_form_of(roster.target))
        except Refused as refusal:
            messages.error(request, str(refusal))
            fresh = self.get_object(request, str(batch.pk))
            if fresh is None:
                return HttpResponseRedirect(_form_of(roster.target))
            return self._roster_page(request, fresh, roster, answers, refusal.rows)
        return HttpResponseRedirect(batch.get_absolute_url())

    def _enter(self, request, batch, roster, answers):
        shows = is_public(roster)
        if shows and not may_make_public(request, roster.target):
            raise PermissionDenied
        number = enter(
            batch,
            roster,
            answers,
            seen=request.POST.get("seen", ""),
            is_public=shows,
            by=request.user,
            at=timezone.now(),
        )
        link = format_html('<a href="{}">{}</a>', _form_of(roster.target), roster.target)
        messages.success(request, format_html("已录入 {} {}：{}。", number, roster.measure, link))
        return HttpResponseRedirect(batch.get_absolute_url())

    def _undo(self, request, batch, roster):
        if is_public(roster) and not may_make_public(request, roster.target):
            raise PermissionDenied
        done = undo(batch, roster.target, by=request.user, at=timezone.now())
        self.tell_taken_back(request, done)
        return HttpResponseRedirect(batch.get_absolute_url())

    def tell_taken_back(self, request, done):
        messages.success(request, f"已撤销，{done.number}条恢复为录入以前的样子。")
        if done.staying:
            told = f"有 {len(done.staying)} 条在录入以后有人改过或用过，没有动："
            messages.warning(request, f"{told}{'、'.join(done.staying[:10])}。")

    def _roster_page(self, request, batch, roster, answers, wrong=None):
        context = {"batch": batch, "target": roster.target, "roster": roster, "title": batch.name}
        context |= {"back": _form_of(roster.target), "shows": is_public(roster)}
        context["may_confirm"] = not context["shows"] or may_make_public(request, roster.target)
        if batch.state != State.OPEN:
            return self._page(request, "entered.html", **context)
        found = roster.read(batch.text)
        plan = roster.plan(found.entries)
        looked_over = LookedOver(roster, found, plan, answers, wrong or {})
        return self._page(request, "roster.html", over=looked_over, seen=state_of(plan), **context)

    def _page(self, request, template: str, **context):
        context = {**self.admin_site.each_context(request), "opts": self.opts, **context}
        response = render(request, f"admin/intake/batches/{template}", context)
        add_never_cache_headers(response)
        return response


def _form_of(target) -> str:
    meta = target._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[target.pk])


def answers_of(sent) -> Answers:
    """What was chosen and typed beside the rows."""
    told = {"choice": {}, "unit": {}, "post": {}}
    adults = set()
    for name, value in sent.items():
        kind, _, number = name.partition("-")
        if not (number.isdecimal() and len(number) < 7):
            continue
        if kind in told and value.strip():
            told[kind][int(number)] = value.strip()[:120]
        elif kind == "adult":
            adults.add(int(number))
    return Answers(told["choice"], told["unit"], told["post"], frozenset(adults))
