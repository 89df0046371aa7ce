"""Components that are told by their values alone: printed once, then remembered with them.

After a change most of what a page lists stands there as before, and printing takes longer than anything else.
"""

from collections.abc import Callable
from functools import lru_cache, wraps

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import get_script_prefix
from django.utils.safestring import SafeString

MOST_REMEMBERED = 2_000  # of a kilobyte or two


def remembered(print_it: Callable[..., SafeString]) -> Callable[..., SafeString]:
    """What prints a component of values that can be keys, and of the addresses of the site; nothing else
    may reach it."""

    @lru_cache(MOST_REMEMBERED, typed=True)  # typed, since text that is safe equals the same text that is not
    def printed(prefix, *values, **named):
        return print_it(*values, **named)

    @wraps(print_it)
    def found(*values, **named):
        if settings.DEBUG:  # templates change there
            return print_it(*values, **named)
        return printed(get_script_prefix(), *values, **named)

    found.forget = printed.cache_clear
    return found


@remembered
def rendered(template: str, /, **values) -> SafeString:
    """The template with these values."""
    return render_to_string(template, values)
