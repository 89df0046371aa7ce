from datetime import timedelta

from crispy_forms.bootstrap import StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout
from django import forms
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner

from corrections.models import LONGEST_CONTACT, LONGEST_TEXT, Correction
from toolkit.pages.own_addresses import own_path

SIGNER = TimestampSigner(salt="corrections.form")
QUICKEST = timedelta(seconds=3)  # nobody types a sentence faster
SLOWEST = timedelta(hours=12)
SHOWN_AGAIN = 10 * LONGEST_TEXT  # characters of a refused text that the field shows again

FILLED_BY_PROGRAM = "这次提交像是由程序填写的，没有收下。如果是您本人填写的，请再点一次“提交”。"
TOO_QUICK = "提交得太快了。请看一看填写的内容，过几秒钟再点“提交”。"
TOO_OLD = "这一页打开得太久了，为了安全没有收下。您填写的都还在，请再点一次“提交”。"


class LongText(forms.Textarea):
    """Shows again what was typed, a huge text only in its first part."""

    def __init__(self):
        super().__init__({"rows": 6})

    def format_value(self, value):
        return (value or "")[:SHOWN_AGAIN]


class CorrectionForm(forms.ModelForm):
    """What is wrong on a page of ours; kept from programs by a field to leave empty and the time it took."""

    website = forms.CharField(
        label="请让这一栏空着",
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "tabindex": "-1"}),
    )
    opened = forms.CharField(required=False, widget=forms.HiddenInput, initial=lambda: SIGNER.sign("opened"))

    class Meta:
        model = Correction
        fields = ("page", "text", "contact")
        widgets = {"text": LongText}
        labels = {"contact": "怎样联系您（可以不填）"}
        help_texts = {
            "page": "网页的地址。从有错的页面点“我要纠错”进来时已经填好；说的是整个网站时可以留空。",
            "text": "请写明原来的文字或数字，以及您认为应当是什么。",
            "contact": "电话或邮箱。只用于就这条意见与您联系，只有获得授权的工作人员能看到，不会公开。",
        }
        error_messages = {
            "page": {"max_length": "地址太长了，请只填到问号以前的部分。"},
            "text": {
                "required": "请写明哪里有错。",
                "max_length": f"最多写 {LONGEST_TEXT} 个字，现在有 %(show_value)d 个字，请写得短一些。",
            },
            "contact": {"max_length": f"联系方式最多写 {LONGEST_CONTACT} 个字，现在有 %(show_value)d 个字。"},
        }

    def __init__(self, *args, host="", **kwargs):
        super().__init__(*args, **kwargs)
        self.host = host
        self.fields["page"].required = False
        for field in self.fields.values():
            field.widget.attrs.pop("maxlength", None)  # a browser cuts what is pasted, and says nothing
        self.helper = FormHelper()
        self.helper.form_action = "corrections:form"
        self.helper.form_class = "long-form"
        # The browser's own refusals come one at a time, and not in the reader's words.
        self.helper.attrs = {"novalidate": ""}
        self.helper.layout = Layout(
            "page",
            "text",
            "contact",
            Field("website", wrapper_class="form-trap"),
            "opened",
            StrictButton("提交", type="submit", css_class="btn-primary"),
        )

    def clean_page(self):
        typed = self.cleaned_data["page"]
        if not typed:
            return "/"
        page = own_path(typed, host=self.host)
        if not page:
            raise forms.ValidationError(
                "这不是本网站的网页地址。请填写“/”开头的地址，例如 /activities/，也可以留空。"
            )
        return page

    def clean(self):
        cleaned = super().clean()
        # Above the form: whoever meets these cannot mend them in a field.
        if cleaned.get("website"):
            self._refuse(FILLED_BY_PROGRAM, website="")
        try:
            SIGNER.unsign(cleaned.get("opened", ""), max_age=SLOWEST)
        except BadSignature:
            self._refuse(TOO_OLD, opened=SIGNER.sign("opened"))
        else:
            if not self._took_longer_than(QUICKEST):
                self._refuse(TOO_QUICK)
        return cleaned

    def _took_longer_than(self, time) -> bool:
        try:
            SIGNER.unsign(self.cleaned_data["opened"], max_age=time)
        except SignatureExpired:
            return True
        return False

    def _refuse(self, sentence, **shown_instead):
        self.add_error(None, sentence)
        self.data = {**dict(self.data.items()), **shown_instead}
