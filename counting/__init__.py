"""The language of official counts, in pure Python: what is read, written and added."""

from counting.wording import (
    ABOUT,
    AT_LEAST,
    ATTENDANCES,
    EXACT,
    HOURS,
    MONEY,
    PEOPLE,
    THINGS,
    UNITS,
    Count,
    kind_of,
    plain,
    read,
    write,
)

__all__ = [
    "ABOUT",
    "ATTENDANCES",
    "AT_LEAST",
    "EXACT",
    "HOURS",
    "MONEY",
    "PEOPLE",
    "THINGS",
    "UNITS",
    "Count",
    "kind_of",
    "plain",
    "read",
    "write",
]
