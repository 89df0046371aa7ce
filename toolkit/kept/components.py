"""Components that are told by their values alone: printed once, then remembered with them.

After a change most of what a page lists stands there as before, and printing takes longer than anything else.
"""

from collections.abc import Callable
from functools import lru_cache, partial, wraps
from typing import TypeVar

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import get_script_prefix
from django.utils.safestring import SafeString

T = TypeVar("T")
MOST_REMEMBERED = 2_000  # of a kilobyte or two
MOST_PARTS = 50  # of some twenty kilobytes, and their keys as much


def remembered(print_it: Callable[..., T], most: int = MOST_REMEMBERED) -> Callable[..., T]:
    """What prints a component of values that can be keys, and of the addresses of the site; nothing else
    may reach it."""

    @lru_cache(most, typed=True)  # typed, since text that is safe equals the same text that is not
    def printed(prefix, *values, **named):
        return print_it(*values, **named)

    @wraps(print_it)
    def found(*values, **named):
        if settings.DEBUG:  # templates change there
            return print_it(*values, **named)
        return printed(get_script_prefix(), *values, **named)

    found.forget = printed.cache_clear
    return found


remembered_part = partial(remembered, most=MOST_PARTS)  # what prints a large part of a page


@remembered
def rendered(template: str, /, **values) -> SafeString:
    """The template with these values."""
    return render_to_string(template, values)
