"""The desk's pages for what is entered in many rows at once: the list of batches, and each by its kind."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import path

from desk.records import StampedAdmin
from intake.admin.hours import HoursPages
from intake.admin.rosters import RosterPages
from intake.batches.rights import may_enter_any
from intake.models import Batch


@admin.register(Batch)
class BatchAdmin(RosterPages, HoursPages, StampedAdmin):
    list_display = ("name", "kind", "state", "number", "created_by", "created_at")
    list_filter = ("state", "kind")
    list_select_related = ("created_by",)
    date_hierarchy = "created_at"
    search_fields = ("name",)
    search_help_text = "按名称查找。"
    guards_form = False
    fields = ("name",)

    @admin.display(description="录入")
    def number(self, batch):
        return f"{len(batch.made)}条" if batch.made else ""

    def get_queryset(self, request):
        return super().get_queryset(request).defer("text", "rows")

    def has_module_permission(self, request):
        return may_enter_any(request)

    def has_view_permission(self, request, obj=None):
        return may_enter_any(request) and self._sees(request, obj)

    def has_change_permission(self, request, obj=None):
        return self.has_view_permission(request, obj)

    def has_add_permission(self, request):
        return False  # a batch begins at the record that it is for

    def has_delete_permission(self, request, obj=None):
        return False  # a batch that nobody confirmed is discarded on its own page

    def get_actions(self, request):
        return {}

    def get_urls(self):
        wrap = self.admin_site.admin_view
        paste = path("roster/<str:label>/<int:key>/", wrap(self.paste_view), name="intake_batch_roster")
        sheet = path("sheet/<str:label>/<int:key>/", wrap(self.sheet_view), name="intake_batch_sheet")
        export = path("hours/", wrap(self.platform_view), name="intake_batch_hours")
        of_activity = path("hours/<int:key>/", wrap(self.platform_view), name="intake_batch_hours_of")
        return [paste, sheet, export, of_activity, *super().get_urls()]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        batch = self._batch(request, object_id)
        return (self.roster_view if batch.kind == Batch.Kind.ROSTER else self.hours_view)(request, batch)

    def _batch(self, request, key) -> Batch:
        batch = self.get_object(request, key)
        if batch is None:
            raise Http404
        if not self.has_view_permission(request, batch):
            raise PermissionDenied
        return batch
