"""The form of one organization's answers: a field for each question, and what is asked about odd numbers."""

import re
import unicodedata
from decimal import Decimal

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError

import counting
from branches.census.answering import doubts, last_time
from branches.models import CensusQuestion, CensusReturn

SUBMIT = "_submit"  # the button that sends it up
ASKED = "_asked"  # the numbers that were asked about, and are meant
_NUMBER = re.compile(r"[0-9]{1,10}(\.[0-9]{1,2})?")
_PREFIX = "q"


class NumberField(forms.CharField):
    """A plain number as people type it: 1,200, １２００, 1200名."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "class": "vIntegerField"})

    def __init__(self, question: CensusQuestion, **kwargs):
        super().__init__(label=f"{question.name}（{question.unit}）", required=False, **kwargs)
        self.question = question

    def prepare_value(self, value):
        return counting.plain(value) if isinstance(value, Decimal) else value

    def to_python(self, value):
        typed = re.sub(r"[\s,，]", "", unicodedata.normalize("NFKC", super().to_python(value)))
        typed = typed.removesuffix(self.question.unit)
        if not typed:
            return None
        if re.fullmatch(r"[-−—]\S+", typed):
            raise ValidationError("数不能小于0。")
        if not _NUMBER.fullmatch(typed):
            raise ValidationError("请填一个确切的数，例如“120”；一个也没有的填“0”。")
        if self.question.is_whole and not float(typed).is_integer():
            raise ValidationError("人数和人次必须是整数。")
        return Decimal(typed)

    def has_changed(self, initial, data):
        try:
            return self.to_python(data or "") != initial
        except ValidationError:
            return True


class AnswerForm(forms.ModelForm):
    """``questions`` are those of the round; a number that was asked about passes when it is sent again."""

    questions: tuple[CensusQuestion, ...] = ()
    is_sent = False
    was_asked = ""  # sealed, as ``asked`` of the form before

    class Meta:
        model = CensusReturn
        fields = ()
        widgets = {"note": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.asked = ""
        self.earlier = last_time(self.instance)
        stored = {one.question_id: one.value for one in self.instance.answers.all()}
        for question in self.questions:
            name = name_of(question)
            self.initial[name] = stored.get(question.pk)
            if (was := self.earlier.get(question.name)) is not None:
                self.fields[name].help_text = f"上次 {counting.plain(was)}"

    @property
    def answers(self) -> dict[CensusQuestion, Decimal | None]:
        return {one: self.cleaned_data.get(name_of(one)) for one in self.questions}

    def clean(self):
        cleaned = super().clean()
        if not self.is_sent:
            return cleaned
        for question in self.questions:
            name = name_of(question)
            if question.is_required and name in cleaned and cleaned[name] is None:
                self.add_error(name, "请填写；一个也没有的填“0”。")
        if not self.errors:
            self._ask()
        return cleaned

    def _ask(self):
        """Not refused: whoever presses the button again means what stands there."""
        found = doubts(self.answers, self.earlier)
        told = {name_of(one): counting.plain(self.answers[one]) for one in found}
        if found and _unsealed(self.was_asked) != told:
            self.asked = signing.dumps(told, salt=__name__)
            for question, words in found.items():
                self.add_error(name_of(question), f"{words}请核对；没有写错的，再点一次“上报”。")


def _unsealed(sealed: str) -> dict | None:
    try:
        return signing.loads(sealed, salt=__name__)
    except signing.BadSignature:
        return None


def name_of(question: CensusQuestion) -> str:
    return f"{_PREFIX}{question.pk}"


def form_of(questions: tuple[CensusQuestion, ...], *, is_sent: bool, was_asked: str) -> type[AnswerForm]:
    fields = {name_of(one): NumberField(one) for one in questions}
    told = {"questions": questions, "is_sent": is_sent, "was_asked": was_asked, "__module__": __name__}
    return type("AnswersForm", (AnswerForm,), {**fields, **told})
