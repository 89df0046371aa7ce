"""Records of one related record, or of those whose names have what was typed."""

from functools import cached_property
from typing import Self

from django.contrib import admin
from django.contrib.admin.utils import get_fields_from_path
from django.db.models import Exists, ManyToManyField, OuterRef, QuerySet

from desk.filtering.forms import others_than
from toolkit import names

MOST_OFFERED = 60
NONE_SUCH = "没有这一项"  # what an address names that the reader does not see
WHOLE = 19  # figures of a key, at most


class Related(admin.SimpleListFilter):
    template = "admin/filters/related.html"
    path: str

    @classmethod
    def by(cls, path: str, title: str = "", **told) -> type[Self]:
        return type(cls.__name__, (cls,), {"path": path, "title": title or None, **told})

    def __init__(self, request, params, model, model_admin):
        self.model = model
        field = get_fields_from_path(model, self.path)[-1]
        self.related = field.related_model
        self.title = self.title or str(field.verbose_name)
        self.parameter_name = self.path.replace("__", "-")
        self.desk = model_admin.admin_site._registry.get(self.related)
        self.names = next(name for name in ("name", "title") if hasattr(self.related, name))
        super().__init__(request, params, model, model_admin)

    def has_output(self):
        return True

    def lookups(self, request, model_admin):
        """None before they are shown: an act upon the list reads its filters too, and shows none."""
        return ()

    def choices(self, changelist):
        self.others = others_than(self, changelist)
        self.lookup_choices = self.offered
        return super().choices(changelist)

    @cached_property
    def offered(self) -> list[tuple[str, str]]:
        """Those that any record has."""
        rows, _, to_related = self._links
        had = Exists(rows.filter(**{to_related: OuterRef("pk")}))
        found = self._seen(self.request).filter(had).order_by(self.names, "pk")[:MOST_OFFERED]
        return [(str(record.pk), str(record)) for record in found]

    @property
    def is_cut(self) -> bool:
        return len(self.offered) == MOST_OFFERED

    def queryset(self, request, queryset):
        value = (self.value() or "").strip()
        if not value:
            return queryset
        if self._is_key(value):
            return queryset.filter(**{self.path: value})
        meant = self._seen(request).filter(**{f"{self.names}__icontains": names.sought(value)})
        rows, to_record, to_related = self._links
        having = rows.filter(**{f"{to_related}__in": meant.order_by().values("pk")})
        return queryset.filter(pk__in=having.order_by().values(to_record))

    @property
    def typed(self) -> str:
        value = (self.value() or "").strip()
        return "" if self._is_key(value) else value

    @property
    def told(self) -> str:
        value = (self.value() or "").strip()
        if not self._is_key(value):
            return value and f"含“{value}”"
        return dict(self.offered).get(value) or str(
            self._seen(self.request).filter(pk=value).first() or NONE_SUCH
        )

    @property
    def _links(self) -> tuple[QuerySet, str, str]:
        """Rows that lead from a record to the related one, and their ways to both; of many, without more."""
        field = get_fields_from_path(self.model, self.path)[0]
        if isinstance(field, ManyToManyField) and field.name == self.path:
            rows = field.remote_field.through._base_manager.all()
            return rows, field.m2m_field_name(), field.m2m_reverse_field_name()
        return self.model._base_manager.all(), "pk", self.path

    def _seen(self, request) -> QuerySet:
        """Those that the reader may see; of a kind that has no desk of its own, all."""
        return self.desk.get_queryset(request) if self.desk else self.related._default_manager.all()

    @staticmethod
    def _is_key(value: str) -> bool:
        return value.isascii() and value.isdecimal() and len(value) < WHOLE
