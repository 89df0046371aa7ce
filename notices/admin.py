from django import forms
from django.contrib import admin

from desk.publishing import PUBLISHING, PublishableAdmin
from desk.records import RichTextAdmin
from notices.models import Notice


class NoticeForm(forms.ModelForm):
    class Meta:
        # Of other records this text says that they enter the summary; notices don't.
        help_texts = {"state": "只有“已发布”的内容会出现在网站上。"}


@admin.register(Notice)
class NoticeAdmin(RichTextAdmin, PublishableAdmin):
    form = NoticeForm
    list_display = ("title", "kind", "ends_on")
    list_filter = ("kind", ("organization", admin.RelatedOnlyFieldListFilter))
    date_hierarchy = "published_at"
    search_fields = ("title", "body", "organization__name", "reviewer")
    search_help_text = "按标题、正文、发布的团组织或审核人查找。"
    autocomplete_fields = ("organization",)
    fieldsets = (
        ("什么通知", {"fields": ("title", ("kind", "organization"))}),
        ("内容", {"fields": ("body", ("ends_on", "reviewer"))}),
        PUBLISHING,
    )
