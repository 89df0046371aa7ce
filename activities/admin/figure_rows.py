from django.core.exceptions import ValidationError

from activities import placeholders
from activities.admin.rates import HERE, RateForm, RatesFormSet
from activities.models import Figure
from activities.models.figure import READ_FROM_WORDING
from desk.rows import StackedRows


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


class FigureRows(StackedRows):
    model = Figure
    form = FigureForm
    formset = FigureRowsFormSet
    autocomplete_fields = ("indicator", "repeats", "denominator")
    fieldsets = (
        (None, {"fields": (("name", "wording", "counts", "part_of", "position"),)}),
        (
            "细节",
            {
                # One to a line: a closed group opens itself for the refusal of such a field only.
                "fields": (
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
                ),
                "classes": ("collapse",),
                "description": "填了“数字写法”以后，数值、单位、种类和准确程度由系统填写。",
            },
        ),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("part_of", "numerator")
