from django.contrib import admin

from desk.accounts import AccountAdmin, RoleAdmin
from desk.bin.pages import BinnedAdmin
from desk.gate.pages import OverruledAdmin
from desk.log.pages import LogLineAdmin
from desk.models import Binned, LogLine, Overruled
from desk.records import StampedAdmin
from toolkit.models import FormerAddress
from toolkit.pages.redirects import unwind

__all__ = ["AccountAdmin", "FormerAddressAdmin", "RoleAdmin"]

admin.site.register(Binned, BinnedAdmin)
admin.site.register(LogLine, LogLineAdmin)
admin.site.register(Overruled, OverruledAdmin)


@admin.register(FormerAddress)
class FormerAddressAdmin(StampedAdmin):
    list_display = ("old", "new", "created_at")
    search_fields = ("old", "new")
    search_help_text = "按新旧地址查找。"
    fieldsets = ((None, {"fields": ("old", "new")}),)

    def save_model(self, request, obj, form, change):
        unwind(old=obj.old, new=obj.new)
        super().save_model(request, obj, form, change)
