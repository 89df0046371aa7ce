import re
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from activities.models import WorkArea
from search.answers import answering_pages
from search.asking import count_asked
from search.excerpts import excerpt_of
from search.finding import Filters, Hit, Numbers, find, number_within
from search.forms import SearchForm, form_with
from search.models import Kind
from search.refresh import A_SEARCH_WRITES, refresh
from search.rewording import reworded
from search.statement import A_PAGE, MOST_LISTED
from search.suggestions import close_titles, usual_words
from toolkit.kept.components import remembered_part
from toolkit.pages.public import Column

COLUMN = Column("搜索", "在活动、品牌、通知公告、志愿服务、表彰荣誉和工作总结中查找", ("搜索",), "搜索")
_YEAR = re.compile(r"[12][0-9]{3}")
_PAGE = re.compile(r"[1-9][0-9]{0,3}")


@dataclass(frozen=True)
class Choice:
    """A filter that a reader may set: what it is called, where it leads, its hits."""

    label: str
    address: str
    number: int
    is_chosen: bool


@require_safe
def search_page(request):
    """Search over everything public (?q=), within a kind, a work area or a year."""
    areas = list(WorkArea.objects.all())
    filters = _filters(request.GET, areas)
    number = _page_number(request.GET)
    form = SearchForm(request.GET if "q" in request.GET else None)
    context = {"form": form, "column": COLUMN}
    if form.is_valid():
        words = form.cleaned_data["q"]
        context["filled_form"] = form_with(request.GET["q"])
        refresh(at_most=A_SEARCH_WRITES)
        found = find(words, filters, number)
        if request.method == "GET" and number == 1 and filters == Filters():
            count_asked(words, is_found=found.listed > 0)
        context |= _results(found, words, filters, number, areas)
    elif number > 1:
        raise Http404
    else:
        context["usual"] = usual_words([])
    response = render(request, "search.html", context)
    add_never_cache_headers(response)
    return response


def _filters(query, areas):
    kind, slug, year = (query.get(name) for name in ("kind", "area", "year"))
    area = next((area.pk for area in areas if area.slug == slug), None) if slug else None
    if (kind and kind not in Kind) or (slug and area is None) or (year and not _YEAR.fullmatch(year)):
        raise Http404
    return Filters(Kind(kind) if kind else None, area, int(year) if year else None)


def _page_number(query):
    page = query.get("page", "1")
    if not _PAGE.fullmatch(page):
        raise Http404
    return int(page)


def _results(found, words, filters, number, areas):
    paginator = Paginator(range(found.listed), A_PAGE)
    if number > paginator.num_pages:
        raise Http404
    # The pairs may mislead where very many were counted by them; what all fits on the list is known.
    is_whole = found.listed < MOST_LISTED
    context = {
        "words": words,
        "found": found,
        "number": found.listed if is_whole else found.number(filters),
        "is_about": found.is_about and not is_whole,
        "is_cut": found.listed == MOST_LISTED,
        "hits": _hits(found.hits, tuple(words)) if found.hits else "",
        "page_obj": paginator.page(number),
        "pages": paginator.get_elided_page_range(number, on_each_side=1, on_ends=1),
    }
    if found.hits or filters != Filters():
        named = tuple((area.pk, area.slug, area.name) for area in areas)
        context["choices"] = _choices(found.numbers, tuple(words), filters, named)
    if not found.hits:
        context |= {
            "questions": reworded(words),
            "pages_answering": answering_pages(words),
            "close": close_titles(words),
            "usual": usual_words(words),
        }
    return context


@remembered_part
def _hits(hits: tuple[Hit, ...], words: tuple[str, ...]) -> SafeString:
    """A page of hits, printed once: the commonest searches are asked again and again."""
    excerpts = [(hit, excerpt_of(hit.text, words)) for hit in hits]
    return render_to_string("search/_hits.html", {"hits": excerpts, "words": words})


@remembered_part
def _choices(numbers: Numbers, words: tuple[str, ...], filters: Filters, areas: tuple) -> SafeString:
    """The filters that may be set."""
    groups = _groups(numbers, words, filters, areas)
    return render_to_string("search/_choices.html", {"groups": groups})


def _groups(numbers: Numbers, words, filters: Filters, areas) -> list[tuple[str, list[Choice]]]:
    """For each filter its name and what it may be set to, unless nothing would be left out by it."""
    slugs = {key: slug for key, slug, _ in areas}
    years = sorted({within.year for within, _ in numbers if within.year}, reverse=True)
    options = (
        ("类别", "kind", [(kind.label, kind) for kind in Kind]),
        ("板块", "area", [(name, key) for key, _, name in areas]),
        ("年份", "year", [(f"{year}年", year) for year in years]),
    )
    groups = []
    for label, name, values in options:
        choices = []
        for text, value in [("全部", None), *values]:
            wanted = replace(filters, **{name: value})
            is_chosen = value == getattr(filters, name)
            number = number_within(numbers, wanted)
            choices.append(Choice(text, _address(words, wanted, slugs), number, is_chosen))
        everything, *parts = [choice for choice in choices if choice.number or choice.is_chosen]
        if parts and (everything.label != "全部" or any(part.number != everything.number for part in parts)):
            groups.append((label, [everything, *parts]))
    return groups


def _address(words, filters, slugs) -> str:
    """The first page of a search within the filters."""
    query = {
        "q": " ".join(words),
        "kind": filters.kind,
        "area": slugs.get(filters.area),
        "year": filters.year,
    }
    return "?" + urlencode({name: value for name, value in query.items() if value})
