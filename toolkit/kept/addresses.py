"""The addresses of records, remembered: a page asks for the same ones hundreds of times."""

from functools import lru_cache

from django.urls import get_script_prefix, reverse

MOST_REMEMBERED = 40_000  # so many activities hold a year of the largest district; some megabytes


def address_of(name: str, key) -> str:
    """What ``reverse`` finds for the record with this key."""
    return _found(get_script_prefix(), name, key)


@lru_cache(MOST_REMEMBERED)
def _found(prefix: str, name: str, key) -> str:
    return reverse(name, args=[key])
