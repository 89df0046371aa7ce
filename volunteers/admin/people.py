from django.contrib import admin

from desk.filtering import Days, Related
from desk.rows import TableRows
from volunteers.admin.service import CertifiedByRecorder, ServiceForm
from volunteers.models import ServiceRecord, Volunteer


class ServiceRows(TableRows):
    model = ServiceRecord
    has_own_rights = True
    form = ServiceForm
    fields = ("served_on", "hours", "activity", "team", "content", "ledger", "evidence", "is_outside_days")
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
