from django.contrib import admin
from django.core.exceptions import ValidationError

from activities import placeholders
from activities.admin.alike import AlikeActivities
from activities.admin.figure_rows import FigureRows
from activities.admin.partners import PartnershipRows
from activities.admin.people import ParticipantRows
from activities.admin.photos import PhotoRows
from activities.models import Activity, Participant
from desk.filtering import Days, EnteredBy, Missing, Related
from desk.forms.lines import TypedLines
from desk.forms.uploads import UploadPages
from desk.publishing import PublishableAdmin
from desk.records import DatedForm, RichTextAdmin
from organizations.models import Person


class ActivityForm(DatedForm):
    class Meta:
        labels = {"campaigns": "品牌活动", "organizers": "主办组织", "date_precision": "准确程度"}

    def clean_summary(self):
        summary = self.cleaned_data["summary"]
        for text, is_name in placeholders.pieces_of(summary):
            if not is_name and ("{" in text or "}" in text):
                raise ValidationError("花括号没有成对，或者里面是空的。请写成“{数据名称}”。")
        return summary


@admin.register(Activity)
class ActivityAdmin(AlikeActivities, TypedLines, UploadPages, RichTextAdmin, PublishableAdmin):
    form = ActivityForm
    inlines = (PartnershipRows, FigureRows, ParticipantRows, PhotoRows)
    list_display = ("title", "area", "when")
    list_filter = (
        Days.held(),
        "area",
        Related.by("campaigns"),
        Related.by("tags"),
        Related.by("organizers", "主办"),
        Missing.any_of(figures="数据", photos="照片", summary="概要", organizers="主办的团组织"),
        EnteredBy,
    )
    list_select_related = ("area",)
    date_hierarchy = "starts_on"
    search_fields = ("title", "summary", "place", "slogan", "participants__name", "organizers__name")
    search_help_text = "按标题、概要、地点、口号、参与人或主办的团组织查找。"
    autocomplete_fields = ("campaigns", "tags", "organizers")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "title",
                    ("area", "campaigns"),
                    ("starts_on", "ends_on", "date_precision", "day_part"),
                    ("place", "organizers"),
                    "summary",
                ),
                "classes": ("at-once",),
            },
        ),
        (
            "更多：对象、背景、标签",
            {
                "fields": ("audience", ("occasion", "slogan"), "tags", "service_is_whole"),
                "classes": ("folded",),
            },
        ),
        ("新闻正文", {"fields": ("body", ("source", "author", "reviewer")), "classes": ("folded",)}),
        (None, {"fields": ("status_told",), "classes": ("at-end",)}),
    )

    bulk_prefetch = ("organizers", "figures")

    def asks_before_publishing(self, activity):
        lacking = {
            "还没有概要，工作总结里只写得出标题": activity.summary,
            "还没有填写主办的团组织": activity.organizers.all(),
            "还没有一个数据，不会计入任何合计": activity.figures.all(),
        }
        return [words for words, there in lacking.items() if not there]

    def save_formset(self, request, form, formset, change):
        if formset.model is Participant:
            formset.enlist(request, self.admin_site.get_model_admin(Person))
        super().save_formset(request, form, formset, change)

    @admin.display(description="时间", ordering="starts_on")
    def when(self, activity):
        return activity.when_text
