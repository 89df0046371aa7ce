"""A shared cache that lies, is full, is slow or is gone costs nobody a page."""

import time

import pytest
from django.core.cache.backends.locmem import LocMemCache

from toolkit.kept import quiet_cache
from toolkit.kept.quiet_cache import QuietCache


class Broken(LocMemCache):
    """Refuses what it is asked, and counts how often it is."""

    def __init__(self, name, *refused):
        super().__init__(name, {})
        self.refused, self.asked = refused, 0

    def _refuse(self, question):
        self.asked += 1
        if question in self.refused:
            raise ConnectionError("OOM command not allowed")

    def get(self, *words):
        self._refuse("get")
        return super().get(*words)

    def set(self, *words):
        self._refuse("set")
        return super().set(*words)

    def add(self, *words):
        self._refuse("add")
        return super().add(*words)


class Slow(Broken):
    def _refuse(self, question):
        super()._refuse(question)
        time.sleep(quiet_cache.SLOW * 1.2)


@pytest.fixture
def cache(request):
    cache = LocMemCache(request.node.name, {})
    yield cache
    cache.clear()


def test_what_is_kept_comes_back(cache):
    quiet = QuietCache(cache)

    quiet.set("name", b"page", 60)

    assert (quiet.get("name"), quiet.get("other")) == (b"page", None)


@pytest.mark.parametrize(
    "lie",
    [
        lambda ours: b"",
        lambda ours: b"<h1>foreign</h1>" * 10,
        lambda ours: ours[:-1],
        lambda ours: ours + b"more",
        lambda ours: ours[:32],
        lambda ours: "text",
        lambda ours: {"a": "page"},
        lambda ours: 5,
    ],
)
def test_what_is_not_ours_or_not_whole_is_not_there(cache, lie):
    quiet = QuietCache(cache)
    quiet.set("name", b"page", 60)

    cache.set("name", lie(cache.get("name")))

    assert quiet.get("name") is None


def test_page_given_under_another_name_is_not_there(cache):
    quiet = QuietCache(cache)
    quiet.set("one", b"page", 60)

    cache.set("other", cache.get("one"))

    assert quiet.get("other") is None


def test_page_of_a_site_with_another_key_is_not_there(cache, settings):
    QuietCache(cache).set("name", b"page", 60)

    settings.SECRET_KEY = "another site's, which writes into the same cache"

    assert QuietCache(cache).get("name") is None


@pytest.mark.parametrize("question", ["get", "set", "add"])
def test_cache_that_fails_is_left_alone_for_a_while(monkeypatch, question):
    broken = Broken("broken", question)
    quiet = QuietCache(broken)
    ask = {
        "get": lambda: quiet.get("name"),
        "set": lambda: quiet.set("name", b"page", 60),
        "add": lambda: quiet.is_first("name", 60),
    }

    for _ in range(3):
        ask[question]()
    alone = broken.asked
    monkeypatch.setattr(quiet_cache, "monotonic", lambda: time.monotonic() + quiet_cache.RESTS)
    ask[question]()

    assert (alone, broken.asked) == (1, 2)


def test_slow_cache_is_asked_once():
    slow = Slow("slow")
    quiet = QuietCache(slow)

    for _ in range(3):
        quiet.get("name")

    assert slow.asked == 1


def test_everybody_is_first_where_the_cache_is_gone():
    quiet = QuietCache(Broken("gone", "add"))

    assert [quiet.is_first("name", 60) for _ in range(2)] == [True, True]


def test_one_is_first_until_it_is_taken_back(cache):
    here, there = QuietCache(cache), QuietCache(cache)

    asked = [here.is_first("name", 60), there.is_first("name", 60)]
    here.take_back("name")

    assert [*asked, there.is_first("name", 60)] == [True, False, True]
