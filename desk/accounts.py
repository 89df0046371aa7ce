"""Accounts and groups, at forms that guard what two people do at once as all others do."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User

from desk.forms.guarded import GuardedForms

admin.site.unregister((User, Group))


@admin.register(User)
class AccountAdmin(GuardedForms, UserAdmin):
    kept_in_browser = False


@admin.register(Group)
class RoleAdmin(GuardedForms, GroupAdmin):
    pass
