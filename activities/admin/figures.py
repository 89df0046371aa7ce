from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from activities.models import Figure
from desk.filtering import Days, Related
from desk.scope.admin import ScopedAdmin
from desk.searching import SearchedDesk


@admin.register(Figure)
class FigureAdmin(SearchedDesk, ScopedAdmin):
    """All figures in one list, to be found and compared; they are changed on their activity's page."""

    stock_rights = ("view",)
    list_display = ("name", "text", "kind", "counts", "activity_link", "repeats")
    list_display_links = None
    list_filter = (
        Days.over("activity__ends_on"),
        "kind",
        "counts",
        Related.by("indicator"),
        "part",
        "activity__area",
        Related.by("activity__campaigns"),
    )
    list_select_related = ("activity", "repeats")
    list_per_page = 50
    date_hierarchy = "activity__starts_on"
    search_fields = ("name", "wording", "activity__title")
    search_help_text = "按数据名称、数字写法或活动标题查找。"
    ordering = ("-activity__starts_on", "position", "pk")

    @admin.display(description="数字写法")
    def text(self, figure):
        return figure.text

    @admin.display(description="活动", ordering="activity__title")
    def activity_link(self, figure):
        address = reverse("admin:activities_activity_change", args=[figure.activity_id])
        return format_html('<a href="{}">{}</a>', address, figure.activity)

    def label_in_search(self, figure):
        return f"{figure}（{figure.activity}）"

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
