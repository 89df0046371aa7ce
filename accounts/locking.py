"""After failed sign-ins an account has to wait, and an address from which many accounts are tried.

django-axes counts; what it keeps of an account is a name that cannot be read back, and goes after the wait.
"""

import math
from ipaddress import ip_address

from axes.backends import AxesStandaloneBackend
from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.forms import UsernameField
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import salted_hmac

from toolkit.dates.moments import moment_text
from toolkit.pages.clients import address_of

OF_ACCOUNT, WAIT = settings.AXES_FAILURE_LIMIT, settings.AXES_COOLOFF_TIME
OF_ADDRESS = 6 * OF_ACCOUNT  # an office shares one address


def name_of(request, credentials) -> str:
    """What an account, or what was typed as one, is called among the failures."""
    told = credentials or {}
    typed = told.get("username") or request.POST.get("username", "")
    return salted_hmac("sign-in", UsernameField().to_python(typed) or "", algorithm="sha256").hexdigest()


def address_known(request) -> str | None:
    try:
        return str(ip_address(address_of(request)))
    except ValueError:  # a Unix socket has none
        return None


class Locks(AxesDatabaseHandler):
    def get_failures(self, request, credentials=None) -> int:
        """Of the account, or as many as those from the address come to in its measure."""
        of_account, of_address = (
            sum(attempts.values_list("failures_since_start", flat=True))
            for attempts in self.get_user_attempts(request, credentials)
        )
        return max(of_account, of_address * OF_ACCOUNT // OF_ADDRESS)

    def reset_user_attempts(self, request, credentials=None) -> int:
        """Whoever signs in clears their account alone: they could try those of others for ever else."""
        return unlock(name_of(request, credentials))


def unlock(name: str) -> int:
    number, _ = AccessAttempt.objects.filter(username=name).delete()
    return number


class LockedOut(AxesStandaloneBackend):
    """Refuses whoever has to wait; a command that signs in comes with no request, and waits for nothing."""

    def authenticate(self, request, username=None, password=None, **kwargs):
        if request is not None:
            super().authenticate(request, username, password, **kwargs)


def locked_page(request, answer=None, credentials=None):
    """Says until when, in place of the form to sign in with."""
    attempts = AccessAttempt.objects.filter(attempt_time__gt=timezone.now() - WAIT)
    name = name_of(request, credentials)
    is_account = sum(attempts.filter(username=name).values_list("failures_since_start", flat=True))
    which = attempts.filter(username=name) if is_account >= OF_ACCOUNT else attempts
    last = which.order_by("attempt_time").values_list("attempt_time", flat=True).last() or timezone.now()
    until = last + WAIT
    told = {"until": moment_text(until), "is_account": is_account >= OF_ACCOUNT, "title": "暂时不能登录"}
    locked = render(request, "accounts/locked.html", told, status=429)
    locked["Retry-After"] = max(1, math.ceil((until - timezone.now()).total_seconds()))
    return locked
