"""A cache beside the site that may fail, be slow or lie, and is never the reason for an error.

It holds bytes signed with the site's key, since others may write there: what is not ours, or not
whole, is as good as not there.
"""

import hmac
import logging
from hashlib import sha256
from time import monotonic

from django.conf import settings
from django.utils.crypto import salted_hmac

RESTS = 10  # seconds for which a cache that failed is left alone
SLOW = 0.1  # seconds after which an answer is as bad as none
log = logging.getLogger(__name__)


class Bytes:
    """Serializer of Django's RedisCache: bytes as they are. Its own would run what a stranger put there."""

    def dumps(self, value):
        return value

    def loads(self, value):
        return value


class QuietCache:
    def __init__(self, cache):
        self._cache = cache  # one of Django's, or None
        self._rests_until = 0.0

    def get(self, name: str) -> bytes | None:
        signed = self._ask("get", name)
        if not isinstance(signed, bytes):
            return None
        signature, value = signed[:32], signed[32:]
        return value if hmac.compare_digest(signature, _signature(name, value)) else None

    def set(self, name: str, value: bytes, seconds: int) -> None:
        self._ask("set", name, _signature(name, value) + value, seconds)

    def is_first(self, name: str, seconds: int) -> bool:
        """Whether nobody else has said so of this name, within the seconds and until it is taken back."""
        return self._ask("add", name, b"1", seconds) is not False

    def take_back(self, name: str) -> None:
        self._ask("delete", name)

    def rest(self, reason) -> None:
        self._rests_until = monotonic() + RESTS
        log.warning("The shared cache is left alone for %s seconds: %s", RESTS, reason)

    def _ask(self, question, *words):
        """What the cache says; None while it rests or when it fails, whatever its library raises."""
        started = monotonic()
        if self._cache is None or started < self._rests_until:
            return None
        try:
            answer = getattr(self._cache, question)(*words)
        except Exception as problem:
            self.rest(repr(problem))
            return None
        if monotonic() - started > SLOW:
            self.rest(f"{question} took longer than {SLOW} seconds")
        return answer


def _signature(name, value) -> bytes:
    return hmac.digest(_key(), name.encode() + b"\n" + value, sha256)


def _key() -> bytes:
    return salted_hmac("toolkit.quiet_cache", "", secret=settings.SECRET_KEY, algorithm="sha256").digest()
