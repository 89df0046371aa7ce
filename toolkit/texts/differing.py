"""Two texts as one: what stayed, what went, what came, word by word; a number changes whole."""

import re
from functools import cache

from diff_match_patch import diff_match_patch

SAME, REMOVED, ADDED = "same", "removed", "added"
_KINDS = {
    diff_match_patch.DIFF_EQUAL: SAME,
    diff_match_patch.DIFF_DELETE: REMOVED,
    diff_match_patch.DIFF_INSERT: ADDED,
}

_NUMBERS = re.compile(r"(\d[\d.,]*[万亿]?[余多]?)")
_FIRST = 0xF0000  # private planes: one character for each word, as the library compares characters


def pieces_of(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """(same | removed | added, words), in reading order."""
    words: dict[str, str] = {}
    before, after = (_as_characters(text, words) for text in (old, new))
    told = {character: word for word, character in words.items()}
    compared = diff_match_patch()
    pieces = compared.diff_main(before, after, False)
    compared.diff_cleanupSemantic(pieces)
    return tuple((_KINDS[kind], "".join(told[one] for one in text)) for kind, text in pieces)


def _as_characters(text: str, words: dict[str, str]) -> str:
    return "".join(words.setdefault(word, chr(_FIRST + len(words))) for word in _words_of(text))


def _words_of(text: str) -> list[str]:
    found = []
    for at, part in enumerate(_NUMBERS.split(text)):
        found += [part] if at % 2 else _cut(part)
    return found


def _cut(text: str) -> list[str]:
    return _dictionary().cut(text)


@cache
def _dictionary():
    import rjieba  # here: its dictionary costs each process 0.1 s and 33 MB, and few pages compare

    return rjieba
