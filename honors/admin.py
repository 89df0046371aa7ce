from django.contrib import admin, messages
from django.db.models import Count

from desk.filtering import Days, EnteredBy, Related
from desk.forms.drafted import DraftedForms
from desk.publishing import PUBLISHING, PublishableAdmin
from desk.records import WHEN_FIELDS, DatedForm, RichTextAdmin, TellingAdmin
from desk.rows import TableRows
from honors.desk_forms import AwardTitleForm, HonorReceivedForm
from honors.models import Award, AwardTitle, Commendation, HonorReceived, HonorRecipient


class TitleRows(TableRows):
    model = AwardTitle
    has_own_rights = True
    fields = ("name", "recipients", "announced_count", "noun", "position", "entered")
    readonly_fields = ("entered",)
    show_change_link = True

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(entered_count=Count("awards"))

    @admin.display(description="已登记")
    def entered(self, title):
        return getattr(title, "entered_count", 0)


@admin.register(Commendation)
class CommendationAdmin(RichTextAdmin, PublishableAdmin):
    form = DatedForm
    inlines = (TitleRows,)
    list_display = ("title", "year", "area", "when")
    list_filter = ("year", Days.held(), "area", EnteredBy)
    list_select_related = ("area",)
    days_ahead = ("publicity_ends_on",)
    date_hierarchy = "starts_on"
    search_fields = ("title", "decision_number", "titles__name", "titles__awards__name")
    search_help_text = "按标题、文号、称号或获奖者查找。"
    fieldsets = (
        ("什么表彰", {"fields": (("year", "title"), "area", "authority")}),
        (
            "何时",
            {
                "fields": (
                    *WHEN_FIELDS,
                    ("publicity_starts_on", "publicity_ends_on"),
                    ("decided_on", "decision_number"),
                ),
                "description": "先公示，后表彰；不知道的日期留空。",
            },
        ),
        ("文字", {"fields": ("summary", "body")}),
        PUBLISHING,
    )

    @admin.display(description="时间", ordering="starts_on")
    def when(self, commendation):
        return commendation.when_text


class AwardRows(TableRows):
    model = Award
    fields = ("name", "organization", "unit", "post", "note", "is_minor", "position")
    autocomplete_fields = ("organization",)


@admin.register(AwardTitle)
class AwardTitleAdmin(DraftedForms, TellingAdmin):
    """A title with its recipients, of whom there may be many; public with its commendation."""

    form = AwardTitleForm
    inlines = (AwardRows,)
    list_display = ("name", "commendation", "recipients", "announced_count", "entered")
    list_filter = ("commendation__year", "recipients", Related.by("commendation"))
    list_select_related = ("commendation",)
    list_per_page = 50
    search_fields = (
        "name",
        "commendation__title",
        "awards__name",
        "awards__organization__name",
        "awards__unit",
    )
    search_help_text = "按称号、表彰标题、获奖者或其单位查找。"
    autocomplete_fields = ("commendation",)
    ordering = ("-commendation__year", "commendation", "position", "pk")
    fieldsets = (
        (
            "奖项",
            {"fields": ("commendation", ("name", "recipients"), ("announced_count", "noun"), "position")},
        ),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(entered_count=Count("awards"))

    def get_readonly_fields(self, request, obj=None):
        return (*super().get_readonly_fields(request, obj), *(("commendation",) if obj else ()))

    def is_live(self, record):
        return record.commendation.state == Commendation.State.PUBLISHED

    def may_publish_changes(self, request, record):
        return request.user.has_perm("honors.publish_commendation")

    @admin.display(description="已登记", ordering="entered_count")
    def entered(self, title):
        return title.entered_count


class RecipientRows(TableRows):
    model = HonorRecipient
    fields = ("name", "organization", "unit", "post", "note", "is_minor", "position")
    autocomplete_fields = ("organization",)


@admin.register(HonorReceived)
class HonorReceivedAdmin(PublishableAdmin):
    form = HonorReceivedForm
    inlines = (RecipientRows,)
    list_display = ("title", "given_to", "counted", "year", "level", "authority")
    list_filter = ("given_to", "level", "year", Days.held(), EnteredBy)
    date_hierarchy = "starts_on"
    search_fields = (
        "title",
        "authority",
        "recipients__name",
        "recipients__organization__name",
        "recipients__unit",
    )
    search_help_text = "按荣誉名称、授予单位、获得者或其单位查找。"
    fieldsets = (
        ("什么荣誉", {"fields": ("given_to", ("year", "title"), ("authority", "level"), ("rank", "scope"))}),
        ("何时", {"fields": WHEN_FIELDS}),
        (
            "区内集体和个人",
            {
                "fields": (("announced_count", "noun"),),
                "description": "授给区内集体或个人的在这里填写；授给团区委的不用填。保存以后可以粘贴名单。",
                "classes": ("collapse",),
            },
        ),
        PUBLISHING,
    )

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(entered_count=Count("recipients"))

    @admin.display(description="数量", ordering="announced_count")
    def counted(self, honor):
        if not honor.is_of_others:
            return ""
        return f"{honor.count_text}，已登记{honor.entered_count}{honor.measure}"

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        honor = form.instance
        entered = honor.recipients.count()
        if honor.is_of_others and entered > honor.announced_count:
            said = f"数量写的是{honor.count_text}，名单里登记了{entered}{honor.measure}，请核对。"
            messages.warning(request, said)
