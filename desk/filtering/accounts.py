"""Records that somebody entered."""

from django.contrib import admin
from django.contrib.auth import get_user_model

from desk.templatetags.people import person


class EnteredBy(admin.SimpleListFilter):
    title = "录入人"
    parameter_name = "entered-by"

    def lookups(self, request, model_admin):
        others = get_user_model().objects.filter(is_staff=True).exclude(pk=request.user.pk)
        told = [(str(one.pk), person(one)) for one in others.order_by("last_name", "first_name", "pk")]
        return [(str(request.user.pk), "我"), *told]

    def queryset(self, request, queryset):
        value = self.value() or ""
        return queryset.filter(created_by=value) if value.isdecimal() else queryset
