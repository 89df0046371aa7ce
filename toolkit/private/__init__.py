"""What no public text may tell of a person: numbers, birth dates, home addresses, minors by their full name.

Pure: knows neither Django nor records. ``found_in`` finds in a text alone; ``Known`` (toolkit.private.known)
finds the minors that are on record.
"""

from toolkit.private.found import MINOR, Found
from toolkit.private.numbers import private_numbers
from toolkit.private.pupils import pupils_named

__all__ = ["MINOR", "Found", "found_in", "private_numbers", "pupils_named"]


def found_in(text: str) -> list[Found]:
    """All of it in a text, in reading order."""
    found = [*private_numbers(text), *pupils_named(text)]
    return sorted(found, key=lambda one: (one.start, one.end))
