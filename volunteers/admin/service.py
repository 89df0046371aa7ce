"""The desk's pages for hours: entered beside rules, told to the public once somebody has confirmed them."""

from django import forms
from django.contrib import admin, messages

from desk.filtering import Days, EnteredBy, Related
from desk.records import StampedAdmin
from desk.templatetags.people import person
from toolkit.dates.moments import moment_text
from volunteers.admin.confirming import ConfirmedFilter, ConfirmingPages
from volunteers.models import ServiceRecord


class ServiceForm(forms.ModelForm):
    is_outside_days = forms.BooleanField(
        label="日期在活动之外",
        required=False,
        help_text="服务日期不在活动的时间里，而且属实，例如会前布置、会后清理，请勾选。",
    )

    def _get_validation_exclusions(self):
        """The rules on doubles hold although no field of the form says that a record is none of old."""
        return super()._get_validation_exclusions() - {"predates_rules"}

    def clean(self):
        cleaned = super().clean()
        activity, day = cleaned.get("activity"), cleaned.get("served_on")
        is_new = {"activity", "served_on"} & set(self.changed_data)
        if activity and day and is_new and not cleaned.get("is_outside_days") and not held_on(activity, day):
            self.add_error("served_on", outside(activity))
        return cleaned


def held_on(activity, day) -> bool:
    return activity.starts_on <= day <= activity.ends_on


def outside(activity) -> str:
    when = activity.when_text
    return f"活动的时间是{when}，服务日期不在其中。日期有误请改正；属实的，请勾选“日期在活动之外”。"


class CertifiedByRecorder(StampedAdmin):
    """Whoever records a service certifies it; what is changed has to be confirmed anew."""

    def stamp(self, request, record):
        super().stamp(request, record)
        if isinstance(record, ServiceRecord) and record.recorded_by is None:
            record.recorded_by = request.user

    def save_model(self, request, obj, form, change):
        is_changed = form is None or form.changed_data  # a version that is restored comes without a form
        if change and is_changed and isinstance(obj, ServiceRecord):
            _unconfirm(request, obj)
        super().save_model(request, obj, form, change)

    def save_formset(self, request, form, formset, change):
        if issubclass(formset.model, ServiceRecord):
            for row in formset.forms:
                if row.instance.pk and row.has_changed():
                    _unconfirm(request, row.instance)
        super().save_formset(request, form, formset, change)


def _unconfirm(request, record: ServiceRecord) -> None:
    if record.is_confirmed:
        record.confirmed_at = record.confirmed_by = None
        messages.warning(request, f"{record}的时长改过，要重新确认，确认以前不计入公开的时长。")


@admin.register(ServiceRecord)
class ServiceRecordAdmin(ConfirmingPages, CertifiedByRecorder):
    form = ServiceForm
    list_display = ("volunteer", "served_on", "hours", "activity", "team", "ledger", "confirmation")
    list_filter = (
        ConfirmedFilter,
        Days.over("served_on"),
        "ledger",
        Related.by("team"),
        Related.by("volunteer__organization", "志愿者的团组织"),
        EnteredBy,
    )
    list_select_related = ("volunteer", "activity", "team", "confirmed_by")
    date_hierarchy = "served_on"
    search_fields = ("volunteer__name", "activity__title", "team__name", "content")
    search_help_text = "按志愿者、活动、队伍或服务内容查找。"
    autocomplete_fields = ("volunteer", "activity", "team")
    readonly_fields = ("recorded_by", "confirmation")
    fieldsets = (
        ("谁、何时、多久", {"fields": ("volunteer", ("served_on", "hours"))}),
        ("在哪里、做什么", {"fields": ("activity", "is_outside_days", "team", "content")}),
        ("依据", {"fields": (("ledger", "evidence"), "recorded_by", "confirmation")}),
    )

    @admin.display(description="确认", ordering="confirmed_at")
    def confirmation(self, record):
        if not record.is_confirmed:
            return "待确认"
        return "，".join(
            filter(
                None, (record.confirmed_by and person(record.confirmed_by), moment_text(record.confirmed_at))
            )
        )
