from crispy_forms.bootstrap import StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from crispy_forms.utils import render_crispy_form
from django import forms
from django.utils.safestring import SafeString

from toolkit.kept.components import remembered
from toolkit.texts.columns import KeptFormField

ANY = "全部"
NOT_ONE_OF_THEM = {"invalid_choice": "这里没有这一项，请重新选择。"}


class RollForm(forms.Form):
    """Which part of the honours roll to show; every field may be left empty."""

    name = KeptFormField(label="姓名或集体名称", required=False, max_length=60)
    year = forms.TypedChoiceField(
        label="年度", required=False, coerce=int, empty_value=None, error_messages=NOT_ONE_OF_THEM
    )
    title = forms.ChoiceField(label="称号", required=False, error_messages=NOT_ONE_OF_THEM)
    organization = KeptFormField(label="单位", required=False, max_length=60)

    def __init__(self, *args, years, titles, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [("", ANY), *((year, f"{year}年度") for year in years)]
        self.fields["title"].choices = [("", ANY), *((title, title) for title in titles)]
        self.helper = FormHelper()
        self.helper.form_method = "get"
        self.helper.form_action = "honors:list"
        self.helper.form_class = "roll-form"
        self.helper.attrs = {"role": "search", "aria-label": "荣誉名录"}
        self.helper.layout = Layout(
            *self.fields, StrictButton("查找", type="submit", css_class="btn-primary")
        )

    def asks(self) -> bool:
        """Whether a part was asked for, in words that can be understood."""
        return self.is_valid() and any(self.cleaned_data.values())


@remembered
def empty_roll_form(years: tuple[int, ...], titles: tuple[str, ...]) -> SafeString:
    """The form before anybody has filled it in: printed anew, it would be a quarter of its page."""
    return render_crispy_form(RollForm(years=years, titles=titles))
