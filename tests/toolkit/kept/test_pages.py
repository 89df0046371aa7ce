"""Finished pages in bounded memory, shared between processes, and made by one request each."""

import random
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import sleep

import pytest
from django.core.cache.backends.locmem import LocMemCache

from toolkit.kept import pages as kept_pages
from toolkit.kept.pages import LARGEST, MEGABYTE, KeptPages, Page

PAGE = Page({"Content-Type": "text/html"}, "identity", "<h1>青清行动</h1>".encode() * 20)


@pytest.fixture
def cache(request):
    cache = LocMemCache(request.node.name, {})
    yield cache
    cache.clear()


def asked_for(pages, name, make):
    """What a request does."""
    page = pages.find(name, "identity")
    if page is None:
        has_turn = pages.takes_turn(name)
        page = pages.find(name, "identity")
        if page is None:
            page = make()
            if page:
                pages.keep(name, page)
        if has_turn:
            pages.made(name)
    return page


def test_memory_holds_so_many_bytes_and_lets_go_what_nobody_asks_for():
    pages = KeptPages(10_000)
    for number in range(30):
        pages.keep(f"{number}", PAGE._replace(body=b"x" * 1000))
        pages.find("0", "identity")

    there = [number for number in range(30) if pages.find(f"{number}", "identity")]

    assert there == [0, 26, 27, 28, 29]


def test_page_kept_twice_counts_once():
    pages = KeptPages(10_000)
    pages.keep("first", PAGE)

    for _ in range(100):
        pages.keep("name", PAGE)

    assert pages.find("first", "identity") == PAGE


def test_page_too_large_is_not_kept(cache):
    pages = KeptPages(MEGABYTE, cache)

    pages.keep("name", PAGE._replace(body=random.randbytes(LARGEST + 1)))

    assert (pages.find("name", "identity"), cache.get("name")) == (None, None)


def test_page_that_is_small_only_as_packed_crowds_out_nobody():
    pages = KeptPages(MEGABYTE)
    pages.keep("other", PAGE)
    large = PAGE._replace(body=b"x" * 2 * MEGABYTE)
    pages.keep("name", large.in_encoding("gzip"))

    assert pages.find("name", "identity") == large
    assert pages.find("other", "identity") == PAGE


def test_page_made_here_is_found_there_in_any_encoding(cache):
    here, there = KeptPages(MEGABYTE, cache), KeptPages(MEGABYTE, cache)

    here.keep("name", PAGE.in_encoding("gzip"))
    found = {encoding: there.find("name", encoding) for encoding in ("identity", "gzip", "br")}

    assert found == {encoding: PAGE.in_encoding(encoding) for encoding in found}


def test_shared_cache_that_lost_everything_is_filled_again(cache):
    here, there = KeptPages(MEGABYTE, cache), KeptPages(MEGABYTE, cache)
    here.keep("name", PAGE)
    cache.clear()

    assert asked_for(there, "name", lambda: PAGE) == PAGE
    assert cache.get("name") is not None


def test_thousand_requests_at_once_make_a_page_once(cache):
    servers = [KeptPages(MEGABYTE, cache), KeptPages(MEGABYTE, cache)]
    start = Barrier(40)
    made = []

    def make():
        made.append(1)
        sleep(0.1)
        return PAGE

    def request(number):
        start.wait()
        return [asked_for(servers[number % 2], f"page-{turn}", make) for turn in range(25)]

    with ThreadPoolExecutor(40) as readers:
        answers = list(readers.map(request, range(40)))

    assert answers == [[PAGE] * 25] * 40
    assert len(made) == 25


def test_page_that_is_not_kept_is_made_by_each_who_waited(cache):
    pages = KeptPages(MEGABYTE, cache)
    start = Barrier(5)

    def request(number):
        start.wait()
        return asked_for(pages, "missing", lambda: sleep(0.05))

    with ThreadPoolExecutor(5) as readers:
        answers = list(readers.map(request, range(5)))

    assert answers == [None] * 5
    assert pages.takes_turn("missing")


def test_reader_does_not_wait_long_for_a_page_that_does_not_come(cache, monkeypatch):
    monkeypatch.setattr(kept_pages, "PATIENCE", 0.1)
    stuck, pages = KeptPages(MEGABYTE, cache), KeptPages(MEGABYTE, cache)
    stuck.takes_turn("name")

    assert asked_for(pages, "name", lambda: PAGE) == PAGE
    assert asked_for(stuck, "name", lambda: PAGE) == PAGE
