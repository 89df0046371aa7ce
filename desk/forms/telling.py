"""Differences between two states of a form, in the words of its page."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.forms import CheckboxInput, DecimalField, Field

from desk.forms.held import FILE, NEW, Held
from desk.forms.merging import Change, Difference
from toolkit.texts.quoting import quoted
from toolkit.texts.rich_text import plain_text

NOTHING = "（空）"
TITLES = ("name", "title")  # of rows that are not stored yet
_OF_ROW = {
    Change.ADDED: "新增了这一条。",
    Change.REMOVED: "删除了这一条。",
    Change.REMOVED_YET_TYPED: "删除了这一条；你改过它，保存会把你填写的作为新的一条加上。",
}


@dataclass(frozen=True)
class Told:
    where: str  # the row; empty for a field of the record itself
    label: str  # of the field; empty where it is about a whole row
    mine: str
    theirs: str
    what: str  # a sentence about a whole row
    input_name: str  # of the field on the page that is shown
    is_contested: bool


class Page:
    """The fields of a form and its rows, by name: what they are called, and how their values read."""

    def __init__(self, form, formsets: Iterable):
        self.form, self.formsets = form, {formset.prefix: formset for formset in formsets}

    def tell(self, differences: Iterable[Difference], held: Held) -> list[Told]:
        """What differs, where ``held`` is what the page shows: each input is named as it stands there."""
        return [self._told(difference, held) for difference in sorted(differences, key=self._place)]

    def _place(self, difference: Difference) -> tuple:
        """As the page goes from top to bottom."""
        formset = self.formsets.get(difference.prefix)
        rows = [str(row.instance.pk) for row in formset.initial_forms] if formset else []
        names = list((formset.empty_form if formset else self.form).fields)
        name = difference.name.removeprefix(FILE)
        return (
            ["", *self.formsets].index(difference.prefix),
            rows.index(difference.key) if difference.key in rows else len(rows),
            names.index(name) if name in names else len(names),
        )

    def _told(self, difference: Difference, held: Held) -> Told:
        field = self._field(difference) if difference.name else None
        return Told(
            where=self._row(difference, held),
            label=str(field.label or difference.name) if field else "",
            mine=self.words(field, difference.mine) if field else "",
            theirs=self.words(field, difference.theirs) if field else "",
            what=_OF_ROW.get(difference.change, ""),
            input_name=_input_name(difference, held),
            is_contested=difference.is_contested,
        )

    def _field(self, difference: Difference) -> Field:
        name = difference.name.removeprefix(FILE)
        fields = self.formsets[difference.prefix].empty_form.fields if difference.prefix else self.form.fields
        return fields.get(name) or fields.get(name[:-2]) or Field(label=name)

    def _row(self, difference: Difference, held: Held) -> str:
        if not difference.prefix:
            return ""
        formset = self.formsets[difference.prefix]
        kind = formset.model._meta.verbose_name
        names = {str(row.instance.pk): str(row.instance) for row in formset.initial_forms}
        row = held.kinds[difference.prefix].rows.get(difference.key, {})
        name = names.get(difference.key) or next(("".join(row[one]) for one in TITLES if one in row), "")
        return f"{kind}{quoted(name)}" if name else kind

    def words(self, field: Field, values: list[str]) -> str:
        """What a person reads of a field's values."""
        if isinstance(field.widget, CheckboxInput):
            return "是" if values else "否"
        if not values:
            return NOTHING
        if hasattr(field, "queryset"):
            return "、".join(_names(field, values)) or NOTHING
        if choices := dict(getattr(field, "choices", ())):
            return "、".join(str(choices.get(value, value)) for value in values)
        return "、".join(_plain(field, value) for value in values)


def _plain(field, value) -> str:
    if isinstance(field, DecimalField) and "." in value:
        return value.rstrip("0").rstrip(".")
    return plain_text(value) if value.startswith("<") else value


def _names(field, values) -> list[str]:
    try:
        return [str(record) for record in field.queryset.filter(pk__in=values)]
    except (ValueError, ValidationError, OverflowError):
        return []


def _input_name(difference: Difference, held: Held) -> str:
    if not difference.prefix:
        return difference.name
    keys = sorted(held.kinds[difference.prefix].rows, key=lambda key: key.startswith(NEW))
    number = keys.index(difference.key) if difference.key in keys else ""
    return f"{difference.prefix}-{number}-{difference.name}"
