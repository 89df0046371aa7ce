"""The pages of a record's history."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.contrib.admin.options import get_content_type_for_model
from django.contrib.admin.utils import flatten_fieldsets
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from reversion.models import Version

from desk.history.comparing import Columns, Names, changes
from desk.history.restoring import NOT_RESTORED, Refused, restore
from desk.history.states import State, read, written
from toolkit.publishing import Publishable

ON_A_PAGE = 20
MOST_OTHERS = 100
AT_ONCE = timedelta(seconds=5)  # between a version and its line in the log


@dataclass(frozen=True)
class Entry:
    """A version, and what it changed of the one before; ``changes`` is None for the first."""

    version: Version
    changes: list | None
    is_newest: bool


class HistoryPages:
    """Takes the place of the stock history."""

    may_restore = True

    def get_urls(self):
        wrap, name = self.admin_site.admin_view, f"{self.opts.app_label}_{self.opts.model_name}"
        return [
            path("<path:object_id>/history/compare/", wrap(self.compare_view), name=f"{name}_compare"),
            path(
                "<path:object_id>/history/<int:version>/restore/",
                wrap(self.restore_view),
                name=f"{name}_restore",
            ),
            *super().get_urls(),
        ]

    def history_view(self, request, object_id, extra_context=None):
        record = self.record_at(request, object_id)
        versions = self._versions(record)
        page = Paginator(versions, ON_A_PAGE).get_page(request.GET.get("p"))
        found = list(versions[page.start_index() - 1 : page.end_index() + 1] if page.object_list else ())
        context = {
            "entries": self._entries(request, record, found, page),
            "page": page,
            "others": self._others(record, versions) if page.number == 1 else [],
            "may_restore": self._may_restore(request, record),
            **(extra_context or {}),
        }
        return self._history_page(request, record, "versions", "历史", context)

    def _entries(self, request, record, found: list[Version], page) -> list[Entry]:
        states = [read(one.serialized_data) for one in found]
        columns, names = self.columns_for(request, record), Names(self.model, states)
        before = [*states[1:], None] if states else []
        told = [
            None if old is None else changes(self.model, old, state, columns, names)
            for state, old in zip(states, before, strict=True)
        ]
        shown = zip(found, told, strict=True)
        entries = [
            Entry(version, its, page.number == 1 and at == 0) for at, (version, its) in enumerate(shown)
        ]
        return entries[:ON_A_PAGE]

    def _others(self, record, versions) -> list[LogEntry]:
        """What the log knows besides: from before the first version, and acts that changed no column."""
        entries = LogEntry.objects.filter(
            object_id=str(record.pk), content_type=get_content_type_for_model(self.model)
        ).select_related("user")
        kept = list(versions.values_list("revision__user", "revision__date_created"))
        return [one for one in entries.order_by("-action_time")[:MOST_OTHERS] if not _is_told_by(one, kept)]

    def compare_view(self, request, object_id):
        record = self.record_at(request, object_id)
        keys = {request.GET.get("old", ""), request.GET.get("new", "")}
        wanted = [key for key in keys if key.isdecimal() and len(key) < 19]
        found = list(self._versions(record).filter(pk__in=wanted).order_by("pk"))
        if len(found) != 2:
            messages.warning(request, "请选两个不同的版本，再比较。")
            return redirect(self._address("history", record))
        states = [read(one.serialized_data) for one in found]
        names = Names(self.model, states)
        told = changes(self.model, *states, self.columns_for(request, record), names)
        context = {"old": found[0], "new": found[1], "changes": told}
        return self._history_page(request, record, "compare", "比较两个版本", context)

    def restore_view(self, request, object_id, version):
        record = self.record_at(request, object_id)
        if not self._may_restore(request, record):
            raise PermissionDenied
        chosen = self._versions(record).filter(pk=version).first()
        if chosen is None:
            raise Http404
        state, now = read(chosen.serialized_data), read(written(record))
        columns = self._restorable(request, record)
        if request.method == "POST" and self._restored(request, record, chosen, state, columns):
            return redirect(self._address("change", record))
        told = changes(self.model, now, state, columns, Names(self.model, [now, state]))
        return self._history_page(request, record, "restore", "恢复", {"version": chosen, "changes": told})

    def _restored(self, request, record, chosen: Version, state: State, columns: Columns) -> bool:
        when = f"{timezone.localtime(chosen.revision.date_created):%Y年%-m月%-d日 %H:%M}"
        words = said = f"恢复为{when}的版本。"
        try:
            if self.is_live(record):
                said = self.restore_into_draft(request, record, state, columns)
            else:
                by = request.user
                save = partial(self.save_model, request, form=None, change=True)
                with transaction.atomic():
                    restore(record, state, columns, by=by, save=save)
                    self._refuse_out_of_reach(request, record)
                if request.keeping.finish(by=request.user, words=words):
                    self.log_change(request, record, words)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return False
        messages.success(request, f"已{said}")
        return True

    def _refuse_out_of_reach(self, request, record) -> None:
        try:
            self.hold_within(request, record)
        except PermissionDenied:
            raise Refused("没有恢复：这个版本不属于你所在的范围。") from None

    def is_live(self, record) -> bool:
        """Whether an old version must not become the record before somebody publishes it."""
        return isinstance(record, Publishable) and record.state == Publishable.State.PUBLISHED

    def restore_into_draft(self, request, record, state: State, columns: Columns) -> str:
        """What is public stays as it is, and the version becomes its draft; returns what was done."""
        raise Refused("这条内容已经发布，不能直接恢复旧版本。请先撤回，再恢复。")

    def _restorable(self, request, record) -> Columns:
        """What this person could write in the form; being public is an act of its own."""
        told = self.columns_for(request, record)
        fixed = {*self.get_readonly_fields(request, record), *NOT_RESTORED}
        shown = set(flatten_fieldsets(self.get_fieldsets(request, record))) - fixed
        rows = {
            inline.model: told.rows[inline.model]
            for inline in self.get_inline_instances(request, record)
            if _may_write(inline, request, record)
        }
        return Columns(tuple(one for one in told.own if one.name in shown), rows)

    def _may_restore(self, request, record) -> bool:
        return self.may_restore and self.has_change_permission(request, record)

    def _versions(self, record):
        versions = Version.objects.get_for_object_reference(self.model, record.pk)
        return versions.select_related("revision__user").order_by("-pk")

    def _address(self, page: str, record) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}"
        return reverse(name, args=[record.pk])

    def _history_page(self, request, record, template: str, title: str, context: dict):
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "object": record,
            "title": title,
            "change_address": self._address("change", record),
            "history_address": self._address("history", record),
            "compare_address": self._address("compare", record),
            **context,
        }
        return TemplateResponse(request, f"admin/history/{template}.html", context)


def _may_write(inline, request, record) -> bool:
    return (
        inline.has_add_permission(request, record)
        and inline.has_change_permission(request, record)
        and inline.has_delete_permission(request, record)
    )


def _is_told_by(entry: LogEntry, kept: list[tuple[int, datetime]]) -> bool:
    return any(user == entry.user_id and abs(at - entry.action_time) < AT_ONCE for user, at in kept)
