"""The language of official counts, in pure Python: what is read, written and added."""

from counting.adding import UnlikeFigures, entering, key_of, sort_of, sum_of, without_repeats
from counting.grammar.refusals import NumberUnknown, Refused
from counting.kinds import (
    ABOUT,
    AT_LEAST,
    ATTENDANCES,
    BELOW,
    EXACT,
    GROWTH,
    HOURS,
    MONEY,
    MULTIPLE,
    NEVER_SUMMED,
    PEOPLE,
    PRECISIONS,
    RANGE,
    RATE,
    THINGS,
    UNITS,
    Count,
    kind_of,
)
from counting.prose import counts_in
from counting.reading import read, read_all
from counting.writing import plain, write

__all__ = [
    "ABOUT",
    "ATTENDANCES",
    "AT_LEAST",
    "BELOW",
    "EXACT",
    "GROWTH",
    "HOURS",
    "MONEY",
    "MULTIPLE",
    "NEVER_SUMMED",
    "PEOPLE",
    "PRECISIONS",
    "RANGE",
    "RATE",
    "THINGS",
    "UNITS",
    "Count",
    "NumberUnknown",
    "Refused",
    "UnlikeFigures",
    "counts_in",
    "entering",
    "key_of",
    "kind_of",
    "plain",
    "read",
    "read_all",
    "sort_of",
    "sum_of",
    "without_repeats",
    "write",
]
