"""What a password has to be, by GB/T 22239-2019 (等保二级) §7.1.4.1: hard to guess, none of the last."""

import unicodedata
from contextvars import ContextVar
from datetime import timedelta

from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.models import KeptPassword, Terms
from accounts.sessions import end_sessions_of

KINDS = 3
LAST = 5
acting: ContextVar = ContextVar("acting", default=None)  # whose request it is; None in a command


class ThreeKinds:
    """At least three of: small letters, capital letters, digits, other characters."""

    def validate(self, password, user=None):
        if len({_kind(character) for character in password}) < KINDS:
            raise ValidationError(self.get_help_text(), code="password_of_few_kinds")

    def get_help_text(self):
        return "密码要包含大写字母、小写字母、数字、其他符号中的至少三种。"


def _kind(character: str) -> str:
    if character.isdigit():
        return "digit"
    if unicodedata.category(character) in ("Lu", "Ll"):
        return unicodedata.category(character)
    return "other"


class NoneOfTheLast:
    """Not the account's password of now, nor one of those before; keeps what an account is given."""

    def validate(self, password, user=None):
        if user is None or user.pk is None:
            return
        kept = user.kept_passwords.values_list("encoded", flat=True)[:LAST]
        if any(check_password(password, encoded) for encoded in {user.password, *kept}):
            raise ValidationError(self.get_help_text(), code="password_of_the_last")

    def get_help_text(self):
        return f"不能用最近{LAST}次用过的密码。"

    def password_changed(self, password, user=None):
        """Called by Django wherever an account is saved with a new one; it is signed out everywhere.

        Whoever has a password that another set, and so knows, changes it before anything else.
        """
        by = acting.get()
        is_to_change = by is not None and by.is_authenticated and by.pk != user.pk
        KeptPassword.objects.create(account=user, encoded=user.password, is_to_change=is_to_change)
        kept = user.kept_passwords.values("pk")[:LAST]
        user.kept_passwords.exclude(pk__in=kept).delete()
        end_sessions_of(user)


def has_to_change(account, terms: Terms) -> bool:
    """Whether somebody else set the password, or it is older than the office allows.

    One of which nobody knows how old it is counts as too old.
    """
    last = account.kept_passwords.first()
    if last and last.is_to_change:
        return True
    if terms.password_days is None:
        return False
    return last is None or last.set_at < timezone.now() - timedelta(days=terms.password_days)
