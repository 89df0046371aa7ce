"""The portal's addresses, and two more of the server that is measured."""

import time

from django.http import HttpResponse
from django.urls import include, path


def bare(request):
    return HttpResponse("ok", headers={"Cache-Control": "no-store"})


def processor_time(request):
    return HttpResponse(str(time.process_time()), headers={"Cache-Control": "no-store"})


urlpatterns = [
    path("bare/", bare),
    path("processor-time/", processor_time),
    # Named as the page for monitors is, so that not even the state of the public pages is asked for.
    path("unasked/", bare, name="healthz"),
    path("", include("league_portal.urls")),
]
