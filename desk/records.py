"""Records of the staff desk: who wrote what, and what of it is kept otherwise."""

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from js_asset import Media

from desk.bin.deleting import BinningAdmin
from desk.choices import PlainChoices
from desk.forms.days import TypedDays, days_read_in
from desk.forms.guarded import GuardedForms
from desk.gate.forms import GatedForms
from desk.history.keeping import keep_new
from desk.searching import SearchedDesk
from desk.sheets.exporting import ExportedLists
from desk.today.filters import ToDoFilter
from desk.today.lines import lines_of
from toolkit import publishing
from toolkit.dates.timing import Dated
from toolkit.pages.redirects import remember_address
from toolkit.texts.columns import told_of

WHEN_FIELDS = (("date_precision", "day_part"), ("starts_on", "ends_on"))
STAMP_FIELDS = (("created_at", "created_by"), ("updated_at", "updated_by"))


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


MOST_TOLD = 5


def tell(request, *forms: forms.BaseForm) -> None:
    """Say what of the words typed is kept otherwise, where more than what nobody would miss was changed."""
    told = [sentence for typed in forms for sentence in (*days_read_in(typed), *told_of(typed))]
    for sentence in told[:MOST_TOLD]:
        messages.warning(request, sentence)
    if len(told) > MOST_TOLD:
        messages.warning(request, f"另有 {len(told) - MOST_TOLD} 处也这样整理过。")


class TellingAdmin(
    GatedForms, GuardedForms, TypedDays, PlainChoices, SearchedDesk, ExportedLists, BinningAdmin
):
    """Says what of the words typed is kept otherwise; lists what wants something done (desk.today)."""

    def get_list_filter(self, request):
        to_do = (ToDoFilter,) if lines_of(self.model) else ()
        return (*to_do, *super().get_list_filter(request))

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

    @transaction.atomic
    def enter(self, request, record, *rows):
        """Enter a record that the form of another asks for, as its own form would."""
        self.stamp(request, record)
        record.full_clean()
        record.save()
        for row in rows:
            row.save()
        keep_new([record], by=request.user, words="新建。")
        self.log_addition(request, record, "新建。")
        return record

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


class RichTextAdmin(admin.ModelAdmin):
    """Lets the rich text editor's import map, an inline script, through the security policy."""

    def render_change_form(self, request, context, *args, **kwargs):
        context["media"] = Media.from_media(context["media"], nonce=request.csp_nonce)
        return super().render_change_form(request, context, *args, **kwargs)
