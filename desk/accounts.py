"""Accounts and roles, at forms that guard what two people do at once as all others do."""

from django.apps import apps
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, Permission, User
from django.forms import ModelMultipleChoiceField

from desk.forms.guarded import GuardedForms
from desk.scope.admin import ScopedAdmin

admin.site.unregister((User, Group))

_STOCK = {"add": "增加", "change": "修改", "delete": "删除", "view": "查看"}


class RightsField(ModelMultipleChoiceField):
    """Rights in the words of the desk; Django's own begin with “Can add”."""

    def label_from_instance(self, right):
        kind = right.content_type
        act, _, model = right.codename.partition("_")
        stock = _STOCK.get(act) if model == kind.model else None
        return f"{kind.name}：{stock or right.name}"


class RightsAdmin(GuardedForms, ScopedAdmin):
    """Offers the rights to what the desk is about, not those to tables of the machinery."""

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.related_model is Permission:
            kwargs |= {"form_class": RightsField, "queryset": self._rights()}
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def _rights(self):
        apps = {model._meta.app_label for model in self.admin_site._registry}
        rights = Permission.objects.select_related("content_type").filter(content_type__app_label__in=apps)
        return rights.exclude(content_type__app_label="auth", content_type__model="permission")

    def get_deleted_objects(self, objs, request):
        """Without the ties between accounts, roles and what else, which go by the names of their tables."""
        named, counted, lacking, protected = super().get_deleted_objects(objs, request)
        models = apps.get_models(include_auto_created=True)
        ties = [model._meta.verbose_name for model in models if model._meta.auto_created]
        counted = {name: number for name, number in counted.items() if name not in ties}
        return _without(named, ties), counted, lacking, protected


def _without(named: list, ties: list[str]) -> list:
    """Django's nested lines without those that begin with one of these kinds."""
    kept = [_without(one, ties) if isinstance(one, list) else one for one in named]
    begins = tuple(f"{tie[0].upper()}{tie[1:]}: " for tie in ties)
    return [one for one in kept if one and (isinstance(one, list) or not str(one).startswith(begins))]


@admin.register(User)
class AccountAdmin(RightsAdmin, UserAdmin):
    kept_in_browser = False


@admin.register(Group)
class RoleAdmin(RightsAdmin, GroupAdmin):
    pass
