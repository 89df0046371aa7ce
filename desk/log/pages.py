"""The log of the desk: who did what, for whoever has the right to it, of records that they may see."""

import re
from datetime import datetime, timedelta

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.admin.views.main import ChangeList
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Paginator
from django.db.models import Q
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html

from desk.kinds import KindFilter
from desk.log.seen import of_records
from desk.models import Kind
from desk.scope.admin import ScopedAdmin
from desk.scope.reach import reach_of
from desk.scope.registry import within
from desk.templatetags.people import person
from toolkit.texts.quoting import quoted

MOST_LISTED = 5000
_DAY = re.compile(r"([0-9]{4})[-.年]([0-9]{1,2})[-.月]([0-9]{1,2})日?")


class NewestLines(Paginator):
    """Counts no more than anybody turns over: what is older is found by its day."""

    @cached_property
    def count(self):
        return self.object_list.order_by()[:MOST_LISTED].count()


class LogList(ChangeList):
    def get_results(self, request):
        """The number stands beneath the list; beside the search it would pass for that of all lines."""
        super().get_results(request)
        self.full_result_count = self.result_count


class PersonFilter(admin.SimpleListFilter):
    """Accounts of the desk; the stock filter would ask all lines for theirs."""

    title = "谁"
    parameter_name = "by"

    def lookups(self, request, model_admin):
        accounts = get_user_model().objects.filter(is_staff=True)
        return [(str(one.pk), person(one)) for one in within(accounts, request.user)]

    def queryset(self, request, queryset):
        value = self.value() or ""
        return queryset.filter(by=value) if value.isdecimal() else queryset


class LogLineAdmin(ScopedAdmin):
    stock_rights = ("view",)
    actions = None
    list_display = ("at", "who", "kind", "record", "told")
    list_display_links = None
    list_filter = ("at", "kind", KindFilter, PersonFilter)
    paginator = NewestLines
    list_select_related = ("by", "content_type")
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    search_fields = ("name", "words")
    search_help_text = "按记录的名称或说明查找；写一个日期，例如 2026-11-26，只看那一天。"
    fields = ("at", "who", "kind", "record", "told")

    def get_changelist(self, request, **kwargs):
        return LogList

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"title": self.opts.verbose_name, **(extra_context or {})})

    def get_search_results(self, request, queryset, search_term):
        """Words, and days among them."""
        words, days = [], []
        for word in search_term.replace("\x00", "").split():
            day = _day(word)
            days += [day] if day else []
            words += [] if day else [word]
        for day in days:
            queryset = queryset.filter(at__gte=day, at__lt=day + timedelta(days=1))
        return super().get_search_results(request, queryset, " ".join(words))

    def kinds_seen(self, request) -> dict:
        seen = [model for model, its in self.admin_site._registry.items() if its.has_view_permission(request)]
        return ContentType.objects.get_for_models(*seen)

    def get_queryset(self, request):
        of_none = Q(content_type__isnull=True)
        if reach_of(request.user).is_limited:
            of_none &= Q(by=request.user)
        told = of_records(self.kinds_seen(request), request.user)
        return super().get_queryset(request).filter(of_none | told)

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
        named = f"{model._meta.verbose_name}{quoted(line.name)}"
        address = _address(model, line.object_id) if line.kind != Kind.DELETED else ""
        return format_html('<a href="{}">{}</a>', address, named) if address else named

    @admin.display(description="说明")
    def told(self, line):
        return LogEntry(change_message=line.words).get_change_message()


def _day(word: str) -> datetime | None:
    """When the day begins that is written so; None for any other word."""
    if not (match := _DAY.fullmatch(word)):
        return None
    try:
        return timezone.make_aware(datetime(*map(int, match.groups())))
    except ValueError:
        return None


def _address(model, key: str) -> str:
    try:
        return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_history", args=[key])
    except NoReverseMatch:
        return ""
