from django.contrib import admin, messages
from django.utils.html import format_html

from desk.filtering import Days, EnteredBy, Related
from desk.publishing import PUBLISHING, PublishableAdmin
from desk.records import RichTextAdmin
from desk.rows import StackedRows
from notices.forms import AttachmentForm
from notices.models import Attachment, Notice


class AttachmentRows(StackedRows):
    model = Attachment
    form = AttachmentForm
    fields = (("title", "file"), ("told", "position"))
    readonly_fields = ("told",)
    view_on_site = False  # what is there already is opened by its own link

    def get_queryset(self, request):
        return super().get_queryset(request).defer("words")

    @admin.display(description="已有的文件")
    def told(self, attachment):
        if not attachment.pk:
            return "保存后可以打开"
        words = f"{attachment.get_kind_display()}，{attachment.size_text}"
        return format_html('<a href="{}">{}</a>', attachment.get_absolute_url(), words)


@admin.register(Notice)
class NoticeAdmin(RichTextAdmin, PublishableAdmin):
    inlines = (AttachmentRows,)
    list_display = ("title", "number", "kind", "ends_on")
    list_filter = (Days.over("published_at", "发布时间"), "kind", Related.by("organization"), EnteredBy)
    date_hierarchy = "published_at"
    days_ahead = ("ends_on",)
    search_fields = ("title", "number", "body", "organization__name", "reviewer", "attachments__title")
    search_help_text = "按标题、文号、正文、附件名称、发布的团组织或审核人查找。"
    autocomplete_fields = ("organization",)
    fieldsets = (
        ("什么通知", {"fields": ("title", ("kind", "number"), "organization")}),
        ("内容", {"fields": ("body", ("ends_on", "reviewer"))}),
        PUBLISHING,
    )

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        for row in (row for formset in formsets for row in formset.rows_to_keep):
            for sentence in getattr(row.instance, "remarks", ()):
                messages.warning(request, sentence)
