"""Parts of a whole in the form of an activity: a part names the figure it belongs to, which may be as new."""

from django import forms

import counting
from activities.models import Figure
from activities.models.figure_rules import PART_ONLY_OF_ITS_WHOLE
from desk.rows import RowsFormSet


class PartNamedForm(forms.ModelForm):
    """``whole`` is the name that staff typed; the rows of the form know which figure it is."""

    part_of = forms.CharField(
        label=Figure._meta.get_field("part_of").verbose_name,
        help_text=Figure._meta.get_field("part_of").help_text,
        max_length=Figure._meta.get_field("name").max_length,
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["part_of"] = self.instance.part_of.name if self.instance.part_of_id else ""
        self.whole = ""

    def clean(self):
        cleaned = super().clean()
        self.whole = cleaned.pop("part_of", "")
        if not self.whole:
            self.instance.part_of = None
        return cleaned


class PartsFormSet(RowsFormSet):
    def clean(self):
        super().clean()
        self._wholes = {}
        rows = [row for row in self.rows_to_keep if row.is_valid()]
        named = {row.instance.name: row for row in rows}
        by_key = {row.instance.pk: row for row in rows if row.instance.pk}
        for row in (row for row in rows if row.whole):
            # The whole may have been given another name on the same page.
            held = None if "part_of" in row.changed_data else by_key.get(row.instance.part_of_id)
            whole = held or named.get(row.whole)
            if words := _refusal(row, whole):
                row.add_error("part_of", words)
            else:
                self._wholes[row] = whole

    def save(self, commit=True):
        saved = super().save(commit)
        for row, whole in self._wholes.items():
            if row.instance.part_of_id != whole.instance.pk:
                row.instance.part_of = whole.instance
                row.instance.save(update_fields=["part_of"])
        return saved


def _refusal(row, whole) -> str:
    part = row.instance
    if whole is None:
        return f"本活动没有叫“{row.whole}”的数据，请填写另一个数据的名称。"
    if whole is row:
        return "一个数据不能是它自己的一部分。"
    if whole.whole:
        return f"“{whole.instance.name}”本身就属于“{whole.whole}”，只能分一层，请填写“{whole.whole}”。"
    if whole.instance.part == Figure.Part.UNIT_PRICE:
        return f"“{whole.instance.name}”是单价，不能再分。"
    if counting.sort_of(part.unit) != counting.sort_of(whole.instance.unit):
        return f"“{whole.instance.name}”按“{whole.instance.unit}”计，按“{part.unit}”计的不能是它的一部分。"
    is_more = part.indicator_id or part.repeats_id or part.parts_are_all
    return PART_ONLY_OF_ITS_WHOLE if is_more or part.part == Figure.Part.UNIT_PRICE else ""
