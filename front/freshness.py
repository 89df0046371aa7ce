"""How long a public page may be kept: until something public changes, and not a moment longer.

A page bears an ETag of what the database holds and of the code that prints it. Whoever asks
again with that ETag is answered 304 from one query, before anything is read or rendered; whoever
asks for the first time gets the page as it was made for another, from the same query.
"""

import hashlib
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.apps import apps
from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpResponseNotModified
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, parse_etags

from front.models import PublicChange
from organizations.models import Committee
from toolkit.kept.encodings import taken_by
from toolkit.kept.pages import MEGABYTE, KeptPages, Page

# A front server answers from what it keeps for so many seconds, then asks whether it still holds.
KEPT = "public, max-age=0, s-maxage=10, stale-if-error=3600"
OWN = "private, no-cache"  # of a signed-in reader, who may see more, or with a cookie of theirs
UNASKED = {"healthz", "preferences-style", "photo", "attachment"}  # these have rules of their own
# Whoever knows only a time is answered once it is over for sure: two changes may share a second, and
# one that was noted earlier may be committed a little later.
SETTLED = timedelta(minutes=1)
READING = {"GET", "HEAD"}
LASTING = {200, 404, 410}
SOURCES = {".py", ".html", ".css", ".js", ".svg", ".txt", ".xml"}
# What a view told other middleware of its response would be lost with it.
OF_THE_RESPONSE = {"_csp_config", "_csp_update", "_csp_replace", "_csp_exempt", "xframe_options_exempt"}
TEXTS = ("text/", "application/json", "application/atom+xml", "application/xml", "image/svg+xml")


class Freshness:
    """Middleware. A page that says itself how long it may be kept is left alone."""

    def __init__(self, get_response):
        if settings.DEBUG:  # pages change there without any record
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.plain = KeptPages(32 * MEGABYTE, caches["pages"] if "pages" in settings.CACHES else None)
        # Anybody can make up other addresses without end: no stranger shall crowd out the pages with them.
        self.made_up = KeptPages(8 * MEGABYTE)

    def __call__(self, request):
        try:
            return self._finished(request, self.get_response(request))
        finally:
            if getattr(request, "has_turn", False):
                self._pages(request).made(request.public_state.name)

    def process_view(self, request, view, args, kwargs):
        """Note the state before the page is made: a change meanwhile then shows at the next question."""
        match = request.resolver_match
        if request.method not in READING or match.app_name == "admin" or match.url_name in UNASKED:
            return None
        if _is_personal(request):
            return None
        request.public_state = state = _state(request)
        # An ETag is of one address, so one that fits was given with a page that is there still.
        if state.etag in parse_etags(request.headers.get("If-None-Match", "")):
            kept = HttpResponseNotModified(headers={"ETag": state.etag, "Cache-Control": KEPT})
            patch_vary_headers(kept, ["Accept-Encoding"])
            return _as_kept(kept)
        if page := self._kept_page(request):
            return _dated(request, page.response())
        return None

    def _kept_page(self, request) -> Page | None:
        """The page as it was made before, or meanwhile by another request; None where this one makes it."""
        wanted = (request.public_state.name, _encoding(request))
        pages = self._pages(request)
        page = pages.find(*wanted)
        if page is None and request.method == "GET":
            request.has_turn = pages.takes_turn(request.public_state.name)
            page = pages.find(*wanted)
        return page

    def _pages(self, request) -> KeptPages:
        return self.plain if _is_given_out(request) else self.made_up

    def _finished(self, request, response):
        if request.method not in READING or response.status_code not in LASTING:
            return response
        if response.has_header("Cache-Control"):
            return response
        if _is_personal(request):
            response.headers["Cache-Control"] = OWN
            return response
        response.headers["Cache-Control"] = KEPT
        if response.status_code != 200 or not hasattr(request, "public_state"):
            return response
        if _is_open(request, response):
            page = Page.of(response).in_encoding(_encoding(request))
            page.put_into(response)
            if request.method == "GET" and not OF_THE_RESPONSE.intersection(vars(response)):
                self._pages(request).keep(request.public_state.name, page)
        return _dated(request, response)


def _is_personal(request) -> bool:
    """Whether the answer may be one for this reader alone: seen by a session, or sent with a cookie."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES or "CSRF_COOKIE_NEEDS_UPDATE" in request.META


def _is_given_out(request) -> bool:
    """Whether the site itself would write the address so: /activities/07/ and any port are pages too."""
    hosts = {*settings.ALLOWED_HOSTS, request.committee.site_domain}
    own_port = f":{request.get_port()}"
    if request.META.get("QUERY_STRING") or request.get_host().removesuffix(own_port) not in hosts:
        return False
    match = request.resolver_match
    try:
        return reverse(match.view_name, args=match.args, kwargs=match.captured_kwargs) == request.path
    except NoReverseMatch:
        return False


def _is_open(request, response) -> bool:
    """Whether the page is a text that is the same for every reader without a session, and holds no secret."""
    if response.streaming or not response.headers.get("Content-Type", "").startswith(TEXTS):
        return False
    if request.session.accessed:  # its middleware will say so; a kept page has to say it too
        patch_vary_headers(response, ["Cookie"])
    elif response.has_header("Vary"):
        return False
    is_told_apart = response.cookies or response.has_header("Content-Encoding")
    has_secret = request.session.modified or request.csp_nonce or b"csrfmiddlewaretoken" in response.content
    return not is_told_apart and not has_secret


def _encoding(request) -> str:
    return taken_by(request.headers.get("Accept-Encoding", ""))


def _dated(request, response):
    """The page with what a browser asks again by, or a 304 where it has the page already."""
    state = request.public_state
    patch_vary_headers(response, ["Accept-Encoding"])
    response.headers["Cache-Control"] = KEPT
    response.headers["ETag"] = state.etag
    response.headers["Last-Modified"] = http_date(state.changed_at)
    time_known = state.changed_at if state.is_settled else None
    return _as_kept(get_conditional_response(request, state.etag, time_known, response))


def _as_kept(response):
    """A 304 without a policy of its own: the reader keeps that of the page, which may be a stricter one."""
    response._csp_exempt = response.status_code == 304
    return response


class State(NamedTuple):
    """What the page asked for rests on: its name, when it changed last, whether that is over for sure."""

    name: str
    changed_at: int  # seconds of the epoch
    is_settled: bool

    @property
    def etag(self):
        return f'W/"{self.name[:32]}"'


def _state(request) -> State:
    told, committee = PublicChange.objects.told_beside(Committee)
    request.committee = committee or Committee()  # every page prints it: one query for both
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)  # what is "coming" is new
    # Apart, since a header may say which part of the path is not for us to resolve, and another query
    # may read the same once it is quoted.
    path = (request.META.get("SCRIPT_NAME"), request.path_info, request.META.get("QUERY_STRING"))
    rests_on = (*told, today.date(), release(), request.scheme, request.get_host(), *path)
    digest = hashlib.sha256("\n".join(map(str, rests_on)).encode(errors="surrogatepass")).hexdigest()
    changed_at = max(told.newest or today, today)
    is_settled = told.newest is None or timezone.now() - told.newest > SETTLED
    return State(digest, int(changed_at.timestamp()), is_settled)


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
