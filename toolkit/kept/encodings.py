"""The compressions of a page: which of them a reader takes, and making them.

For public pages alone: the length of a compressed page could tell a secret in it, which they have none of.
"""

import gzip
import re
from functools import lru_cache

import brotli

PLAIN = "identity"
# The reader's equals are taken in this order. Quality 5 packs closer than gzip, as quickly.
MAKING = {
    "br": lambda body: brotli.compress(body, quality=5),
    "gzip": lambda body: gzip.compress(body, compresslevel=6, mtime=0),
    PLAIN: lambda body: body,
}
READING = {"br": brotli.decompress, "gzip": gzip.decompress, PLAIN: lambda body: body}
_TAKEN = re.compile(
    r"\s*([\w.+*-]+)\s*(?:;\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?", re.ASCII | re.IGNORECASE
)
_UNSAID = 0.0001  # plain is taken by everybody who does not refuse it, and wished for by nobody


@lru_cache(maxsize=256)
def taken_by(accept_encoding: str) -> str:
    """The encoding to answer with. What is not understood is passed over; who takes nothing gets plain."""
    wishes = {}
    for word in accept_encoding.split(","):
        if told := _TAKEN.fullmatch(word):
            name = told[1].lower().removeprefix("x-")  # x-gzip is an old name
            wishes[name] = float(told[2] or 1)
    others = wishes.get("*")
    weights = {name: wishes.get(name, others or 0) for name in MAKING}
    if PLAIN not in wishes and others is None:
        weights[PLAIN] = _UNSAID
    best = max(weights, key=weights.get)  # the first of equals
    return best if weights[best] else PLAIN


def recoded(body: bytes, encoding: str, wanted: str) -> bytes:
    """The same page in another encoding."""
    return body if encoding == wanted else MAKING[wanted](READING[encoding](body))
