from django.db import DatabaseError, connection
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from activities.models import WorkArea
from league_portal import search
from league_portal.forms import SearchForm
from league_portal.home import front_page
from league_portal.search_entries import KINDS
from league_portal.style_page import SAMPLES
from toolkit.public_pages import Column, ColumnView


def home(request):
    return render(request, "home.html", front_page())


def about(request):
    return render(request, "about.html", {"areas": WorkArea.objects.all()})


class SearchView(ColumnView):
    """Search over everything public (?q=), or over one kind of it (?kind=)."""

    template_name = "search.html"
    column = Column("搜索", "在活动、品牌、志愿服务、表彰荣誉和工作总结中查找", ("搜索",), "搜索")

    def get_queryset(self):
        self.kind = self.request.GET.get("kind", "")
        if self.kind and self.kind not in KINDS:
            raise Http404
        self.form = SearchForm(self.request.GET if "q" in self.request.GET else None)
        self.words = self.form.cleaned_data["q"] if self.form.is_valid() else []
        self.counts = search.counts(self.words) if self.words else {}
        return search.matching(self.words, self.kind) if self.words else []

    def get_paginator(self, *args, **kwargs):
        paginator = super().get_paginator(*args, **kwargs)
        # Counted once already, kind by kind.
        paginator.count = self.counts.get(self.kind, 0) if self.kind else sum(self.counts.values())
        return paginator

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "form": self.form,
            "words": self.words,
            "kind": self.kind,
            "hits": search.hits(list(context["object_list"]), self.words),
            "tabs": [(name, KINDS[name].label, number) for name, number in self.counts.items()],
        }


def robots(request):
    return render(request, "robots.txt", content_type="text/plain; charset=utf-8")


@never_cache
def style_page(request):
    """Every component with sample content, for staff who work on the site's look."""
    if not request.user.is_staff:
        raise Http404
    return render(request, "style.html", SAMPLES)


@never_cache
def healthz(request):
    """200 when the database answers, 503 when it does not: for monitors and load balancers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database unavailable", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")
