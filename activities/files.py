"""Small files that hang on a story: its address for a phone's camera, its day for a calendar."""

import io

import segno
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from activities.events import CALLED_OFF, calendar_file
from activities.models import Activity
from toolkit.pages.public import gone

A_YEAR = 365 * 24 * 3600  # seconds
QUIET_ZONE = 4  # modules of white around the code, without which cameras miss it


@require_safe
def qr_code(request, pk):
    """The story's address as a QR code; it never changes."""
    activity = _known(pk)
    if not activity.is_published:
        return _hidden(request, activity)
    image = io.BytesIO()
    code = segno.make(request.build_absolute_uri(activity.get_absolute_url()), micro=False)
    # White on any page: on a dark one a camera would take the dark for the code.
    code.save(
        image, kind="svg", border=QUIET_ZONE, light="#fff", svgclass=None, lineclass=None, omitsize=True
    )
    response = HttpResponse(image.getvalue(), content_type="image/svg+xml")
    patch_cache_control(response, public=True, max_age=A_YEAR, immutable=True)
    return response


@require_safe
def event_file(request, pk):
    """The activity for a calendar. One whose day is not known has no such file.

    A withdrawn one is for a while told to be called off, to whom noted it and asks again.
    """
    activity = _known(pk)
    if not activity.is_published:
        if Activity.objects.called_off(localdate()).filter(pk=pk).exists():
            return calendar_response(request, [activity], name=CALLED_OFF)
        return _hidden(request, activity)
    if not activity.is_day_known:
        raise Http404
    return calendar_response(request, [activity], name=activity.title)


def calendar_response(request, activities, *, name):
    whole = request.build_absolute_uri
    file = calendar_file(activities, name=name, source=whole(request.path), address_of=whole)
    return HttpResponse(file, content_type="text/calendar; charset=utf-8")


def _known(pk):
    return get_object_or_404(Activity.objects.prefetch_related("figures").defer("body"), pk=pk)


def _hidden(request, activity):
    if activity.is_gone:
        return gone(request)
    raise Http404
