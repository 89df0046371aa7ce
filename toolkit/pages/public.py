"""What every public page keeps to: who may see a record, what a list's page number may be."""

import re
from dataclasses import dataclass

from django.contrib.auth import get_permission_codename
from django.core.paginator import EmptyPage, Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.views.generic import DetailView, ListView

_PAGE_NUMBER = re.compile(r"[1-9][0-9]{0,8}")


@dataclass(frozen=True)
class Column:
    """A column of the site as 政府网站发展指引 wants it named in the page's meta tags."""

    name: str
    description: str
    keywords: tuple[str, ...]
    type: str


def may_preview(user, record) -> bool:
    """Whether the user may see this record, or any of a kind, before it is published."""
    codename = get_permission_codename("view", record._meta)
    return user.is_staff and user.has_perm(f"{record._meta.app_label}.{codename}", record)


def gone(request):
    """The answer for what the public could see once."""
    return render(request, "410.html", status=410)


class ColumnView(ListView):
    """A list page. A page number that is none, or that no page bears, is not found."""

    column: Column
    paginate_by = 20
    number: int | None = None  # of all rows, where a view has learnt it on its way

    def get_paginator(self, *args, **kwargs):
        paginator = super().get_paginator(*args, **kwargs)
        if self.number is not None:
            paginator.count = self.number
        return paginator

    def paginate_queryset(self, queryset, page_size):
        page_number(self.request)
        return super().paginate_queryset(queryset, page_size)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(column=self.column, **kwargs)
        context["pages"] = _numbers_shown(context["page_obj"])
        return context


def page_of(request, rows, *, size: int = 20, number: int | None = None) -> dict:
    """A page of rows that are not all that their page is about, as ``ColumnView`` has it.

    ``number`` is how many rows there are, where that is known already.
    """
    paginator = Paginator(rows, size)
    if number is not None:
        paginator.count = number
    try:
        page = paginator.page(page_number(request))
    except EmptyPage:
        raise Http404 from None
    return {
        "page_obj": page,
        "paginator": paginator,
        "object_list": page.object_list,
        "pages": _numbers_shown(page),
    }


def page_number(request) -> int:
    word = request.GET.get("page", "1")
    if not _PAGE_NUMBER.fullmatch(word):
        raise Http404
    return int(word)


def _numbers_shown(page):
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)


class RecordView(DetailView):
    """A record's page: for everybody once published, before that only for staff who may see it."""

    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        if self.object.is_published:
            return self.render_to_response(self.get_context_data())
        if may_preview(request.user, self.object):
            response = self.render_to_response(self.get_context_data(is_preview=True))
            add_never_cache_headers(response)
            return response
        if self.object.is_gone:
            return gone(request)
        raise Http404
