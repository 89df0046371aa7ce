"""The part of a text that a hit shows of it."""

from search.loosening import places_of

BEFORE, LENGTH = 40, 120  # characters: before the first hit, and in all


def excerpt_of(text: str, words: list[str]) -> str:
    """The part of the text around the first of the words in it; its beginning where there is none."""
    # Lines stay apart: a word that reaches from one into the next is none.
    text = "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))
    found = places_of(text, words)
    start = max(0, found[0][0] - BEFORE) if found else 0
    end = start + LENGTH
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
