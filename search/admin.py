from django.contrib import admin

from desk.scope.admin import ScopedAdmin
from search.models import Asked


@admin.register(Asked)
class AskedAdmin(ScopedAdmin):
    """What readers look for, most often first: to be read, not written."""

    stock_rights = ("view", "delete")
    list_display = ("words", "number", "is_found", "last_at")
    list_filter = ("is_found", "last_at")
    list_display_links = None
    list_per_page = 100
    search_fields = ("words",)
    search_help_text = "按读者查找的词查找。"

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False
