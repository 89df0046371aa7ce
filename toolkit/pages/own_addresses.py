"""Addresses of this site's own pages, as a form or a reader names them."""

import re

from django.utils.http import url_has_allowed_host_and_scheme

MOST_CHARACTERS = 1000
_STRANGE = re.compile(r"[\x00-\x20\x7f\\]")


def own_path(text: str, *, host: str = "") -> str:
    """The path on this site that ``text`` names, with its query; empty where it names none.

    A whole address counts when it begins with ``host``. What a browser would
    take to another site does not: safe to redirect to.
    """
    text = re.sub(rf"^https?://{re.escape(host)}(?=/)", "", text.strip()).partition("#")[0]
    fits = text.startswith("/") and len(text) <= MOST_CHARACTERS and not _STRANGE.search(text)
    return text if fits and url_has_allowed_host_and_scheme(text, allowed_hosts=None) else ""
