"""What the office asks of whoever signs in. What it is checked with is nobody's to look at."""

from typing import ClassVar

from django.contrib import admin
from django.db.models import ManyToManyField
from django.forms import CheckboxSelectMultiple
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.models import Terms
from desk.records import StampedAdmin

admin.site.unregister((StaticDevice, TOTPDevice))


@admin.register(Terms)
class TermsAdmin(StampedAdmin):
    """One row, there from the beginning: only ever changed."""

    stock_rights = ("view", "change")
    fieldsets = ((None, {"fields": ("idle_minutes", "password_days", "second_step_roles")}),)
    formfield_overrides: ClassVar = {ManyToManyField: {"widget": CheckboxSelectMultiple}}

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
