"""Finished pages, kept under a name of all that they rest on: whoever has the name may have the page.

First in the memory of the process, then, where there is one, in a cache that processes and servers share.
"""

import json
from collections import OrderedDict
from threading import Event, Lock
from time import monotonic, sleep
from typing import NamedTuple

from django.http import HttpResponse

from toolkit.kept.encodings import MAKING, PLAIN, recoded
from toolkit.kept.quiet_cache import QuietCache

MEGABYTE = 2**20
LARGEST = MEGABYTE // 2  # one page may be no larger, as it is kept
PATIENCE = 3  # seconds that a reader waits for a page that another's request makes
A_TURN = 10  # seconds after which whoever makes a page for all servers is given up
AN_HOUR = 3600  # seconds


class Page(NamedTuple):
    headers: dict[str, str]  # those of the view; not those that depend on who asks
    encoding: str
    body: bytes

    @classmethod
    def of(cls, response) -> "Page":
        return cls(dict(response.items()), PLAIN, response.content)

    def in_encoding(self, wanted: str) -> "Page":
        return self._replace(encoding=wanted, body=recoded(self.body, self.encoding, wanted))

    def response(self) -> HttpResponse:
        response = HttpResponse(headers=self.headers)
        self.put_into(response)
        return response

    def put_into(self, response) -> None:
        response.content = self.body
        if self.encoding != PLAIN:
            response.headers["Content-Encoding"] = self.encoding
        if response.has_header("Content-Length"):
            response.headers["Content-Length"] = str(len(self.body))

    def to_bytes(self) -> bytes:
        return json.dumps([self.headers, self.encoding]).encode() + b"\n" + self.body

    @classmethod
    def from_bytes(cls, told: bytes) -> "Page":
        head, _, body = told.partition(b"\n")
        return cls(*json.loads(head), body)


class Memory:
    """As many pages as fit into so many bytes; those not asked for longest go first."""

    def __init__(self, most: int):
        self._most, self._held = most, 0
        self._pages = OrderedDict()
        self._lock = Lock()

    def get(self, key) -> Page | None:
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
            return self._pages.get(key)

    def keep(self, key, page: Page) -> None:
        with self._lock:
            self._held -= _weight(self._pages.pop(key, None))
            self._pages[key] = page
            self._held += _weight(page)
            while self._held > self._most:
                self._held -= _weight(self._pages.popitem(last=False)[1])


def _weight(page) -> int:
    return len(page.body) + 1000 if page else 0  # with its key, headers and place in the memory


class KeptPages:
    """One request makes a page; others that come meanwhile wait for it, here and on other servers."""

    def __init__(self, most: int, cache=None):
        self._memory = Memory(most)  # bytes
        self._shared = QuietCache(cache)  # one of Django's
        self._making: dict[str, Event] = {}
        self._lock = Lock()

    def find(self, name: str, encoding: str) -> Page | None:
        if page := self._memory.get((name, encoding)):
            return page
        others = (self._memory.get((name, other)) for other in MAKING if other != encoding)
        page = next(filter(None, others), None) or self._from_others(name)
        if page:
            page = page.in_encoding(encoding)
            if len(page.body) <= LARGEST:
                self._memory.keep((name, encoding), page)
        return page

    def _from_others(self, name):
        told = self._shared.get(name)
        return Page.from_bytes(told) if told else None

    def keep(self, name: str, page: Page) -> None:
        if len(page.body) <= LARGEST:
            self._memory.keep((name, page.encoding), page)
            self._shared.set(name, page.to_bytes(), AN_HOUR)

    def takes_turn(self, name: str) -> bool:
        """Whether it is for the caller to make the page, if it still is not there, and to say ``made`` then,
        whatever came of it. False after waiting for another request that had the turn."""
        with self._lock:
            others = self._making.get(name)
            if others is None:
                self._making[name] = Event()
        if others:
            others.wait(PATIENCE)
            return False
        self._wait_for_other_servers(name)
        return True

    def _wait_for_other_servers(self, name):
        until = monotonic() + PATIENCE
        while not self._shared.is_first(f"{name}-making", A_TURN) and self._shared.get(name) is None:
            if monotonic() > until:
                self._shared.rest(f"another server's page did not come in {PATIENCE} seconds")
            sleep(0.02)

    def made(self, name: str) -> None:
        self._shared.take_back(f"{name}-making")
        with self._lock:
            self._making.pop(name).set()
