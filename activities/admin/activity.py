from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.html import format_html

from activities import placeholders
from activities.admin.figure_rows import FigureRows
from activities.models import Activity, Participant, Partnership, Photo
from desk.publishing import PUBLISHING, PublishableAdmin
from desk.records import WHEN_FIELDS, DatedForm, RichTextAdmin
from desk.rows import StackedRows, TableRows
from toolkit.templatetags.pictures import address


class ActivityForm(DatedForm):
    def clean_summary(self):
        summary = self.cleaned_data["summary"]
        for text, is_name in placeholders.pieces_of(summary):
            if not is_name and ("{" in text or "}" in text):
                raise ValidationError("花括号没有成对，或者里面是空的。请写成“{数据名称}”。")
        return summary


class PhotoRows(StackedRows):
    model = Photo
    fields = (("preview", "image"), "alt", ("caption", "credit", "position"))
    readonly_fields = ("preview",)

    @admin.display(description="预览")
    def preview(self, photo):
        if not photo.image:
            return "保存后显示"
        return format_html(
            '<img class="photo-preview" src="{}" alt="{}" loading="lazy">', address(photo, "card"), photo.alt
        )


class ParticipantRows(TableRows):
    model = Participant
    fields = ("name", "post", "role", "is_minor", "position")


class PartnershipRows(TableRows):
    model = Partnership
    fields = ("partner", "part")
    autocomplete_fields = ("partner",)


@admin.register(Activity)
class ActivityAdmin(RichTextAdmin, PublishableAdmin):
    form = ActivityForm
    inlines = (FigureRows, PhotoRows, ParticipantRows, PartnershipRows)
    list_display = ("title", "area", "when")
    list_filter = ("area", "campaigns")
    list_select_related = ("area",)
    date_hierarchy = "starts_on"
    search_fields = ("title", "summary", "place", "slogan", "participants__name", "organizers__name")
    search_help_text = "按标题、概要、地点、口号、参与人或主办的团组织查找。"
    autocomplete_fields = ("campaigns", "tags", "organizers")
    fieldsets = (
        ("什么活动", {"fields": ("title", "area", "campaigns", "tags")}),
        ("何时何地", {"fields": (*WHEN_FIELDS, "place")}),
        ("谁主办、谁参加", {"fields": ("organizers", "audience", ("occasion", "slogan"))}),
        (
            "概要",
            {
                "fields": ("summary", "service_is_whole"),
                "description": "写入工作总结的一段话。"
                "数字在下面的“活动数据”里填写一次，总结和网页都取自那里。",
            },
        ),
        ("新闻", {"fields": ("body", ("source", "author", "reviewer"))}),
        PUBLISHING,
    )

    bulk_prefetch = ("organizers", "figures")

    def asks_before_publishing(self, activity):
        lacking = {
            "还没有概要，工作总结里只写得出标题": activity.summary,
            "还没有填写主办的团组织": activity.organizers.all(),
            "还没有一个数据，不会计入任何合计": activity.figures.all(),
        }
        return [words for words, there in lacking.items() if not there]

    @admin.display(description="时间", ordering="starts_on")
    def when(self, activity):
        return activity.when_text
