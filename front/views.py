from django.db import DatabaseError, connection
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache

from activities.models import Photo, WorkArea
from front.home import front_page
from front.style_page import SAMPLES
from toolkit.publishing import is_published


def home(request):
    return render(request, "home.html", front_page(localdate()))


def about(request):
    return render(request, "about.html", {"areas": WorkArea.objects.all()})


def robots(request):
    return render(request, "robots.txt", content_type="text/plain; charset=utf-8")


@never_cache
def style_page(request):
    """Every component with sample content, for staff who work on the site's look."""
    if not request.user.is_staff:
        raise Http404
    photo = Photo.objects.filter(is_published("activity")).first()  # a file cannot be made up
    return render(request, "style.html", {**SAMPLES, "photo": photo})


@never_cache
def healthz(request):
    """200 when the database answers, 503 when it does not: for monitors and load balancers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database unavailable", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")
