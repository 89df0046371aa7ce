"""What a page is about, told to machines in the words of schema.org, as JSON-LD.

Plain values only: what is not known is left out, never guessed. A script element of
this type is data that no browser runs, so a strict Content-Security-Policy lets it be.
"""

import json

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

# As django.utils.html.json_script: nothing in a title can end the element or begin a comment.
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def script(thing: dict) -> SafeString:
    """The thing in a script element of its own."""
    text = json.dumps({"@context": "https://schema.org", **known(thing)}, ensure_ascii=False)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text.translate(_ESCAPES)))


def known(thing: dict) -> dict:
    """The thing without what is not known of it."""
    return {name: value for name, value in thing.items() if value not in (None, "", [], {})}


def breadcrumb_list(crumbs: list[tuple[str, str]]) -> dict:
    """Names and whole addresses, from the home page down to the page itself."""
    places = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (name, address) in enumerate(crumbs, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": places}


def organization(name: str, address: str = "") -> dict | None:
    """An organization by its name, or None where the name is not known."""
    return known({"@type": "Organization", "name": name, "url": address}) if name else None
