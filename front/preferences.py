"""How a reader wants the pages: letter size and 长者模式, kept in the reader's own browser.

Every page is the same for everybody; what a reader chose is applied by one small
style sheet. docs/decisions/0008-reader-preferences.md says why.
"""

from dataclasses import dataclass, replace

from django.conf import settings
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import conditional_page, require_http_methods, require_safe
from django.views.decorators.vary import vary_on_cookie

from toolkit.pages.own_addresses import own_path

COOKIE = "reader"
A_YEAR = 365 * 24 * 3600  # seconds
STANDARD, LARGE, LARGEST = SIZES = ("standard", "large", "largest")


@dataclass(frozen=True)
class Preferences:
    size: str = STANDARD
    is_elder: bool = False

    @classmethod
    def of(cls, request) -> "Preferences":
        """What the reader chose before; the standard for whatever is not understood."""
        words = request.COOKIES.get(COOKIE, "").split(".")
        size = next((size for size in SIZES if size in words), STANDARD)
        return cls(size, "elder" in words)

    def changed(self, told) -> "Preferences":
        """With what a button of the reader tools says; one that says nothing known changes nothing."""
        if told.get("size") in SIZES:
            return replace(self, size=told["size"])
        if told.get("elder") in ("on", "off"):
            return replace(self, is_elder=told["elder"] == "on")
        return self

    def kept_in(self, response):
        """The response with what was chosen; nothing is kept of a reader who chose the standard."""
        words = [self.size] * (self.size != STANDARD) + ["elder"] * self.is_elder
        options = {"samesite": "Lax"}
        if words:
            options |= {"max_age": A_YEAR, "httponly": True, "secure": settings.SESSION_COOKIE_SECURE}
            response.set_cookie(COOKIE, ".".join(words), **options)
        else:
            response.delete_cookie(COOKIE, **options)
        return response


# Anybody may change the size of anybody's letters: no more than that can be done here, and a
# token against it would mean a cookie for every reader and a page of its own for each.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request):
    """The page on reading with ease; told one choice by POST, it keeps it and goes back to ?next."""
    if request.method != "POST":
        return render(request, "preferences.html")
    back = own_path(request.POST.get("next", ""), host=request.get_host()) or "/"
    chosen = Preferences.of(request).changed(request.POST)
    return chosen.kept_in(HttpResponseRedirect(back, status=303))


@conditional_page
@require_safe
@cache_control(private=True, no_cache=True)
@vary_on_cookie
def style_sheet(request):
    """The rules for what the reader chose: asked for with every page, and answered 304 until it changes."""
    chosen = Preferences.of(request)
    return render(request, "preferences.css", {"chosen": chosen}, content_type="text/css; charset=utf-8")
