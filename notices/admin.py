from django.contrib import admin

from desk.filtering import Days, EnteredBy, Related
from desk.publishing import PUBLISHING, PublishableAdmin
from desk.records import RichTextAdmin
from notices.models import Notice


@admin.register(Notice)
class NoticeAdmin(RichTextAdmin, PublishableAdmin):
    list_display = ("title", "kind", "ends_on")
    list_filter = (Days.over("published_at", "发布时间"), "kind", Related.by("organization"), EnteredBy)
    date_hierarchy = "published_at"
    days_ahead = ("ends_on",)
    search_fields = ("title", "body", "organization__name", "reviewer")
    search_help_text = "按标题、正文、发布的团组织或审核人查找。"
    autocomplete_fields = ("organization",)
    fieldsets = (
        ("什么通知", {"fields": ("title", ("kind", "organization"))}),
        ("内容", {"fields": ("body", ("ends_on", "reviewer"))}),
        PUBLISHING,
    )
