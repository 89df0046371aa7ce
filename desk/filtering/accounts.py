"""Records that somebody entered."""

from django.contrib import admin
from django.contrib.auth.models import User

from desk.scope.registry import within
from desk.templatetags.people import person


class EnteredBy(admin.SimpleListFilter):
    title = "录入人"
    parameter_name = "entered-by"

    def has_output(self):
        return True

    def lookups(self, request, model_admin):
        """None before they are shown, as of ``Related``."""
        return ()

    def choices(self, changelist):
        own = self.request.user.pk
        others = within(User.objects.filter(is_staff=True), self.request.user).exclude(pk=own)
        told = [(str(one.pk), person(one)) for one in others.order_by("last_name", "first_name", "pk")]
        self.lookup_choices = [(str(own), "我"), *told]
        return super().choices(changelist)

    def queryset(self, request, queryset):
        value = self.value() or ""
        return queryset.filter(created_by=value) if value.isdecimal() else queryset
