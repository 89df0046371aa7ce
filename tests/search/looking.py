"""Searching as a reader does, without a page around it."""

from search.finding import Filters, find
from search.refresh import refresh


def titles_found(words: str, **filters) -> list[str]:
    """The titles of what is found, in order, after the entries have been brought up to date."""
    refresh()
    return [hit.title for hit in find(words.split(), Filters(**filters)).hits]
