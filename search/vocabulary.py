"""The words of the public pages: gathered when entries are written, for searches that find nothing."""

import re
from collections.abc import Iterable
from itertools import pairwise

import rjieba

from search.alike import sound_of, syllables
from search.models import LONGEST_WORD, Entry, Word
from toolkit.folding import folded

_RUN = re.compile(r"[^\W_]+")
_CHINESE = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_HEADING = 40  # letters of a line
_NAME = 6  # letters: a run so short, as a name or a tag is, is a word as a whole


def gather(entries: Iterable[Entry]) -> None:
    """Note the words of these entries that are not known yet."""
    words = set()
    for line in {line for entry in entries for line in (entry.title, *entry.text.split("\n"))}:
        for run in _RUN.findall(line):
            words.update(_words(run, joined=len(line) <= _HEADING))
    known = Word.objects.filter(text__in=words).values_list("text", flat=True)
    new = sorted(words.difference(known))
    Word.objects.bulk_create(map(_word, new), ignore_conflicts=True, batch_size=1000)


def _words(run, *, joined):
    """The words of a run of letters; in headings neighbours too, for 暖冬行动 is a word to readers."""
    words = rjieba.cut(run)
    told = [*words, *(map("".join, pairwise(words)) if joined else ()), *([run] if len(run) <= _NAME else ())]
    return (word for word in told if 1 < len(word) <= LONGEST_WORD and _CHINESE.search(word))


def _word(text):
    told = syllables(folded(text))
    return Word(
        text=text,
        folded=folded(text),
        sound=sound_of(told),
        spelt="".join(told),
        initials="".join(syllable[0] for syllable in told),
    )
