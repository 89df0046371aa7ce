from django.contrib import admin

from desk.filtering import Days, EnteredBy, Related
from desk.publishing import PUBLISHING, PublishableAdmin
from desk.records import RichTextAdmin, StampedAdmin, TellingAdmin
from desk.rows import TableRows
from volunteers.models import Membership, ServiceField, ServiceRecord, Team, Volunteer


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


class CertifiedByRecorder(StampedAdmin):
    """Whoever records a service certifies it."""

    def stamp(self, request, record):
        super().stamp(request, record)
        if isinstance(record, ServiceRecord) and record.recorded_by is None:
            record.recorded_by = request.user


class ServiceRows(TableRows):
    model = ServiceRecord
    fields = ("served_on", "hours", "activity", "team", "content", "ledger", "evidence")
    autocomplete_fields = ("activity", "team")


@admin.register(Volunteer)
class VolunteerAdmin(CertifiedByRecorder):
    """Private fields are shown, and searched, only for those with the permission to see them."""

    inlines = (ServiceRows,)
    kept_in_browser = False
    list_display = ("name", "organization", "registered_on")
    list_filter = (
        Related.by("organization"),
        Related.by("teams", "队伍"),
        Days.over("registered_on", "注册日期"),
    )
    list_select_related = ("organization",)
    date_hierarchy = "registered_on"
    search_fields = ("name", "organization__name")
    search_help_text = "按姓名或所属团组织查找；有权查看私密信息的人还可以按手机号、身份证号查找。"
    autocomplete_fields = ("organization",)
    fieldsets = ((None, {"fields": ("name", "organization", "registered_on")}),)
    private_fieldset = (
        "私密信息",
        {
            "fields": ("phone", "id_number", "birth_on", "note"),
            "description": "只有获得授权的工作人员能看到这一部分，任何公开的页面和下载文件都不包含它。",
        },
    )

    def get_fieldsets(self, request, obj=None):
        general, *stamps = super().get_fieldsets(request, obj)
        private = [self.private_fieldset] if may_see_private(request) else []
        return (general, *private, *stamps)

    def get_search_fields(self, request):
        private = ("phone", "id_number") if may_see_private(request) else ()
        return (*super().get_search_fields(request), *private)

    def lookup_allowed(self, lookup, value, request):
        """Else the address of the list could be asked for a private number, digit by digit."""
        is_private = lookup.partition("__")[0] in self.private_fieldset[1]["fields"]
        if is_private and not may_see_private(request):
            return False
        return super().lookup_allowed(lookup, value, request)

    def label_in_search(self, volunteer):
        return f"{volunteer}（{volunteer.organization}）" if volunteer.organization else str(volunteer)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("organization")


def may_see_private(request):
    return request.user.has_perm("volunteers.view_private")


@admin.register(ServiceRecord)
class ServiceRecordAdmin(CertifiedByRecorder):
    list_display = ("volunteer", "served_on", "hours", "activity", "team", "ledger")
    list_filter = (
        Days.over("served_on"),
        "ledger",
        Related.by("team"),
        Related.by("volunteer__organization", "志愿者的团组织"),
        EnteredBy,
    )
    list_select_related = ("volunteer", "activity", "team")
    date_hierarchy = "served_on"
    search_fields = ("volunteer__name", "activity__title", "team__name", "content")
    search_help_text = "按志愿者、活动、队伍或服务内容查找。"
    autocomplete_fields = ("volunteer", "activity", "team")
    readonly_fields = ("recorded_by",)
    fieldsets = (
        ("谁、何时、多久", {"fields": ("volunteer", ("served_on", "hours"))}),
        ("在哪里、做什么", {"fields": ("activity", "team", "content")}),
        ("依据", {"fields": (("ledger", "evidence"), "recorded_by")}),
    )


@admin.register(ServiceField)
class ServiceFieldAdmin(TellingAdmin):
    list_display = ("name", "position")
    search_fields = ("name",)
    search_help_text = "按名称查找。"
