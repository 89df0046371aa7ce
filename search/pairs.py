"""Letters and pairs of neighbouring letters: what the index of the search is made of.

Chinese has no spaces, and a word may be any two letters, so every two
neighbours are indexed, 口罩驰援 as 口罩, 罩驰 and 驰援, and every letter alone.
"""

from itertools import pairwise

from toolkit.folding import folded

MOST = 100_000  # of one text; PostgreSQL keeps at most 1 MB of them
MOST_ASKED = 12  # more find no less, and on a small site PostgreSQL would then rather read every row


def indexed(text: str) -> str:
    """The letters and pairs of a folded text, as PostgreSQL reads a tsvector."""
    found = {}
    for word in text.split():
        found.update(dict.fromkeys(word))
        found.update(dict.fromkeys(_neighbours(word)))
    # Quoted all at once: a long text has thousands.
    return _quoted("\n".join(list(found)[:MOST])).replace("\n", "' '") if found else ""


def all_of(words: list[str]) -> str:
    """The condition, as a tsquery, that a text has the pairs of all words; of very many only some."""
    asked = [part for word in map(folded, words) for part in (_neighbours(word) if len(word) > 1 else word)]
    spread = dict.fromkeys(asked[:: 1 + len(asked) // MOST_ASKED])
    return " & ".join(map(_quoted, spread))


def any_of(words: list[str]) -> str:
    """The condition, as a tsquery, that a text shares a pair with the words; empty where they have none."""
    return " | ".join(dict.fromkeys(map(_quoted, pairs(words))))


def pairs(words: list[str]) -> list[str]:
    """The pairs of all words, without single letters."""
    return [pair for word in map(folded, words) for pair in _neighbours(word)]


def may_mislead(words: list[str]) -> bool:
    """Whether a text may have all the pairs and still not the words: only from three letters on."""
    return any(len(word) > 2 for word in words)


def _neighbours(word):
    return map("".join, pairwise(word))


def _quoted(text):
    doubled = text.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"
