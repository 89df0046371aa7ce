"""A form that comes back when its record has moved on: sent twice, or after the last day."""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect


class LatePosts(admin.ModelAdmin):
    """Whoever may see the record is told how it stands, not that something is forbidden."""

    def how_it_stands(self, record) -> str:
        raise NotImplementedError

    def change_view(self, request, object_id, form_url="", extra_context=None):
        record = self.get_object(request, object_id) if request.method == "POST" else None
        if record is not None and self._is_late(request, record):
            messages.warning(request, f"这一次没有保存：{self.how_it_stands(record)}")
            return HttpResponseRedirect(request.path)
        return super().change_view(request, object_id, form_url, extra_context)

    def _is_late(self, request, record) -> bool:
        may = self.has_view_permission(request, record) and self.has_change_permission(request)
        return may and not self.has_change_permission(request, record)
