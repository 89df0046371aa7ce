"""A round of the census: what is asked and of whom, who is missing, and what it adds up to."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

import counting
from branches.admin.finding import record_for
from branches.census.asking import ASKABLE, ask, ask_as_before, kinds_asked, remind, reminder
from branches.census.export import headings_of, rows_of
from branches.census.totals import table_of
from branches.models import CensusQuestion, CensusRound
from branches.reach import may_ask
from desk.records import StampedAdmin
from desk.rows import RowsFormSet, TableRows
from toolkit.workbooks import TYPE, workbook_of


class RoundForm(forms.ModelForm):
    class Meta:
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    kinds = forms.MultipleChoiceField(
        label="请谁填",
        choices=[(kind.value, kind.label) for kind in ASKABLE],
        widget=forms.CheckboxSelectMultiple,
        help_text="勾选的类别里在用的团组织都要填；某一家不用填的，在汇总表里打开它删除。",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        asked = kinds_asked(self.instance) if self.instance.pk else ASKABLE
        self.initial["kinds"] = sorted(asked)


class QuestionRowsFormSet(RowsFormSet):
    """A question may name another of the page, and a total whose unit is the same."""

    def clean(self):
        super().clean()
        rows = [row for row in self.rows_to_keep if row.is_valid()]
        named = {row.instance.name for row in rows}
        for row in rows:
            question = row.instance
            if question.at_most and question.at_most not in named:
                row.add_error("at_most", f"没有叫“{question.at_most}”的问题。")
            if total := question.indicator:
                _refuse_unlike(row, question, total)


def _refuse_unlike(row, question, total):
    if not total.is_stock:
        row.add_error("indicator", f"“{total}”是要相加的指标；普查的合计是某一天的存量，请选存量指标。")
    elif counting.sort_of(total.unit) != counting.sort_of(question.unit):
        row.add_error("indicator", f"“{total}”按“{total.unit}”计，与“{question.unit}”不同。")


class QuestionRows(TableRows):
    model = CensusQuestion
    formset = QuestionRowsFormSet
    fields = (
        "name",
        "unit",
        "is_required",
        "is_added",
        "at_most",
        "compared_with",
        "indicator",
        "position",
    )
    autocomplete_fields = ("indicator",)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in ("name", "at_most"):
            field.widget.attrs["class"] = "vNameField"
        return field


@admin.register(CensusRound)
class CensusRoundAdmin(StampedAdmin):
    form = RoundForm
    inlines = (QuestionRows,)
    days_ahead = ("opens_on", "closes_on")
    list_display = ("name", "period", "opens_on", "closes_on", "answered")
    search_fields = ("name",)
    search_help_text = "按名称查找。"
    fieldsets = (
        (None, {"fields": ("name", ("starts_on", "ends_on"), ("opens_on", "closes_on"), "kinds", "note")}),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("returns")

    @admin.display(description="统计时段", ordering="ends_on")
    def period(self, asked):
        return asked.period_text

    @admin.display(description="填报")
    def answered(self, asked):
        returns = asked.returns.all()
        return f"{len(returns)}家已报{sum(not one.is_missing for one in returns)}家"

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        asked = form.instance
        if not asked.questions.exists():
            earlier = ask_as_before(asked)
            words = f"照“{earlier}”" if earlier else "照常用的"
            messages.info(request, f"没有写问题，已{words}列好，请核对。")
        if made := ask(asked, form.cleaned_data["kinds"], by=request.user):
            messages.info(request, f"{made}家的填报表已经备好，在它们的工作台上看得到。")

    def get_urls(self):
        wrap, name = self.admin_site.admin_view, "branches_censusround"
        return [
            path("<path:object_id>/table/", wrap(self.table_view), name=f"{name}_table"),
            path("<path:object_id>/table.xlsx", wrap(self.table_file_view), name=f"{name}_table_file"),
            path("<path:object_id>/remind/", wrap(require_POST(self.remind_view)), name=f"{name}_remind"),
            *super().get_urls(),
        ]

    def table_view(self, request, object_id):
        asked = record_for(self, request, object_id)
        context = {
            **self.admin_site.each_context(request),
            "title": f"汇总：{asked}",
            "opts": self.opts,
            "round": asked,
            "table": table_of(asked),
            "reminder": reminder(asked) if asked.is_open else "",
            "may_ask": may_ask(request.user),
        }
        return TemplateResponse(request, "admin/branches/table.html", context)

    def table_file_view(self, request, object_id):
        asked = record_for(self, request, object_id)
        table = table_of(asked)
        answer = HttpResponse(workbook_of(asked.name, headings_of(table), rows_of(table)), content_type=TYPE)
        answer["Content-Disposition"] = content_disposition_header(True, f"{asked.name}.xlsx")
        return answer

    def remind_view(self, request, object_id):
        asked = record_for(self, request, object_id)
        if not may_ask(request.user):
            raise PermissionDenied
        if not asked.is_open:
            messages.error(request, "不在填报期内，没有催报。")
        else:
            number = remind(asked, by=request.user, at=timezone.now())
            messages.success(request, f"已在 {number} 家的工作台上催报。")
        return HttpResponseRedirect(reverse("admin:branches_censusround_table", args=[asked.pk]))
