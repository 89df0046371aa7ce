from crispy_forms.bootstrap import StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from crispy_forms.utils import render_crispy_form
from django import forms
from django.utils.safestring import SafeString

from search.models import LONGEST_WORDS
from toolkit.kept.components import remembered

MOST_CHARACTERS = LONGEST_WORDS
MOST_WORDS = 8
SHOWN_AGAIN = 200  # characters of a refused text that the field shows again


class SearchInput(forms.TextInput):
    """A search field that shows what was typed, a huge text only in its first part."""

    input_type = "search"

    def format_value(self, value):
        return (value or "").replace("\x00", "")[:SHOWN_AGAIN]


class SearchForm(forms.Form):
    """The words to look for; ``cleaned_data["q"]`` is their list."""

    q = forms.CharField(
        label="查找的词",
        help_text="多个词用空格分开，结果会同时包含它们。",
        max_length=None,
        required=False,
        widget=SearchInput(attrs={"maxlength": MOST_CHARACTERS, "autocomplete": "off"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Django's own sentence on NUL characters says nothing to a reader; clean_q has a better one.
        self.fields["q"].validators = []
        self.helper = FormHelper()
        self.helper.form_method = "get"
        self.helper.form_action = "search"
        self.helper.form_class = "search-form"
        self.helper.attrs = {"role": "search"}
        self.helper.layout = Layout("q", StrictButton("查找", type="submit", css_class="btn-primary"))

    def clean_q(self):
        text = self.cleaned_data["q"]
        words = text.replace("\x00", " ").split()
        if not words:
            raise forms.ValidationError("请输入要查找的词。")
        if "\x00" in text:
            raise forms.ValidationError("输入的内容里有看不见的字符，请删去后再查找。")
        if len(text) > MOST_CHARACTERS:
            raise forms.ValidationError(
                f"查找的词最多 {MOST_CHARACTERS} 个字，现在有 {len(text)} 个字，请只留关键的词。"
            )
        if len(words) > MOST_WORDS:
            raise forms.ValidationError(f"一次最多查找 {MOST_WORDS} 个词，请减少一些。")
        return words


@remembered
def form_with(text: str) -> SafeString:
    """The form as it shows again what was looked for: printed anew, it would be a fifth of its page."""
    return render_crispy_form(SearchForm({"q": text}))
