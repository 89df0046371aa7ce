"""Days typed at the desk in any shape that people write; the browser's calendar fills in the same boxes."""

from datetime import date, datetime

from django import forms
from django.contrib.admin.widgets import AdminDateWidget
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import localize_input

from toolkit.dates.typed import NotADay, read_day

HINT = "如 6-10"


class DayField(forms.DateField):
    widget = AdminDateWidget

    def __init__(self, *args, ahead=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.ahead = ahead  # whether a day without its year is the next such day, not the last
        self.until = None  # the last day that what is typed can be about, where that is not today
        self.widget.attrs.setdefault("placeholder", HINT)

    def to_python(self, value):
        if value in self.empty_values:
            return None
        if isinstance(value, date | datetime):
            return super().to_python(value)
        try:
            return read_day(str(value), today=self._today(str(value)), ahead=self.ahead)
        except NotADay as refusal:
            raise ValidationError(str(refusal), code="invalid") from None

    def _today(self, typed: str) -> date:
        """昨天 is told from today, 3-13 from the time that a document is about."""
        return self.until if self.until and typed.strip()[:1].isdigit() else timezone.localdate()

    def plain(self, typed: str) -> str:
        """The same day in the one shape that means it at any time; what is no day, as it was typed."""
        try:
            return localize_input(self.to_python(typed), self.widget.format) or ""
        except ValidationError:
            return typed

    def bound_data(self, data, initial):
        return self.plain(data) if isinstance(data, str) else super().bound_data(data, initial)


class TypedDays:
    """An admin, or its rows, whose days are typed as people do."""

    days_ahead = ()  # the names of those that are looked forward to

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, models.DateField) and not isinstance(db_field, models.DateTimeField):
            kwargs |= {"form_class": DayField, "ahead": db_field.name in self.days_ahead}
        return super().formfield_for_dbfield(db_field, request, **kwargs)


def days_read_in(form: forms.BaseForm) -> list[str]:
    """A sentence for each day of a form that was typed without its year: which one was read."""
    told = []
    for name in form.changed_data:
        field = form.fields[name]
        if isinstance(field, DayField) and (day := form.cleaned_data.get(name)):
            typed = str(form[name].data)
            if str(day.year) not in typed:
                told.append(f"“{form[name].label}”写的“{typed}”，读作{day.year}年{day.month}月{day.day}日。")
    return told
