from functools import lru_cache

from csp.constants import NONE, UNSAFE_INLINE
from csp.decorators import csp
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import get_script_prefix
from django.utils.cache import add_never_cache_headers
from django.utils.safestring import SafeString

from reports.comparison.charts import described, draw
from reports.comparison.forms import PeriodsForm, form_with, named
from reports.comparison.pairs import usual_other, usual_pairs
from reports.comparison.tables import Group, compare, days_of, name_of
from reports.composing.state import state_of
from reports.headline import as_issued
from reports.models import Report
from reports.public import readable_reports
from toolkit.pages.public import Column, may_preview

MOST_REMEMBERED = 16  # comparisons, each of a hundred kilobytes or two
COLUMN = Column(
    "两期对照",
    "把两份工作总结的数据放在一起对照：活动、人数、人次、服务时长和荣誉",
    ("共青团", "工作总结", "数据"),
    "规划计划",
)


def compare_page(request):
    """Two periods side by side; before two are chosen, and where both are one, only the choice."""
    reports = _readable(request)
    asked = "a" in request.GET and "b" in request.GET
    form = PeriodsForm(request.GET if asked else None, reports=reports, initial=_proposed(request, reports))
    context = {"form": form, "reports": reports, "column": COLUMN}
    context["pairs"] = [(f"?a={a.slug}&b={b.slug}", name_of(a), name_of(b)) for a, b in usual_pairs(reports)]
    if asked and form.is_valid():
        first, second = _chosen(form)
        context |= {"names": (name_of(first), name_of(second)), "comparison": _printed(first, second)}
        context["known_form"] = form_with(named(reports), first.slug, second.slug)
    elif form.names_unknown:
        raise Http404
    elif not asked:
        context["known_form"] = form_with(named(reports), form.initial.get("a"), form.initial.get("b"))
    return _private_if_needed(request, render(request, "reports/compare.html", context))


# An image may bring styles of its own, and nothing else: no script runs even where it is opened alone.
@csp({"default-src": [NONE], "style-src": [UNSAFE_INLINE]})
def chart(request, key):
    """One of the charts of a comparison, as an image."""
    form = PeriodsForm(request.GET, reports=_readable(request))
    if not form.is_valid():
        raise Http404
    first, second = _chosen(form)
    groups = _compared(first, second, _state(first, second))
    drawn = {part.key: part for group in groups for part in group.charts}
    if key not in drawn:
        raise Http404
    image = draw(drawn[key], (name_of(first), name_of(second)))
    return _private_if_needed(request, HttpResponse(image, content_type="image/svg+xml"))


def _readable(request) -> list[Report]:
    """The reports that the user may compare, the newest first: those that the public may read, or all."""
    if may_preview(request.user, Report):
        return list(Report.objects.order_by("-starts_on"))
    return [as_issued(report) for report in readable_reports()]


def _chosen(form) -> tuple[Report, Report]:
    return form.cleaned_data["a"], form.cleaned_data["b"]


def _proposed(request, reports) -> dict:
    """The newest period and what it is compared with, first; where a link names one, that one first."""
    named = next((report for report in reports if report.slug == request.GET.get("a")), None)
    report = named or next(iter(reports), None)
    other = report and usual_other(report, reports)
    if not other:
        return {}
    return {"a": report.slug, "b": other.slug} if named else {"a": other.slug, "b": report.slug}


def _printed(first: Report, second: Report) -> SafeString:
    return _known(first, second, _state(first, second), get_script_prefix())


def _state(first: Report, second: Report) -> tuple:
    """All that a comparison rests on: what was read of the reports, and the rows of their days."""
    return tuple(
        (report.kind, report.starts_on, report.ends_on, report.as_of, name_of(report), state_of(report))
        for report in (first, second)
    )


# Of reports, which are equal by their keys, and of what they rest on.
@lru_cache(MOST_REMEMBERED)
def _compared(first: Report, second: Report, state: tuple) -> tuple[Group, ...]:
    return compare(first, second)


@lru_cache(MOST_REMEMBERED)
def _known(first: Report, second: Report, state: tuple, prefix: str) -> SafeString:
    groups = compare(first, second)
    names = (name_of(first), name_of(second))
    told = {
        "names": names,
        "periods": [(name_of(report), report, days_of(report)) for report in (first, second)],
        "same_length": days_of(first) == days_of(second),
        "groups": groups,
        "charts": [(part, described(part, names)) for group in groups for part in group.charts],
        "query": f"a={first.slug}&b={second.slug}",
    }
    return render_to_string("reports/_compared.html", told)


def _private_if_needed(request, response):
    """What only staff may see is kept in nobody's cache."""
    if may_preview(request.user, Report):
        add_never_cache_headers(response)
    return response
