"""Rows edited on their record's page."""

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import TextField, UniqueConstraint
from django.forms.models import BaseInlineFormSet, ModelChoiceField

from desk.choices import PlainChoices, RowSelect
from desk.forms.days import TypedDays
from desk.forms.files import say_what_is_chosen
from desk.scope.admin import ScopedRows

NOT_OF_THIS = "这一行不是这条记录的，没有保存。请重新打开这一页。"


class RowsFormSet(BaseInlineFormSet):
    """Rows of one record: choices shown without a query each, equal rows refused in a sentence."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        say_what_is_chosen(form)
        key = form.fields.get(self._pk_field.name)
        if isinstance(key, ModelChoiceField):  # Django takes any row there is, and leaves it out unsaid
            key.queryset = self.get_queryset()
        setattr(form.instance, self.fk.name, self.instance)  # at hand for the row's own name
        for field in form.fields.values():
            widget = getattr(field.widget, "widget", None)  # inside the wrapper with the "add" link
            if isinstance(widget, RowSelect) and widget.field.is_cached(form.instance):
                widget.held = getattr(form.instance, widget.field.name)

    @property
    def rows_to_keep(self):
        return [
            row
            for row in self.forms
            if row not in self.deleted_forms and (row.instance.pk or row.has_changed())
        ]

    def clean(self):
        super().clean()
        for row in self.initial_forms:
            if self._pk_field.name in row.errors:
                row.add_error(None, NOT_OF_THIS)
        if gate := getattr(self, "gate", None):
            for row in self.rows_to_keep:
                if row.is_valid():
                    gate.hold(row)

    def validate_unique(self):
        """Refuse a row that equals another of this form.

        The stock check speaks above all rows, and knows neither conditional
        constraints nor those that take two empty values for equal.
        """
        rows = [row for row in self.rows_to_keep if row.is_valid()]
        for constraint in self.model._meta.constraints:
            if isinstance(constraint, UniqueConstraint) and self.fk.name in constraint.fields:
                self._refuse_equal(rows, constraint)

    def _refuse_equal(self, rows, constraint):
        seen = set()
        for row in rows:
            values = {name: getattr(row.instance, name) for name in constraint.fields if name != self.fk.name}
            told = row.instance._get_field_expression_map(meta=self.model._meta)
            if constraint.condition is not None and not constraint.condition.check(told):
                continue
            if None in values.values() and constraint.nulls_distinct is not False:
                continue
            key = tuple(values.values())
            if key in seen:
                row.add_error(constraint.violation_error_code, constraint.violation_error_message)
            seen.add(key)


class RowsMixin(TypedDays, PlainChoices, ScopedRows):
    """Rows edited on the page of the record that they belong to."""

    formset = RowsFormSet
    extra = 0
    formfield_overrides = {TextField: {"widget": AdminTextareaWidget(attrs={"rows": 3})}}

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        chosen = self.get_autocomplete_fields(request)
        return rows.select_related(*chosen) if chosen else rows


class TableRows(RowsMixin, admin.TabularInline):
    """Rows side by side, for those with few fields."""


class StackedRows(RowsMixin, admin.StackedInline):
    """Rows one under another, for those with many fields."""
