"""Searching as a reader does: on the page, or without one around it."""

from search.finding import Filters, find
from search.refresh import refresh

SENTENCE = "//*[@class='invalid-feedback']"  # a refusal beside the field


def look_for(client, words, **more):
    """The page of a search for these words."""
    return client.get("/search/", {"q": words, **more})


def titles_found(words: str, **filters) -> list[str]:
    """The titles of what is found, in order, after the entries have been brought up to date."""
    refresh()
    return [hit.title for hit in find(words.split(), Filters(**filters)).hits]
