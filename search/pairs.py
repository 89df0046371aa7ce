"""Letters and pairs of neighbouring letters: what the index of the search is made of.

Chinese has no spaces, and a word may be any two letters, so every two
neighbours are indexed, 口罩驰援 as 口罩, 罩驰 and 驰援, and every letter alone.
What are neighbours only in the loosened text bears a sign: 不负，韶 has ~负韶.
"""

from itertools import pairwise

from search.loosening import Sought, letters

MOST = 100_000  # of one text; PostgreSQL keeps at most 1 MB of them
MOST_ASKED = 12  # more find no less, and on a small site PostgreSQL would then rather read every row
_LOOSE = "~"


def indexed(text: str, loose: str = "") -> str:
    """The letters and pairs of a folded text and of the same loosened, as PostgreSQL reads a tsvector."""
    found = {}
    for word in text.split():
        found.update(dict.fromkeys(word))
        found.update(dict.fromkeys(_neighbours(word)))
    only_loose = {}
    for line in loose.split("\n"):
        told = letters(line)
        only_loose.update(dict.fromkeys(_neighbours(told)))
        if len(told) < len(line):
            only_loose.update(dict.fromkeys(told))
    signed = [_LOOSE + part for part in only_loose if part not in found]
    # Quoted all at once: a long text has thousands.
    whole = [*found, *signed][:MOST]
    return _quoted("\n".join(whole)).replace("\n", "' '") if whole else ""


def exactly(words: list[Sought]) -> str:
    """The condition, as a tsquery, that a text has the pairs of all words as typed; of many only some."""
    parts = [part for word in words for part in _parts(word.exact)]
    return _all(map(_quoted, _some(parts)))


def loosely(words: list[Sought]) -> str:
    """The same, whatever marks stand in between and however numbers are written."""
    most = max(1, MOST_ASKED // len(words))
    return _all(_loosely(word, most) for word in words)


def any_of(words: list[Sought]) -> str:
    """The condition, as a tsquery, that a text shares a pair with the words; empty where they have none."""
    return " | ".join(dict.fromkeys(map(_quoted, pairs(words))))


def pairs(words: list[Sought]) -> list[str]:
    """The pairs of all words, without single letters."""
    return [pair for word in words for pair in _neighbours(word.exact)]


def _loosely(word, most):
    if word.is_marks:
        return _all(map(_quoted, _some(_parts(word.exact), most)))
    ways = [_parts(word.loose), _parts(letters(word.numbered)) if word.numbered else []]
    told = [_all(map(_either, _some(parts, most))) for parts in ways if parts]
    return f"({' | '.join(told)})" if len(told) > 1 else told[0]


def _either(part):
    """A part with its sign or without; a letter that is no number always stands without."""
    return _quoted(part) if len(part) == 1 else f"({_quoted(part)} | {_quoted(_LOOSE + part)})"


def _some(parts, most=MOST_ASKED):
    return dict.fromkeys(parts[:: 1 + len(parts) // most])


def _parts(told):
    return list(_neighbours(told)) if len(told) > 1 else list(told)


def _all(conditions):
    return " & ".join(conditions)


def _neighbours(word):
    return map("".join, pairwise(word))


def _quoted(text):
    doubled = text.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"
