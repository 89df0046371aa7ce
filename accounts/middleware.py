"""Nobody is anybody before all that signing in asks for is done."""

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from accounts.arriving import CODE, PASSWORD, SET_UP, owed_by
from accounts.passwords import acting

PAGES = {CODE: "admin:second-step", SET_UP: "admin:second-step-settings", PASSWORD: "admin:password_change"}
OPEN = ("admin:login", "admin:logout", "admin:jsi18n")


def doorkeeper(get_response):
    def answer(request):
        signed_in = request.user
        request.signed_in = signed_in  # for the pages on which the rest is done
        request.user = SimpleLazyObject(lambda: _whoever(request, signed_in))
        if request.path_info.startswith(reverse("admin:index")) and _has_session(request):
            owed = signed_in.is_authenticated and owed_by(request)
            if owed and request.path_info not in {reverse(name) for name in (PAGES[owed], *OPEN)}:
                return HttpResponseRedirect(reverse(PAGES[owed]))
        before = acting.set(signed_in)
        try:
            return get_response(request)
        finally:
            acting.reset(before)

    return answer


def _has_session(request) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def _whoever(request, signed_in):
    if not signed_in.is_authenticated:
        if _has_session(request) and SESSION_KEY in request.session:  # of an account that was closed
            request.session.flush()
        return signed_in
    owed = owed_by(request)
    is_at_it = owed == PASSWORD and request.path_info == reverse(PAGES[PASSWORD])
    return AnonymousUser() if owed and not is_at_it else signed_in
