"""One organization's answers to a round, filled in on a phone."""

from dataclasses import replace

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from branches.actions import Refused
from branches.admin.answer_form import ASKED, SUBMIT, form_of, name_of
from branches.admin.deciding import ReasonForm
from branches.admin.finding import record_for
from branches.admin.late import LatePosts
from branches.census.answering import how_it_stands, send_back, submit, write
from branches.models import CensusAnswer, CensusReturn
from branches.reach import may_ask
from desk.filtering import Related
from desk.history.registry import Rows, register
from desk.history.states import told_fields
from desk.records import StampedAdmin
from toolkit.dates.moments import moment_text

State = CensusReturn.State


@admin.register(CensusReturn)
class CensusReturnAdmin(LatePosts, StampedAdmin):
    stock_rights = ("view", "change", "delete")
    list_display = ("organization", "round", "state", "submitted", "reminded")
    list_display_links = ("organization", "round")
    list_filter = ("state", Related.by("round"), "organization__kind")
    list_select_related = ("organization", "round")
    search_fields = ("organization__name", "round__name")
    search_help_text = "按团组织或普查的名称查找。"

    @admin.display(description="上报时间", ordering="submitted_at")
    def submitted(self, sent):
        return moment_text(sent.submitted_at) if sent.submitted_at else ""

    @admin.display(description="最近催报", ordering="reminded_at")
    def reminded(self, sent):
        return moment_text(sent.reminded_at) if sent.reminded_at else ""

    def __init__(self, model, admin_site):
        super().__init__(model, admin_site)
        register(model, [Rows("answers", CensusAnswer, "census_return")])  # typed in fields of the return

    def columns_for(self, request, obj):
        told = tuple(one for one in told_fields(CensusAnswer) if one.name in ("question", "value"))
        return replace(super().columns_for(request, obj), rows={CensusAnswer: told})

    def has_add_permission(self, request):
        return False  # the round makes them

    def has_change_permission(self, request, obj=None):
        may = super().has_change_permission(request, obj)
        return may and (obj is None or (obj.round.is_open and obj.state != State.SUBMITTED))

    def how_it_stands(self, record):
        return how_it_stands(record)

    def why_not_deleted(self, request, obj):
        return "不再要求这家填报时，由管理普查的人删除。"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("round", "organization")

    def get_readonly_fields(self, request, obj=None):
        return (*super().get_readonly_fields(request, obj), "told")

    def get_fieldsets(self, request, obj=None):
        may_fill = obj is not None and self.has_change_permission(request, obj)
        asked = [name_of(one) for one in obj.round.questions.all()] if may_fill else ["told"]
        return ((None, {"fields": (*asked, "note")}),)

    @admin.display(description="填报的数")
    def told(self, sent):
        return render_to_string(
            "admin/branches/_answers.html", {"answers": sent.answers.select_related("question")}
        )

    def get_form(self, request, obj=None, change=False, **kwargs):
        if obj is not None and self.has_change_permission(request, obj):
            questions = tuple(obj.round.questions.all())
            kwargs["form"] = form_of(
                questions, is_sent=SUBMIT in request.POST, was_asked=request.POST.get(ASKED, "")
            )
        return super().get_form(request, obj, change=change, **kwargs)

    def save_model(self, request, obj, form, change):
        if obj.state == State.WAITING:
            obj.state = State.DRAFT
        super().save_model(request, obj, form, change)
        write(obj, form.answers)

    def response_change(self, request, obj):
        if SUBMIT not in request.POST:
            messages.success(request, "已存草稿，还没有上报。")
            return self.response_post_save_change(request, obj)
        try:
            submit(obj, by=request.user, at=timezone.now())
        except Refused as refusal:
            messages.error(request, str(refusal))
            return HttpResponseRedirect(request.path)
        messages.success(request, f"已上报：{obj}")
        return self.response_post_save_change(request, obj)

    def response_post_save_change(self, request, obj):
        if may_ask(request.user):
            return HttpResponseRedirect(reverse("admin:branches_censusround_table", args=[obj.round_id]))
        return HttpResponseRedirect(reverse("admin:branches_branchreport_mine"))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        form = context["adminform"].form
        context |= {
            "title": str(obj.round),
            "subtitle": str(obj.organization),
            "asked": getattr(form, "asked", ""),
            "beneath": _asked_beneath(obj),
            "may_ask": may_ask(request.user),
            "may_write": self.has_change_permission(request, obj),
            "may_delete": may_ask(request.user) and self.has_delete_permission(request, obj),
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_urls(self):
        view = self.admin_site.admin_view(self.return_view)
        return [
            path("<path:object_id>/return/", view, name="branches_censusreturn_return"),
            *super().get_urls(),
        ]

    def return_view(self, request, object_id):
        sent = record_for(self, request, object_id)
        if not may_ask(request.user):
            raise PermissionDenied
        form = ReasonForm(request.POST or None, label_suffix="")
        back = reverse("admin:branches_censusreturn_change", args=[sent.pk])
        if form.is_valid():
            try:
                send_back(sent, reason=form.cleaned_data["reason"], by=request.user, at=timezone.now())
            except Refused as refusal:
                messages.error(request, str(refusal))
                return HttpResponseRedirect(back)
            messages.success(request, f"已退回：{sent}")
            return HttpResponseRedirect(reverse("admin:branches_censusround_table", args=[sent.round_id]))
        context = {
            **self.admin_site.each_context(request),
            "title": f"退回：{sent}",
            "opts": self.opts,
            "act": "退回",
            "form": form,
            "back": back,
        }
        return TemplateResponse(request, "admin/branches/census_back.html", context)


def _asked_beneath(sent: CensusReturn) -> list[str]:
    """Who answers apart and stands beneath it: their numbers would else be counted twice."""
    others = CensusReturn.objects.filter(round=sent.round_id, organization__parent=sent.organization_id)
    return [str(one.organization) for one in others.select_related("organization")]
