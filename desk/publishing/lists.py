"""The state of records in their list: one column, and a filter by it."""

from django.contrib import admin

from toolkit.publishing import Publishable, has_status

Status = Publishable.Status


class StatusFilter(admin.SimpleListFilter):
    title = "状态"
    parameter_name = "status"

    def lookups(self, request, model_admin):
        return Status.choices

    def queryset(self, request, queryset):
        status = self.value()
        return queryset.filter(has_status(status)) if status in Status.values else queryset
