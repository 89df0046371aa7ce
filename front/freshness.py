"""How long a public page may be kept: until something public changes, and not a moment longer.

A page bears an ETag of what the database holds and of the code that prints it. Whoever asks
again with that ETag is answered 304 from one query, before anything is read or rendered.
"""

import hashlib
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.apps import apps
from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, parse_etags

from front.models import PublicChange
from organizations.models import Committee

# A front server answers from what it keeps for so many seconds, then asks whether it still holds.
KEPT = "public, max-age=0, s-maxage=10, stale-if-error=3600"
OWN = "private, no-cache"  # of a signed-in reader, who may see more
UNASKED = {"healthz", "preferences-style", "photo"}  # these have rules of their own
# Whoever knows only a time is answered once it is over for sure: two changes may share a second, and
# one that was noted earlier may be committed a little later.
SETTLED = timedelta(minutes=1)
READING = {"GET", "HEAD"}
LASTING = {200, 404, 410}
SOURCES = {".py", ".html", ".css", ".js", ".svg", ".txt", ".xml"}


class Freshness:
    """Middleware. A page that says itself how long it may be kept is left alone."""

    def __init__(self, get_response):
        if settings.DEBUG:  # pages change there without any record
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.method not in READING or response.status_code not in LASTING:
            return response
        if response.has_header("Cache-Control"):
            return response
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            response.headers["Cache-Control"] = OWN
            return response
        response.headers["Cache-Control"] = KEPT
        if response.status_code != 200 or not hasattr(request, "public_state"):
            return response
        state = request.public_state
        response.headers["ETag"] = state.etag
        response.headers["Last-Modified"] = http_date(state.changed_at)
        time_known = state.changed_at if state.is_settled else None
        return _as_kept(get_conditional_response(request, state.etag, time_known, response))

    def process_view(self, request, view, args, kwargs):
        """Note the state before the page is made: a change meanwhile then shows at the next question."""
        match = request.resolver_match
        if request.method not in READING or match.app_name == "admin" or match.url_name in UNASKED:
            return None
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            return None
        request.public_state = _state(request)
        etag = request.public_state.etag
        # An ETag is of one address, so one that fits was given with a page that is there still.
        if etag not in parse_etags(request.headers.get("If-None-Match", "")):
            return None
        return _as_kept(HttpResponseNotModified(headers={"ETag": etag, "Cache-Control": KEPT}))


def _as_kept(response):
    """A 304 without a policy of its own: the reader keeps that of the page, which may be a stricter one."""
    response._csp_exempt = response.status_code == 304
    return response


class State(NamedTuple):
    """What the page asked for rests on: its ETag, when that changed last, whether that is over for sure."""

    etag: str
    changed_at: int  # seconds of the epoch
    is_settled: bool


def _state(request) -> State:
    due = PublicChange.objects.due()
    committee = due.told_beside(Committee.objects.all()).first()
    told = due.told() if committee is None else vars(committee)
    changes, newest = told["changes"], told["newest"]
    request.committee = committee or Committee()  # every page prints it: one query for both
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)  # what is "coming" is new
    rests_on = (changes, today.date(), release(), request.get_host(), request.scheme, request.get_full_path())
    digest = hashlib.sha256("\n".join(map(str, rests_on)).encode(errors="surrogatepass")).hexdigest()
    changed_at = max(filter(None, (newest, today)))
    is_settled = newest is None or timezone.now() - newest > SETTLED
    return State(f'W/"{digest[:32]}"', int(changed_at.timestamp()), is_settled)


@cache
def release() -> str:
    """A name of the code, templates and styles in force: a new release brings new pages."""
    own = [Path(app.path) for app in apps.get_app_configs() if Path(app.path).parent == settings.BASE_DIR]
    digest = hashlib.sha256()
    for folder in sorted({*own, settings.BASE_DIR / "templates", settings.BASE_DIR / "static"}):
        for path in sorted(folder.rglob("*.*")):
            if path.suffix in SOURCES:
                digest.update(str(path.relative_to(settings.BASE_DIR)).encode() + path.read_bytes())
    return digest.hexdigest()
