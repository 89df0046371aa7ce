from django.contrib import admin

from desk.filtering import EnteredBy, Related
from desk.publishing import PUBLISHING, PublishableAdmin
from desk.records import RichTextAdmin, TellingAdmin
from desk.rows import TableRows
from volunteers.models import Membership, ServiceField, Team


class MembershipRows(TableRows):
    model = Membership
    fields = ("volunteer", "is_leader", "joined_on", "left_on")
    autocomplete_fields = ("volunteer",)


@admin.register(Team)
class TeamAdmin(RichTextAdmin, PublishableAdmin):
    inlines = (MembershipRows,)
    list_display = ("name", "kind", "organization", "announced_count")
    list_filter = ("kind", "fields", Related.by("organization"), EnteredBy)
    list_select_related = ("organization",)
    search_fields = ("name", "summary", "place", "coverage", "organization__name")
    search_help_text = "按名称、介绍、地点、覆盖范围或所属团组织查找。"
    autocomplete_fields = ("organization", "fields", "activities")
    fieldsets = (
        ("是什么", {"fields": ("name", "kind", "organization", "fields", "summary")}),
        ("规模与地点", {"fields": (("founded_on", "announced_count"), "place", "coverage", "contact")}),
        ("做了什么", {"fields": ("activities", "body")}),
        PUBLISHING,
    )


@admin.register(ServiceField)
class ServiceFieldAdmin(TellingAdmin):
    list_display = ("name", "position")
    search_fields = ("name",)
    search_help_text = "按名称查找。"
