"""Text without what readers do not type as it is printed: its marks, and the way its numbers are written.

A loosened text has a line for each line of the text, without marks, and another for each
with numbers, in which every number is a letter of its own (``search.numerals``).
"""

import re
from dataclasses import dataclass

from search.numerals import LETTER, numbers
from toolkit.folding import folded, places_of_letters, without_marks


@dataclass(frozen=True)
class Sought:
    """A word as a reader typed it, and what else it stands for."""

    exact: str
    loose: str  # the word itself where it is nothing but marks
    numbered: str | None  # with its numbers as letters; None without any

    @classmethod
    def of(cls, word: str) -> "Sought":
        exact = folded(word)
        loose = without_marks(exact)
        return cls(exact, loose or exact, _with_numbers(exact) if len(loose) > 1 else None)

    @property
    def is_marks(self) -> bool:
        return self.loose == self.exact and not without_marks(self.exact)


def loosened(text: str) -> str:
    """A folded text as it is looked at for words that stand in it with other marks or numbers."""
    return "\n".join(filter(None, (without_marks(text), *map(_with_numbers, text.split("\n")))))


def letters(line: str) -> list[str]:
    """The letters of a line of a loosened text, a number being one."""
    return LETTER.findall(line) if "<" in line else list(line)


def places_of(text: str, words: list[str]) -> list[tuple[int, int]]:
    """Where words start and end in a text, from the first on; none reaches into another.

    A word is where it stands exactly; where it does not, where it stands loosely.
    """
    whole = folded(text)
    found = []
    for word in map(Sought.of, words):
        found += _exactly(whole, word.exact) or _loosely(whole, word)
    apart = []
    for start, end in sorted(found, key=lambda place: (place[0], -place[1])):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _exactly(text, word):
    return [hit.span() for hit in re.finditer(re.escape(word), text)]


def _loosely(text, word):
    """The places of a word without regard to marks, and of its numbers however they are written."""
    if word.is_marks:
        return []
    places = [(place, place + 1) for place in places_of_letters(text)]
    found = _among([(text[start], start, end) for start, end in places], word.loose)
    if word.numbered:
        read = numbers(text)
        inside = {place for start, end, _ in read for place in range(start, end)}
        others = [(text[start], start, end) for start, end in places if start not in inside]
        told = [(letter, start, end) for start, end, letter in read]
        found += _among(sorted(others + told, key=lambda letter: letter[1]), word.numbered)
    return found


def _among(told, word):
    """The places of a word among letters, each told with its own place."""
    owners = [place for place, (letter, _, _) in enumerate(told) for _ in letter]
    line = "".join(letter for letter, _, _ in told)
    hits = re.finditer(re.escape(word), line)
    return [(told[owners[hit.start()]][1], told[owners[hit.end() - 1]][2]) for hit in hits]


def _with_numbers(text):
    """A folded text without marks and with its numbers as letters; None where it has none."""
    read = numbers(text)
    if not read:
        return None
    pieces, behind = [], 0
    for start, end, letter in read:
        pieces += [without_marks(text[behind:start]), letter]
        behind = end
    return "".join([*pieces, without_marks(text[behind:])])
