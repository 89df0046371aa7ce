"""The form of a report: one screen of a phone."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from branches.figures import Unread, lines_of
from branches.models import BranchReport, ReportedPhoto
from desk.records import DatedForm
from desk.rows import RowsFormSet, StackedRows
from organizations.models import Organization

REPORT = "_report"  # the button that sends it up
MOST_PHOTOS = 9


_DAYS = {"starts_on": ("哪一天", "如昨天、6-10"), "ends_on": ("到哪一天", "只有一天不填")}


class ReportForm(DatedForm):
    """A draft needs a name and a day; what is sent up tells what was done too."""

    is_sent = False  # whether the button was pressed that sends it up

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, (label, hint) in _DAYS.items():
            if day := self.fields.get(name):  # not where the form is only read
                day.label, day.help_text = label, ""
                day.widget.attrs["placeholder"] = hint

    class Meta:
        model = BranchReport
        fields = ()
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 3}),
            "figures": forms.Textarea(attrs={"rows": 3, "placeholder": "例如：志愿者 35名"}),
        }

    def clean_figures(self):
        figures = self.cleaned_data["figures"]
        try:
            lines_of(figures)
        except Unread as unread:
            raise ValidationError(unread.sentences) from None
        return figures

    def clean(self):
        cleaned = super().clean()
        # The days alone say whether it lasted longer than one.
        self.instance.date_precision = BranchReport.DatePrecision.DAY
        if self.is_sent and "summary" in cleaned and not cleaned["summary"]:
            self.add_error("summary", "上报前请写一两句经过：谁参加、做了什么。")
        held_on = cleaned.get("ends_on") or cleaned.get("starts_on")
        if self.is_sent and held_on and held_on > localdate():
            self.add_error("starts_on", "这一天还没有到。先存草稿，活动办完再上报。")
        if self.instance._state.adding and not self.errors:
            self._refuse_again(cleaned)
        return cleaned

    def _refuse_again(self, told):
        """A form that is sent twice, as by a tap too many, makes one report; the second waits."""
        body = told["organization"]
        list(Organization.objects.select_for_update(no_key=True).filter(pk=body.pk))
        same = {name: told[name] for name in ("organization", "title", "starts_on")}
        if BranchReport.objects.filter(**same).exists():
            self.add_error("title", "这一天同名的活动已经报过或者存了草稿；真是另一场的，请把名称写得不同。")


class PhotosFormSet(RowsFormSet):
    def clean(self):
        super().clean()
        if len(self.rows_to_keep) > MOST_PHOTOS:
            raise ValidationError(f"照片最多 {MOST_PHOTOS} 张，请去掉几张。")


class PhotoRows(StackedRows):
    model = ReportedPhoto
    formset = PhotosFormSet
    fields = ("image", "position")
    template = "admin/branches/branchreport/photos.html"
    max_num = MOST_PHOTOS

    def has_view_permission(self, request, obj=None):
        return True  # to whoever sees the report

    def has_add_permission(self, request, obj):
        return self._may_write(request, obj)

    def has_change_permission(self, request, obj=None):
        return self._may_write(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self._may_write(request, obj)

    def _may_write(self, request, report) -> bool:
        """There are no rights to photos: they go with their report."""
        its = self.admin_site._registry[BranchReport]
        if report is None or report._state.adding:
            return its.has_add_permission(request)
        return its.has_change_permission(request, report)
