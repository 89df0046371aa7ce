"""The part of a text that a hit shows of it."""

import re

from toolkit.folding import folded

BEFORE, LENGTH = 40, 120  # characters: before the first hit, and in all


def excerpt_of(text: str, words: list[str]) -> str:
    """The part of the text around the first of the words in it; its beginning where there is none."""
    text = " ".join(text.split())
    found = re.search("|".join(re.escape(folded(word)) for word in words), folded(text)) if words else None
    start = max(0, found.start() - BEFORE) if found else 0
    end = start + LENGTH
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
