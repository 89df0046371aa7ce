"""Forms of the desk for titles and for honours from above; rosters are pasted on a page of their own."""

import re

from django import forms
from django.core.exceptions import ValidationError

from desk.records import DatedForm
from honors.models import Commendation, HonorReceived
from toolkit import names

_NAME_OF_ROW = re.compile(r"(recipients-\d+)-name")


class AwardTitleForm(forms.ModelForm):
    def clean_commendation(self):
        commendation = self.cleaned_data["commendation"]
        if commendation.state == Commendation.State.PUBLISHED:
            raise ValidationError("这项表彰已经发布，请打开它的表单增加奖项，再点“发布修改”。")
        return commendation


class HonorReceivedForm(DatedForm):
    """Counts the names where all are named and nobody typed how many there are."""

    def clean(self):
        cleaned = super().clean()
        of_others = cleaned.get("given_to") in HonorReceived.OTHERS
        named = self._in_rows()
        if of_others and named and cleaned.get("announced_count", 0) is None:
            cleaned["announced_count"] = len(named)
        if not of_others and named:
            self.add_error(
                "given_to", "获得者名单只用于授给区内集体或个人的荣誉，请选好授给谁，或者删去名单。"
            )
        return cleaned

    def _in_rows(self) -> list[str]:
        """The names in the rows beneath, which are another form of the page."""
        rows = (match for match in map(_NAME_OF_ROW.fullmatch, self.data) if match)
        kept = (self.data[row[0]] for row in rows if not self.data.get(f"{row[1]}-DELETE"))
        return [name for typed in kept if (name := names.person(typed))]
