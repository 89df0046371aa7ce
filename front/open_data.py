"""Open data: the published activities as CSV and JSON, the rolls of honours, and the page about them."""

import json
from collections.abc import Iterator

from django.db.models import Max
from django.http import Http404, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from activities import open_data
from activities.models import Activity
from activities.parts import published_by_years
from honors import open_data as honors
from organizations.models import Committee
from toolkit.spreadsheets import csv_lines

DIGITS_OF_A_YEAR = 4


@require_safe
def about(request):
    """What there is, year by year, and what each field means."""
    told = {"years": published_by_years(), "fields": open_data.FIELDS, "of_honors": honors.FIELDS}
    return render(request, "open_data.html", told)


@require_safe
def activities_csv(request):
    year = _year_asked_for(request)
    headings = [field.heading for field in open_data.FIELDS]
    lines = csv_lines(headings, open_data.rows(open_data.published_in(year)))
    return _file(lines, f"activities-{year}.csv", "text/csv; charset=utf-8")


@require_safe
def activities_json(request):
    year = _year_asked_for(request)
    return _file(_json(year), f"activities-{year}.json", "application/json; charset=utf-8")


@require_safe
def honors_csv(request):
    """The rolls of a year, or of all years where none is asked for."""
    year = _year_asked_for(request) if "year" in request.GET else None
    lines = csv_lines([field.heading for field in honors.FIELDS], honors.rows(honors.published_of(year)))
    return _file(lines, f"honors-{year}.csv" if year else "honors.csv", "text/csv; charset=utf-8")


def _json(year) -> Iterator[str]:
    """One object, its long list written piece by piece."""
    activities = open_data.published_in(year)
    committee = Committee.objects.current()
    head = {
        "title": f"{year}年的活动",
        "source": committee.name if committee else "",
        "year": year,
        "updated_at": _time(activities.aggregate(newest=Max("updated_at"))["newest"]),
    }
    yield _dumped(head).removesuffix("}") + ',"activities":['
    separator = "\n"
    for record in open_data.records(activities):
        yield separator + _dumped(record)
        separator = ",\n"
    yield "\n]}\n"


def _file(pieces, name, content_type):
    response = StreamingHttpResponse(pieces, content_type=content_type)
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def _year_asked_for(request) -> int:
    """The year of ?year=, or the newest that has activities, or this one. Not found where it is no year."""
    word = request.GET.get("year")
    if word is None:
        newest = Activity.objects.published().newest_first().values_list("starts_on", flat=True).first()
        return (newest or timezone.localdate()).year
    if not (len(word) == DIGITS_OF_A_YEAR and word.isascii() and word.isdecimal() and word >= "0001"):
        raise Http404
    return int(word)


def _dumped(value) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _time(moment) -> str | None:
    return moment and timezone.localtime(moment).isoformat(timespec="seconds")
