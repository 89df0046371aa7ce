"""Lists of names pasted into the desk: the forms that take them, and what is said of them."""

import re
from collections import Counter

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError

from desk.records import DatedForm
from honors.models import Award, Commendation, HonorReceived, HonorRecipient
from honors.models.recipients import Recipient
from toolkit import names

MOST_NAMED = 5  # in one sentence on top of the page
_NAME_OF_ROW = re.compile(r"(recipients-\d+)-name")


class PastedNames(forms.ModelForm):
    names = forms.CharField(
        label="粘贴名单",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "class": "vLargeTextField"}),
        help_text="一行一个姓名或单位全称，保存后加到名单末尾；已经登记的不会重复。",
    )

    def clean_names(self):
        pasted = [(line.strip(), names.person(line)) for line in self.cleaned_data["names"].splitlines()]
        longest = Recipient._meta.get_field("name").max_length
        for number, (_, name) in enumerate(pasted, 1):
            if len(name) > longest:
                raise ValidationError(f"第 {number} 行超过 {longest} 个字，请检查是否漏了换行。")
        self.kept_otherwise = [
            f"“{line}”已改为“{name}”" for line, name in pasted if names.changes(line, name)
        ]
        return [name for _, name in pasted if name]

    def rows_to_come(self) -> dict[str, list[Recipient]]:
        """By the field that they are typed in, for the privacy gate (desk.gate.forms)."""
        return {"names": [self.recipient(name) for name in self.cleaned_data.get("names", ())]}

    def recipient(self, name: str) -> Recipient:
        return Award(title=self.instance, name=name)


class AwardTitleForm(PastedNames):
    def clean_commendation(self):
        commendation = self.cleaned_data["commendation"]
        if commendation.state == Commendation.State.PUBLISHED:
            raise ValidationError("这项表彰已经发布，请打开它的表单增加奖项，再点“发布修改”。")
        return commendation


class HonorReceivedForm(PastedNames, DatedForm):
    """Counts the names where all are named and nobody typed how many there are."""

    def clean(self):
        cleaned = super().clean()
        of_others = cleaned.get("given_to") in HonorReceived.OTHERS
        rows = self._in_rows()
        named = [*rows, *(set(cleaned.get("names", ())) - set(rows))]
        if of_others and named and cleaned.get("announced_count", 0) is None:
            cleaned["announced_count"] = len(named)
        if not of_others and named:
            self.add_error(
                "given_to", "获得者名单只用于授给区内集体或个人的荣誉，请选好授给谁，或者删去名单。"
            )
        return cleaned

    def recipient(self, name):
        return HonorRecipient(honor=self.instance, name=name)

    def _in_rows(self) -> list[str]:
        """The names in the rows beneath, which are another form of the page."""
        rows = (match for match in map(_NAME_OF_ROW.fullmatch, self.data) if match)
        kept = (self.data[row[0]] for row in rows if not self.data.get(f"{row[1]}-DELETE"))
        return [name for typed in kept if (name := names.person(typed))]


def tell_of_pasted(request, form: PastedNames, entered: list[Recipient]) -> None:
    """Say what of the list is kept otherwise, and who of it stood there already."""
    if form.kept_otherwise:
        messages.warning(request, f"粘贴的名单里，{_some(form.kept_otherwise)}，请核对。")
    if twice := Counter(form.cleaned_data["names"]) - Counter(one.name for one in entered):
        messages.warning(
            request,
            f"名单里已有的名字没有再登记一次：{_some(list(twice))}。"
            "确是同名的另一个人，请在下面逐个添加，并选上各自的团组织。",
        )


def _some(words):
    return "、".join(words[:MOST_NAMED]) + (f"等 {len(words)} 处" if len(words) > MOST_NAMED else "")
