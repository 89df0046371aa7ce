from crispy_forms.bootstrap import StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

from reports.comparison.tables import name_of
from reports.models import Report


class PeriodField(forms.TypedChoiceField):
    """One of the reports that are at hand, by its slug."""

    def offer(self, reports: list[Report]) -> None:
        self.choices = [(report.slug, name_of(report)) for report in reports]
        self.coerce = {report.slug: report for report in reports}.__getitem__


class PeriodsForm(forms.Form):
    """The two reports whose periods are set side by side."""

    a = PeriodField(label="先看", error_messages={"required": "请选择一个时段。"})
    b = PeriodField(label="再看", error_messages={"required": "请选择一个时段。"})

    def __init__(self, *args, reports: list[Report], **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("a", "b"):
            self.fields[name].offer(reports)
        self.helper = FormHelper()
        self.helper.form_method = "get"
        self.helper.form_action = "reports:compare"
        self.helper.form_class = "compare-form"
        self.helper.layout = Layout("a", "b", StrictButton("对照", type="submit", css_class="btn-primary"))

    @property
    def names_unknown(self) -> bool:
        """Whether it asks for a report that there is none of, or that the reader may not see."""
        return any(self.has_error(name, "invalid_choice") for name in ("a", "b"))

    def clean(self):
        first, second = (self.cleaned_data.get(name) for name in ("a", "b"))
        if first and first == second:
            self.add_error("b", "两边选了同一个时段，请换一个。")
        return self.cleaned_data
