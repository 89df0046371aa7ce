"""The language of official counts, in pure Python: what is read, written and added."""

from counting.adding import UnlikeFigures, entering, key_of, sort_of, sum_of, without_repeats
from counting.prose import counts_in
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
    "UnlikeFigures",
    "counts_in",
    "entering",
    "key_of",
    "kind_of",
    "plain",
    "read",
    "sort_of",
    "sum_of",
    "without_repeats",
    "write",
]
