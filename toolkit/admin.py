"""Pieces of the staff desk: who wrote what, publishing, and rows edited on their record's page."""

import re

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.admin.widgets import (
    AdminTextareaWidget,
    AutocompleteSelect,
    AutocompleteSelectMultiple,
    RelatedFieldWidgetWrapper,
)
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import TextField, UniqueConstraint
from django.forms.models import BaseInlineFormSet
from django.utils import timezone
from js_asset import Media

from toolkit import publishing
from toolkit.dates.timing import Dated
from toolkit.desk_search import SearchedDesk
from toolkit.models import FormerAddress
from toolkit.pages.redirects import remember_address, unwind
from toolkit.texts.columns import told_of

WHEN_FIELDS = (("date_precision", "day_part"), ("starts_on", "ends_on"))
STAMP_FIELDS = (("created_at", "created_by"), ("updated_at", "updated_by"))
PUBLISHING = ("发布", {"fields": (("state", "published_at"),)})


class DatedForm(forms.ModelForm):
    """Shows the last day only of a range; of all else it is filled in anew from the first.

    Were it shown, moving a day to an earlier one would make a range of the two,
    and a month turned into a day would become a range up to the month's end.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.date_precision != Dated.DatePrecision.RANGE:
            self.initial["ends_on"] = None

    def clean(self):
        cleaned = super().clean()
        is_one_day = cleaned.get("date_precision") == Dated.DatePrecision.DAY
        if is_one_day and "date_precision" in self.changed_data and cleaned.get("ends_on"):
            self.add_error("ends_on", "选“某一天”时，不要填写结束日期；不止一天的，选“起止日期”。")
        return cleaned


_KEY = re.compile(r"[0-9]{1,19}")  # no more fit a row's number


class WholeKeys:
    """Shows again only what can be a row's key: a forged one is refused in a sentence, not by a fault."""

    def optgroups(self, name, value, attrs=None):
        return super().optgroups(name, [key for key in value if not key or _KEY.fullmatch(str(key))], attrs)


class RowSelect(WholeKeys, AutocompleteSelect):
    """A choice by search that shows what its row holds; the stock one asks the database once a row."""

    held = None

    def optgroups(self, name, value, attrs=None):
        if self.held is None or list(value) != [str(self.held.pk)]:
            return super().optgroups(name, value, attrs)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        options.append(self.create_option(name, self.held.pk, str(self.held), True, len(options)))
        return [(None, options, 0)]


class RowsSelect(WholeKeys, AutocompleteSelectMultiple):
    """A choice by search of several."""


class PlainChoices:
    """A choice of another record offers to add one, not to change or delete what others use too."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        return super().formfield_for_foreignkey(
            db_field, request, **self._by_search(RowSelect, db_field, request), **kwargs
        )

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return super().formfield_for_manytomany(
            db_field, request, **self._by_search(RowsSelect, db_field, request), **kwargs
        )

    def _by_search(self, widget, db_field, request) -> dict:
        chosen = db_field.name in self.get_autocomplete_fields(request)
        return {"widget": widget(db_field, self.admin_site)} if chosen else {}

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            for link in ("can_change_related", "can_delete_related", "can_view_related"):
                setattr(field.widget, link, False)
        return field


MOST_TOLD = 5


def tell(request, *forms: forms.BaseForm) -> None:
    """Say what of the words typed is kept otherwise, where more than what nobody would miss was changed."""
    told = [sentence for typed in forms for sentence in told_of(typed)]
    for sentence in told[:MOST_TOLD]:
        messages.warning(request, sentence)
    if len(told) > MOST_TOLD:
        messages.warning(request, f"另有 {len(told) - MOST_TOLD} 处也这样整理过。")


class TellingAdmin(PlainChoices, SearchedDesk, admin.ModelAdmin):
    """Says what of the words typed is kept otherwise."""

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        tell(request, form, *(row for formset in formsets for row in formset.rows_to_keep))


class StampedAdmin(TellingAdmin):
    """Notes who enters and changes a record, and shows it at the foot of the form."""

    list_per_page = 50

    def get_readonly_fields(self, request, obj=None):
        stamps = [name for pair in STAMP_FIELDS for name in pair]
        return (*super().get_readonly_fields(request, obj), *stamps)

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None:
            return fieldsets
        return (*fieldsets, ("录入与修改", {"fields": STAMP_FIELDS, "classes": ("collapse",)}))

    def stamp(self, request, record):
        publishing.stamp(record, by=request.user)

    def save_model(self, request, obj, form, change):
        self.stamp(request, obj)
        super().save_model(request, obj, form, change)

    def save_formset(self, request, form, formset, change):
        if issubclass(formset.model, publishing.Stamped):
            for row in formset.forms:
                if row.has_changed():
                    self.stamp(request, row.instance)
        super().save_formset(request, form, formset, change)


class AddressedAdmin(StampedAdmin):
    """Where a change moves a record's page, the old address leads to the new one."""

    def save_model(self, request, obj, form, change):
        before = self.model._default_manager.get(pk=obj.pk).get_absolute_url() if change else None
        super().save_model(request, obj, form, change)
        if before not in (None, obj.get_absolute_url()):
            remember_address(old=before, new=obj.get_absolute_url(), by=request.user)


@admin.register(FormerAddress)
class FormerAddressAdmin(StampedAdmin):
    list_display = ("old", "new", "created_at")
    search_fields = ("old", "new")
    search_help_text = "按新旧地址查找。"
    fieldsets = ((None, {"fields": ("old", "new")}),)

    def save_model(self, request, obj, form, change):
        unwind(old=obj.old, new=obj.new)
        super().save_model(request, obj, form, change)


class PublishableAdmin(StampedAdmin):
    """A record with a public page: its state in the list, and buttons to publish and withdraw."""

    actions = ("publish_selected", "withdraw_selected")

    def get_list_display(self, request):
        return (*super().get_list_display(request), "state", "published_at")

    def get_list_filter(self, request):
        return ("state", *super().get_list_filter(request))

    def view_on_site(self, obj):
        """The page of the record as it is saved: what a refused form holds may be no address."""
        saved = self.model._default_manager.get(pk=obj.pk)
        return saved.get_absolute_url() if saved.is_published else None

    @admin.action(description="发布所选", permissions=["change"])
    def publish_selected(self, request, queryset):
        try:
            published = self._move(request, queryset, publishing.publish, "发布。")
        except ValidationError as refusal:
            sentence = f"一条也没有发布，请先改正{''.join(refusal.messages)}"
            self.message_user(request, sentence, messages.ERROR)
        else:
            self._tell(request, published, "发布了 {} 条。", "所选的都已经发布。")

    @admin.action(description="撤回所选", permissions=["change"])
    def withdraw_selected(self, request, queryset):
        withdrawn = self._move(request, queryset, publishing.withdraw, "撤回。")
        self._tell(request, withdrawn, "撤回了 {} 条。", "所选的都没有发布，不需要撤回。")

    @transaction.atomic
    def _move(self, request, queryset, move, note):
        """Make the move and write it into each record's history."""
        moved = move(records=queryset, by=request.user, at=timezone.now())
        if moved:
            LogEntry.objects.log_actions(request.user.pk, moved, CHANGE, change_message=note)
        return moved

    def _tell(self, request, moved, sentence, sentence_for_none):
        if moved:
            self.message_user(request, sentence.format(len(moved)))
        else:
            self.message_user(request, sentence_for_none, messages.INFO)


class RichTextAdmin(admin.ModelAdmin):
    """Lets the rich text editor's import map, an inline script, through the security policy."""

    def render_change_form(self, request, context, *args, **kwargs):
        context["media"] = Media.from_media(context["media"], nonce=request.csp_nonce)
        return super().render_change_form(request, context, *args, **kwargs)


class RowsFormSet(BaseInlineFormSet):
    """Rows of one record: choices shown without a query each, equal rows refused in a sentence."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
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
            if constraint.condition is not None and not constraint.condition.check(values):
                continue
            if None in values.values() and constraint.nulls_distinct is not False:
                continue
            key = tuple(values.values())
            if key in seen:
                row.add_error(constraint.violation_error_code, constraint.violation_error_message)
            seen.add(key)


class RowsMixin(PlainChoices):
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
