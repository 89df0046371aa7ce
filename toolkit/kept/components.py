"""Components that are told by their values alone: printed once, then remembered with them.

After a change most of what a page lists stands there as before, and printing takes longer than anything else.
"""

from functools import lru_cache

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import get_script_prefix
from django.utils.safestring import SafeString

MOST_REMEMBERED = 2_000  # of a kilobyte or two


def rendered(template: str, /, **values) -> SafeString:
    """The template with these values, each of which can be a key; nothing else reaches it."""
    if settings.DEBUG:  # templates change there
        return render_to_string(template, values)
    return _remembered(get_script_prefix(), template, **values)


@lru_cache(MOST_REMEMBERED, typed=True)  # typed, since text that is safe equals the same text that is not
def _remembered(prefix: str, template: str, /, **values) -> SafeString:
    return render_to_string(template, values)
