from crispy_forms.bootstrap import StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

from reports.comparison.tables import name_of


class PeriodField(forms.ModelChoiceField):
    def label_from_instance(self, report):
        return name_of(report)


class PeriodsForm(forms.Form):
    """The two reports whose periods are set side by side."""

    a = PeriodField(label="先看", queryset=None, to_field_name="slug", empty_label=None)
    b = PeriodField(label="再看", queryset=None, to_field_name="slug", empty_label=None)

    def __init__(self, *args, reports, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("a", "b"):
            self.fields[name].queryset = reports
            self.fields[name].error_messages["required"] = "请选择一个时段。"
        self.helper = FormHelper()
        self.helper.form_method = "get"
        self.helper.form_action = "reports:compare"
        self.helper.form_class = "compare-form"
        self.helper.layout = Layout("a", "b", StrictButton("对照", type="submit", css_class="btn-primary"))

    @property
    def names_unknown(self) -> bool:
        """Whether it asks for a report that there is none of, or that the reader may not see."""
        codes = ("invalid_choice", "null_characters_not_allowed")
        return any(self.has_error(name, code) for name in ("a", "b") for code in codes)

    def clean(self):
        first, second = (self.cleaned_data.get(name) for name in ("a", "b"))
        if first and first == second:
            self.add_error("b", "两边选了同一个时段，请换一个。")
        return self.cleaned_data
