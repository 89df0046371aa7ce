"""Every admin of the desk, and its rows: as if the records beyond the reach of the account were not there."""

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404

from desk.scope.forms import narrowed_form
from desk.scope.reach import forget_reach, reach_of
from desk.scope.registry import adds_to_kind, changes, changes_kind, sees, sees_kind, within

OUTSIDE = "这一项不在你能选择的范围内，请重新选择。"


class NarrowedChoices:
    """An admin, or its rows, whose choices of other records are those within reach."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        return self._narrow(super().formfield_for_foreignkey(db_field, request, **kwargs), request)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return self._narrow(super().formfield_for_manytomany(db_field, request, **kwargs), request)

    def _narrow(self, field, request):
        if field is not None and reach_of(request.user).is_limited:
            field.queryset = within(field.queryset, request.user)
            field.error_messages |= {"invalid_choice": OUTSIDE, "invalid_pk_value": OUTSIDE}
        return field


class ScopedAdmin(NarrowedChoices, admin.ModelAdmin):
    stock_rights = ("view", "add", "change", "delete")  # those of Django's rights that its pages know

    def get_queryset(self, request):
        return within(super().get_queryset(request), request.user)

    def has_view_permission(self, request, obj=None):
        return super().has_view_permission(request, obj) and self._sees(request, obj)

    def has_add_permission(self, request):
        return super().has_add_permission(request) and adds_to_kind(request.user, self.model)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self._changes(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and self._changes(request, obj)

    def _sees(self, request, obj) -> bool:
        return sees_kind(request.user, self.model) if obj is None else sees(request.user, obj)

    def _changes(self, request, obj) -> bool:
        return changes_kind(request.user, self.model) if obj is None else changes(request.user, obj)

    def get_form(self, request, obj=None, change=False, **kwargs):
        return narrowed_form(super().get_form(request, obj, change=change, **kwargs), request.user)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        self.hold_within(request, form.instance)

    def record_at(self, request, key) -> Model:
        """The record that an address names, for whoever may see it; nobody learns of any other."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        record = self.get_object(request, unquote(str(key)))
        if record is None:
            raise Http404
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        return record

    def history_view(self, request, object_id, extra_context=None):
        self.record_at(request, object_id)
        return super().history_view(request, object_id, extra_context)

    def hold_within(self, request, record) -> None:
        """Nothing is saved that leads out of reach, by whatever way: the forms have refused it before."""
        if reach_of(request.user).is_whole:
            return
        forget_reach(request.user)
        if not sees(request.user, record):
            raise PermissionDenied


class ScopedRows(NarrowedChoices):
    """Rows are seen with the record on whose page they stand, and changed by whoever may change that."""

    has_own_rights = False  # those of a kind with pages of its own want the rights to it too

    def has_view_permission(self, request, obj=None):
        is_seen = self._record_admin.has_view_or_change_permission(request, obj)
        return is_seen and (not self.has_own_rights or super().has_view_permission(request, obj))

    def has_add_permission(self, request, obj):
        return self._may_write(request, obj) and (
            not self.has_own_rights or super().has_add_permission(request, obj)
        )

    def has_change_permission(self, request, obj=None):
        return self._may_write(request, obj) and (
            not self.has_own_rights or super().has_change_permission(request, obj)
        )

    def has_delete_permission(self, request, obj=None):
        return self._may_write(request, obj) and (
            not self.has_own_rights or super().has_delete_permission(request, obj)
        )

    def _may_write(self, request, obj) -> bool:
        its = self._record_admin
        if obj is None or obj._state.adding:
            return its.has_add_permission(request) or its.has_change_permission(request)
        return its.has_change_permission(request, obj)

    @property
    def _record_admin(self):
        return self.admin_site._registry[self.parent_model]

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.form = narrowed_form(formset.form, request.user)
        return formset
