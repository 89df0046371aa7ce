"""What the privacy gate stopped and somebody let pass: read on the desk, never written there."""

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.contrib.contenttypes.models import ContentType
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html

from desk.filtering import Days
from desk.gate.overruling import RIGHT
from desk.kinds import KindFilter
from desk.scope.admin import ScopedAdmin
from desk.templatetags.people import person
from toolkit.texts.quoting import quoted


class OverruledList(ChangeList):
    def get_results(self, request):
        """With the records that the words stand in, of each kind at once."""
        super().get_results(request)
        self.full_result_count = self.result_count
        self.result_list = list(self.result_list)
        by_kind: dict = {}
        for one in self.result_list:
            by_kind.setdefault(one.content_type, []).append(one)
        for kind, of_kind in by_kind.items():
            found = kind.model_class()._base_manager.in_bulk([one.object_id for one in of_kind])
            for one in of_kind:
                one.stands_in = found.get(one.object_id)


class OverruledAdmin(ScopedAdmin):
    actions = None
    list_display = ("at", "who", "record", "place", "kind", "words", "reason")
    list_display_links = None
    list_filter = (Days.over("at", "放行时间"), KindFilter)
    list_select_related = ("by", "content_type")
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    search_fields = ("words", "reason", "place")
    search_help_text = "按放行的文字、理由或位置查找。"
    ordering = ("-pk",)
    fields = ("at", "who", "record", "place", "kind", "words", "reason")
    readonly_fields = ("record", "who")

    def get_changelist(self, request, **kwargs):
        return OverruledList

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"title": self.opts.verbose_name, **(extra_context or {})})

    def kinds_seen(self, request) -> dict:
        seen = [model for model, its in self.admin_site._registry.items() if its.has_view_permission(request)]
        return ContentType.objects.get_for_models(*seen)

    def get_queryset(self, request):
        kinds = [kind for model, kind in self.kinds_seen(request).items() if model is not self.model]
        return super().get_queryset(request).filter(content_type__in=kinds)

    def has_view_permission(self, request, obj=None):
        """Whoever may let pass, and whoever may read the log, as far as they see the records."""
        may = any(request.user.has_perm(right) for right in (RIGHT, "desk.view_logline"))
        return may and self._sees(request, obj)

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description="放行人", ordering="by")
    def who(self, overruled):
        return person(overruled.by)

    @admin.display(description="记录")
    def record(self, overruled):
        model = overruled.content_type.model_class()
        record = (
            getattr(overruled, "stands_in", None)
            or model._base_manager.filter(pk=overruled.object_id).first()
        )
        if record is None:
            return f"{model._meta.verbose_name}（已删除）"
        named = f"{model._meta.verbose_name}{quoted(record)}"
        address = _address(model, record.pk)
        return format_html('<a href="{}">{}</a>', address, named) if address else named


def _address(model, key) -> str:
    try:
        return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[key])
    except NoReverseMatch:
        return ""
