"""The bin: what was deleted, by whom, until when it can come back; restored from here."""

from collections import Counter

from django.contrib import admin, messages
from django.contrib.auth import get_permission_codename
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse

from desk.bin.actions import Refused, empty, take_out
from desk.bin.contents import records_in
from desk.bin.deleting import BinningAdmin
from desk.gate.finding import hits_in
from desk.kinds import KindFilter
from desk.scope.admin import ScopedAdmin
from desk.scope.registry import sees
from toolkit.publishing import Publishable
from toolkit.texts.quoting import quoted

WITHDRAWN = "它删除前已经发布；你没有发布的权限，恢复后是“已撤回”。"
PUBLIC = "它删除前已经发布，恢复后会重新出现在网站上。"


class BinnedAdmin(ScopedAdmin):
    """Whoever may delete records of a kind sees those in the bin that were in reach, and restores them."""

    stock_rights = ()
    actions = ("restore_selected",)
    list_display = ("name", "kind", "deleted_by", "deleted_at", "until")
    list_filter = (KindFilter, ("deleted_by", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("content_type", "deleted_by")
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER
    date_hierarchy = "deleted_at"
    search_fields = ("name",)
    search_help_text = "按名称查找。"

    @admin.display(description="种类", ordering="content_type")
    def kind(self, binned):
        return binned.content_type.model_class()._meta.verbose_name

    @admin.display(description="保留到", ordering="deleted_at")
    def until(self, binned):
        return binned.kept_until

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        """Restoring is what can be done here."""
        kinds = self._kinds(request)
        return (
            bool(kinds)
            if obj is None
            else obj.content_type.model_class() in kinds and sees(request.user, obj)
        )

    has_view_permission = has_change_permission

    def has_module_permission(self, request):
        return self.has_change_permission(request)

    def get_queryset(self, request):
        kinds = self.kinds_seen(request).values()
        return super().get_queryset(request).kept().filter(content_type__in=kinds).defer("contents")

    def kinds_seen(self, request) -> dict:
        return ContentType.objects.get_for_models(*self._kinds(request))

    def _kinds(self, request) -> list:
        return [
            model
            for model, its in self.admin_site._registry.items()
            if isinstance(its, BinningAdmin) and its.has_delete_permission(request)
        ]

    def changelist_view(self, request, extra_context=None):
        empty()
        title = self.opts.verbose_name_plural
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if not self.has_change_permission(request):
            raise PermissionDenied
        binned = self.get_object(request, object_id)
        if binned is None:
            raise Http404
        records = records_in(binned.contents)
        if request.method == "POST":
            return self._restored(request, binned)
        counted = Counter(str(one._meta.verbose_name) for one in records[1:] if not one._meta.auto_created)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "恢复",
            "binned": binned,
            "kind": self.kind(binned),
            "counted": counted.items(),
            "notice": self._notice(request, records[0]),
        }
        return TemplateResponse(request, "admin/bin/restore.html", context)

    def _notice(self, request, record) -> str:
        if not isinstance(record, Publishable) or record.state != Publishable.State.PUBLISHED:
            return ""
        return PUBLIC if self._may_publish(request, record) else WITHDRAWN

    def _may_publish(self, request, record) -> bool:
        """Being public is an act with a right of its own, where there is such a right."""
        codename = get_permission_codename("publish", record._meta)
        if codename in dict(record._meta.permissions):
            return request.user.has_perm(f"{record._meta.app_label}.{codename}", type(record))
        return self.admin_site._registry[type(record)].has_change_permission(request)

    def _restored(self, request, binned):
        try:
            record = self._take_out(request, binned)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("admin:desk_binned_changelist")
        messages.success(request, f"{quoted(record)}已经恢复。")
        if getattr(record, "state", "") == Publishable.State.WITHDRAWN and (found := hits_in(record)):
            messages.warning(request, f"没有公开，先恢复为已撤回。{found[0].sentence}")
        return redirect(_address_of(record))

    def _take_out(self, request, binned):
        record = records_in(binned.contents)[0]
        notice = self._notice(request, record)
        return take_out(binned, by=request.user, as_withdrawn=notice == WITHDRAWN)

    @admin.action(description="恢复所选", permissions=["change"])
    def restore_selected(self, request, queryset):
        restored = 0
        for binned in queryset.defer(None):
            try:
                with transaction.atomic():
                    self._take_out(request, binned)
                restored += 1
            except Refused as refusal:
                messages.error(request, f"{quoted(binned)}{refusal}")
        if restored:
            messages.success(request, f"恢复了 {restored} 条。")


def _address_of(record) -> str:
    try:
        name = f"admin:{record._meta.app_label}_{record._meta.model_name}_change"
        return reverse(name, args=[record.pk])
    except NoReverseMatch:
        return reverse("admin:index")
