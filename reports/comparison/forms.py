from crispy_forms.bootstrap import StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from crispy_forms.utils import render_crispy_form
from django import forms
from django.utils.safestring import SafeString

from reports.comparison.tables import name_of
from reports.models import Report
from toolkit.kept.components import remembered


def named(reports: list[Report]) -> tuple[tuple[str, str], ...]:
    return tuple((report.slug, name_of(report)) for report in reports)


class PeriodField(forms.TypedChoiceField):
    """One of the reports that are at hand, by its slug."""

    def offer(self, reports: list[Report]) -> None:
        self.choices = named(reports)
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


@remembered
def form_with(periods: tuple[tuple[str, str], ...], first: str | None, second: str | None) -> SafeString:
    """The form as it proposes two periods, or shows again which were chosen."""
    form = PeriodsForm(reports=[], initial={"a": first, "b": second})
    for name in ("a", "b"):
        form.fields[name].choices = periods
    return render_crispy_form(form)
