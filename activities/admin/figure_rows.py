from dataclasses import replace

from django.contrib import admin
from django.core.exceptions import ValidationError

import counting
from activities import placeholders
from activities.admin.rates import HERE, RateForm, RatesFormSet
from activities.admin.typed import figure_in
from activities.models import Figure
from activities.models.figure import READ_FROM_WORDING
from desk.forms.lines import LineRows, Offer


class FigureForm(RateForm):
    def clean(self):
        cleaned = super().clean()
        if "wording" in self.changed_data and cleaned.get("wording"):
            # A new wording is read anew; what stood there was read from the old one.
            for name in READ_FROM_WORDING:
                if name in cleaned and name not in self.changed_data:
                    cleaned[name] = None if name in ("value", "high") else ""
        return cleaned


class FigureRowsFormSet(RatesFormSet):
    def clean(self):
        super().clean()
        known = {row.instance.name for row in self.rows_to_keep}
        missing = [name for name in placeholders.names_in(self.instance.summary) if name not in known]
        if missing:
            named = "、".join(f"{{{name}}}" for name in dict.fromkeys(missing))
            raise ValidationError(f"概要里写了{named}，但下面没有叫这个名称的数据。请补上数据，或修改概要。")


class FigureRows(LineRows):
    model = Figure
    form = FigureForm
    formset = FigureRowsFormSet
    autocomplete_fields = ("indicator", "repeats", "denominator")
    readonly_fields = ("understood",)
    example = "例如：参与200余名（一行一个数，回车加上）"
    fieldsets = (
        (None, {"fields": (("name", "wording", "counts", "understood"),)}),
        (
            None,
            {
                # One to a line: the group opens itself for the refusal of such a field only.
                "fields": (
                    "part_of",
                    *READ_FROM_WORDING,
                    "indicator",
                    "part",
                    "repeats",
                    "parts_are_all",
                    "numerator",
                    HERE,
                    "denominator",
                    "starts_on",
                    "ends_on",
                    "note",
                    "position",
                ),
                "classes": ("collapse",),
                "description": "填了“数字写法”以后，数值、单位、种类和准确程度由系统填写。",
            },
        ),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("part_of", "numerator")

    @admin.display(description="读作")
    def understood(self, figure):
        is_read = figure.value is not None and figure.kind
        return understood(figure.count) if is_read else ""

    def offers_for(self, request, line, beside):
        typed = figure_in(line)
        values = {"name": typed.name, "wording": typed.wording, "counts": typed.counts}
        try:
            told = understood(counting.read(typed.wording))
        except counting.Refused as refusal:
            told = str(refusal)
        return [Offer(f"{typed.name}：{typed.wording}", values, note=told, is_sure=True)]


def understood(count: counting.Count) -> str:
    """What the reader of counts took a wording for: 人数，至少200名."""
    kind = Figure.Kind(count.kind).label.partition("（")[0]
    told = f"{_BOUNDS.get(count.precision, '')}{counting.plain(count.value)}{count.unit}"
    if count.precision == counting.RANGE or count.kind in counting.NEVER_SUMMED:
        told = counting.write(replace(count, noun="", as_of=""))
    return "，".join(filter(None, (kind, told, count.as_of and f"截至{count.as_of}的存量")))


_BOUNDS = {counting.AT_LEAST: "至少", counting.ABOUT: "约", counting.BELOW: "不足"}
