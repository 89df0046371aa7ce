"""Deleting in the desk: into the bin, and whoever may not is told what stands in the way."""

from collections import Counter

from django.contrib.messages import SUCCESS
from django.db import transaction
from django.db.models import Model
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import format_html

from desk.bin.actions import put_away
from desk.bin.contents import Going, going_with
from desk.history.admin import KeptAdmin
from desk.history.registry import owners_of, rows_of
from toolkit.texts.quoting import quoted

MOST_NAMED = 10  # of what stands in the way, and of what goes along


class BinningAdmin(KeptAdmin):
    delete_confirmation_template = "admin/bin/delete.html"
    delete_selected_confirmation_template = "admin/bin/delete.html"

    def why_not_deleted(self, request, obj) -> str:
        """What to say to whoever may not delete it, where it isn't for lack of the right."""
        return f"你没有删除“{self.opts.verbose_name}”的权限。需要删除时，请找有权限的同事。"

    def delete_view(self, request, object_id, extra_context=None):
        record = self.get_object(request, object_id)
        if record is None or self.has_delete_permission(request, record):
            return super().delete_view(request, object_id, extra_context)
        if not self.has_view_permission(request, record):
            return super().delete_view(request, object_id, extra_context)  # which refuses
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "object": record,
            "title": "不能删除",
            "perms_lacking": [self.why_not_deleted(request, record)],
        }
        return TemplateResponse(request, self.delete_confirmation_template, context, status=403)

    def get_deleted_objects(self, objs, request):
        """As the stock one, but rows go with their record, and what stands in the way is named."""
        records = list(objs)
        goings = [going_with(record) for record in records]
        lacking = [
            self.why_not_deleted(request, one)
            for one in records
            if not self.has_delete_permission(request, one)
        ]
        lacking += [words for going in goings for words in self._lacking(request, going)]
        protected = [words for going in goings for words in self._in_the_way(request, going)]
        rows = _rows_beneath(self.model)
        along = [one for going in goings for one in going.records[1:] if not one._meta.auto_created]
        counted = Counter(one._meta.verbose_name for one in along if type(one) in rows)
        beside = [self._beside(request, one) for one in along if type(one) not in rows]
        return _few(beside), counted, list(dict.fromkeys(lacking)), protected

    def _lacking(self, request, going: Going) -> list[str]:
        """What is deleted along, but has a page and a right of its own."""
        rows = _rows_beneath(self.model)
        found = []
        for one in going.records[1:]:
            its = self.admin_site._registry.get(type(one))
            if its and type(one) not in rows and not its.has_delete_permission(request, one):
                found.append(f"你没有删除“{its.opts.verbose_name}”的权限。")
        return found

    def _in_the_way(self, request, going: Going) -> list[str]:
        record = going.records[0]
        return _few(
            [
                format_html("{}被{}引用。", quoted(record), self._named(request, one))
                for one in going.protectors
            ]
        )

    def _beside(self, request, one: Model) -> str:
        return format_html("同时去掉{}。", self._named(request, one))

    def _named(self, request, one: Model) -> str:
        """A record by its kind, its name and a link; a row by the record on whose page it is."""
        shown, row = one, ""
        if type(one) not in self.admin_site._registry and (owners := owners_of(one)):
            model, key = owners[0]
            shown, row = model._base_manager.get(pk=key), f"的{one._meta.verbose_name}"
        kind = shown._meta.verbose_name
        its = self.admin_site._registry.get(type(shown))
        if its and not its.has_view_permission(request, shown):
            return f"一条你无权查看的{kind}{row}"
        if address := _address(shown):
            return format_html('{}“<a href="{}">{}</a>”{}', kind, address, quoted(shown)[1:-1], row)
        return f"{kind}{quoted(shown)}{row}"

    @transaction.atomic
    def delete_model(self, request, obj):
        self._tell_kept(request, put_away([obj], by=request.user))

    @transaction.atomic
    def delete_queryset(self, request, queryset):
        self._tell_kept(request, put_away(list(queryset), by=request.user))

    def _tell_kept(self, request, binned):
        until = timezone.localtime(binned[-1].kept_until) if binned else None
        before = getattr(request, "binned", 0)
        request.binned = before + len(binned)
        if request.binned:
            request.said_instead = (
                SUCCESS,
                format_html(
                    '{}已放进<a href="{}">回收站</a>，{}以前可以恢复。',
                    quoted(binned[-1]) if request.binned == 1 else f"{request.binned} 条记录",
                    reverse("admin:desk_binned_changelist"),
                    f"{until:%Y年%-m月%-d日}",
                ),
            )


def _few(sentences: list[str]) -> list[str]:
    said = list(dict.fromkeys(sentences))
    more = len(said) - MOST_NAMED
    return [*said[:MOST_NAMED], f"另外还有 {more} 处。"] if more > 0 else said


def _rows_beneath(model) -> set:
    """The rows of its page, and of theirs: they have no life of their own."""
    found, waiting = set(), [model]
    while waiting:
        inner = {rows.model for rows in rows_of(waiting.pop())} - found
        found |= inner
        waiting += inner
    return found


def _address(record: Model) -> str:
    try:
        name = f"admin:{record._meta.app_label}_{record._meta.model_name}_change"
        return reverse(name, args=[record.pk])
    except NoReverseMatch:
        return ""
