"""The filters beside lists offer what is in reach, as the lists do."""

from django.contrib import admin

from desk.scope.reach import reach_of
from desk.scope.registry import within


class ReachedFilter(admin.RelatedFieldListFilter):
    def field_choices(self, field, request, model_admin):
        if reach_of(request.user).is_whole:
            return super().field_choices(field, request, model_admin)
        reached = within(field.related_model._default_manager.order_by(), request.user)
        ordering = self.field_admin_ordering(field, request, model_admin)
        only = {"pk__in": reached.values("pk")}
        return field.get_choices(include_blank=False, ordering=ordering, limit_choices_to=only)


admin.FieldListFilter.register(lambda field: field.remote_field, ReachedFilter, take_priority=True)
