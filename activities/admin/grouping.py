from django.contrib import admin

from activities.models import Campaign, Tag, WorkArea
from desk.publishing import PUBLISHING, PublishableAdmin
from desk.records import AddressedAdmin, StampedAdmin, TellingAdmin


@admin.register(Campaign)
class CampaignAdmin(AddressedAdmin, PublishableAdmin):
    list_display = ("name", "summary")
    search_fields = ("name", "summary")
    search_help_text = "按名称或介绍查找。"
    fieldsets = (
        (None, {"fields": ("name", "summary", "description")}),
        ("网站", {"fields": ("slug",)}),
        PUBLISHING,
    )


@admin.register(WorkArea)
class WorkAreaAdmin(StampedAdmin):
    list_display = ("name", "description", "position")
    search_fields = ("name",)
    search_help_text = "按名称查找。"
    fieldsets = ((None, {"fields": ("name", "description", "position", "slug")}),)


@admin.register(Tag)
class TagAdmin(TellingAdmin):
    search_fields = ("name",)
    search_help_text = "按名称查找。"
