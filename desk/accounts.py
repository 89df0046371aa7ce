"""Accounts and roles, at forms that guard what two people do at once as all others do."""

from django.apps import apps
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, Permission, User
from django.forms import CheckboxSelectMultiple

from desk.forms.guarded import GuardedForms
from desk.rights import RightsField
from desk.scope.admin import ScopedAdmin

admin.site.unregister((User, Group))


class RightsAdmin(GuardedForms, ScopedAdmin):
    """Offers the rights to what the desk is about, not those to tables of the machinery."""

    filter_horizontal = ()

    class Media:
        css = {"all": ("css/admin-rights.css",)}

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.related_model is Permission:
            kwargs |= {"form_class": RightsField, "site": self.admin_site}
        elif db_field.related_model is Group:
            kwargs |= {"widget": CheckboxSelectMultiple, "queryset": Group.objects.order_by("pk")}
        return super().formfield_for_manytomany(db_field, request, **kwargs)

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
    """Who may do what, on one page: the roles, and (in an app above) what the account is tied to."""

    kept_in_browser = False
    list_display = ("username", "name", "roles", "is_staff", "is_active")
    list_filter = ("groups", "is_staff", "is_active", "is_superuser")
    search_fields = ("username", "first_name", "last_name", "email")
    search_help_text = "按用户名、姓名或邮箱查找。"
    fieldsets = (
        (None, {"fields": ("username", "password", ("last_name", "first_name"), "email")}),
        ("角色", {"fields": (("is_active", "is_staff"), "groups")}),
        (
            "角色以外的权限",
            {"fields": ("is_superuser", "user_permissions"), "classes": ("collapse",)},
        ),
        ("登录与注册", {"fields": (("last_login", "date_joined"),), "classes": ("collapse",)}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", ("last_name", "first_name"))}),
        ("密码", {"fields": ("usable_password", "password1", "password2")}),
        ("角色", {"fields": ("is_staff", "groups")}),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description="姓名", ordering="last_name")
    def name(self, account):
        return f"{account.last_name}{account.first_name}"

    @admin.display(description="角色")
    def roles(self, account):
        named = [group.name for group in account.groups.all()]
        return "、".join(["超级用户", *named] if account.is_superuser else named)

    def get_changeform_initial_data(self, request):
        """Who gets an account here is to work at the desk."""
        return {"is_staff": True} | super().get_changeform_initial_data(request)

    def get_readonly_fields(self, request, obj=None):
        fixed = () if request.user.is_superuser else ("is_superuser",)
        return (*super().get_readonly_fields(request, obj), "last_login", "date_joined", *fixed)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and _is_not_above(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and _is_not_above(request.user, obj)


def _is_not_above(user, account) -> bool:
    """Nobody becomes what no role gives by changing the account of somebody who is it."""
    return account is None or user.is_superuser or not account.is_superuser


@admin.register(Group)
class RoleAdmin(RightsAdmin, GroupAdmin):
    """A role, and what it may do."""

    search_help_text = "按角色名称查找。"
