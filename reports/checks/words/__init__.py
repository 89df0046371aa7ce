"""Checks of words alone: of any text, whoever wrote it, with no record beside it."""

from collections.abc import Iterator

from reports.checks.words.arithmetic import people_and_times, sums_told, sums_written
from reports.checks.words.bare import numbers_without_measure
from reports.checks.words.claims import counts_without_record
from reports.checks.words.leftovers import (
    adverts,
    blanks_to_fill,
    other_years,
    unknown_placeholders,
    year_told,
)
from reports.checks.words.marks import broken_characters, doubled_words, half_width_marks, unpaired_marks
from reports.checks.words.order import as_of_words, gaps_in_order
from reports.checks.words.private import minors_named, private_numbers
from reports.checks.words.slips import Slip

__all__ = ["Slip", "proofread", "slips_in"]

CHECKS = (
    broken_characters,
    private_numbers,
    minors_named,
    blanks_to_fill,
    adverts,
    unpaired_marks,
    half_width_marks,
    doubled_words,
    as_of_words,
    gaps_in_order,
    sums_written,
    sums_told,
    people_and_times,
)


def slips_in(text: str) -> Iterator[Slip]:
    """What the words of a text say against it, by themselves."""
    for check in CHECKS:
        yield from check(text)


def proofread(text: str) -> list[Slip]:
    """All that is found in a text without records, in reading order."""
    found = [*slips_in(text), *unknown_placeholders(text), *counts_without_record(text)]
    found += numbers_without_measure(text)
    if year := year_told(text):
        found += other_years(text, {year})
    return sorted(found, key=lambda slip: (slip.start, slip.end, slip.code))
