from django.contrib import admin

from activities.models import Campaign, Tag, WorkArea
from desk.records import AddressedAdmin, StampedAdmin, TellingAdmin


@admin.register(Campaign)
class CampaignAdmin(AddressedAdmin):
    list_display = ("name", "summary", "is_published")
    list_filter = ("is_published",)
    search_fields = ("name", "summary")
    search_help_text = "按名称或介绍查找。"
    fieldsets = (
        (None, {"fields": ("name", "summary", "description")}),
        ("网站", {"fields": ("slug", "is_published")}),
    )

    def view_on_site(self, obj):
        return obj.get_absolute_url() if obj.is_published else None


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
