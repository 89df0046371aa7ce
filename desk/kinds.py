"""Lists of records of many kinds."""

from django.contrib import admin


class KindFilter(admin.SimpleListFilter):
    """The kinds of records that may be seen; the stock filter would list all that there are."""

    title = "种类"
    parameter_name = "of"

    def lookups(self, request, model_admin):
        kinds = model_admin.kinds_seen(request)
        return [(str(kind.pk), model._meta.verbose_name) for model, kind in kinds.items()]

    def queryset(self, request, queryset):
        value = self.value() or ""
        return queryset.filter(content_type=value) if value.isdecimal() else queryset
