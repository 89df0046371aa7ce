"""Records that lack something: rows of a kind, or words in a column."""

from typing import Self

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q


class Missing(admin.SimpleListFilter):
    title = "还缺什么"
    parameter_name = "missing"
    names: dict[str, str]

    @classmethod
    def any_of(cls, **names: str) -> type[Self]:
        """By the name of each relation or column, and what staff call it."""
        return type(cls.__name__, (cls,), {"names": names})

    def lookups(self, request, model_admin):
        return [(name, f"没有{words}") for name, words in self.names.items()]

    def queryset(self, request, queryset):
        return (
            queryset.filter(self._lacks(queryset.model, self.value()))
            if self.value() in self.names
            else queryset
        )

    def _lacks(self, model, name: str) -> Q:
        field = model._meta.get_field(name)
        if not field.is_relation:
            return Q(**{name: ""})
        if field.many_to_many:
            rows, key = field.remote_field.through, field.m2m_field_name()
        else:
            rows, key = field.related_model, field.field.name
        return ~Q(Exists(rows._base_manager.filter(**{key: OuterRef("pk")})))
