"""The log of the desk: who did what, for whoever has the right to it, of records that they may see."""

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html

from desk.kinds import KindFilter
from desk.models import Kind
from desk.templatetags.people import person


class LogLineAdmin(admin.ModelAdmin):
    actions = None
    list_display = ("at", "who", "kind", "record", "told")
    list_display_links = None
    list_filter = ("kind", KindFilter, ("by", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("by", "content_type")
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    date_hierarchy = "at"
    search_fields = ("name", "words")
    search_help_text = "按记录的名称或说明查找。"
    fields = ("at", "who", "kind", "record", "told")

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"title": self.opts.verbose_name, **(extra_context or {})})

    def kinds_seen(self, request) -> dict:
        seen = [model for model, its in self.admin_site._registry.items() if its.has_view_permission(request)]
        return ContentType.objects.get_for_models(*seen)

    def get_queryset(self, request):
        of_none = Q(content_type__isnull=True)
        kinds = [kind.pk for kind in self.kinds_seen(request).values()]
        return super().get_queryset(request).filter(of_none | Q(content_type__in=kinds))

    def lookup_allowed(self, lookup, value, request):
        return lookup == "object_id" or super().lookup_allowed(lookup, value, request)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description="谁", ordering="by")
    def who(self, line):
        return person(line.by) if line.by else line.name if line.kind == Kind.REFUSED else "系统"

    @admin.display(description="记录", ordering="name")
    def record(self, line):
        if line.content_type is None or (model := line.content_type.model_class()) is None:
            return "" if line.kind == Kind.REFUSED else line.name
        named = f"{model._meta.verbose_name}“{line.name}”"
        address = _address(model, line.object_id) if line.kind != Kind.DELETED else ""
        return format_html('<a href="{}">{}</a>', address, named) if address else named

    @admin.display(description="说明")
    def told(self, line):
        return LogEntry(change_message=line.words).get_change_message()


def _address(model, key: str) -> str:
    try:
        return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_history", args=[key])
    except NoReverseMatch:
        return ""
