"""A question in other words that find something, for a reader who found nothing.

Words of a question without its filler, and words of the site that sound or look like
those asked for. What is offered is looked for first, so it stands on a page that is
public now: the words gathered (``search.vocabulary``) may be of pages that no longer are.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import rjieba
from django.db.models import Q

from search.alike import looking_alike, sound_of, syllables
from search.finding import found_among
from search.forms import MOST_WORDS
from search.models import LONGEST_WORD, LONGEST_WORDS, Word
from toolkit.folding import folded

MOST_OFFERED = 5
_NEAREST = 12  # questions that are tried
_COUNTED = 50  # hits: enough to tell the usual word from the odd one
_LOOKED_AT = 16  # letters of a word
_CONSIDERED = 200  # words of the site

# What makes a question of words, and stands on no page for it.
_FILLER = """
    怎么 怎样 怎么样 如何 怎 什么 什么样 为什么 为何 哪 哪里 哪儿 哪些 哪个 哪天 几 几时 何时 何处 多少
    多久 谁 啥 咋 是 是不是 有 有没有 吗 呢 吧 啊 呀 了 的 地 得 和 与 及 在 到 去 从 把 被 给 对 就 都
    也 还 又 请 请问 问 问一下 一下 我 我们 你 你们 他 她 您 咱们 想 想要 想当 想做 想去 要 需要 可以 可
    能 能够 能不能 可不可以 会 应该 应当 才 才能 成为 做 当 办 一名 一个 一 个 名 这 那 这个 那个
    这些 那些 关于 有关 知道 告诉 时候 是什么 在哪 在哪里 在哪儿
"""


@dataclass(frozen=True)
class _Part:
    """A part of what was asked, for which a word of the site may stand."""

    text: str
    sound: str
    before: tuple[str, ...] = ()  # the words before, and those behind
    behind: tuple[str, ...] = ()
    head: str = ""  # of the word itself, what stays before the part, and behind it
    tail: str = ""

    @property
    def is_spelt(self) -> bool:
        """Whether it may be a word in Latin letters, or its initials, of which there are at least two."""
        return self.text.isascii() and self.text.isalpha() and len(self.text) > 1

    def spells(self, word: Word) -> bool:
        return self.is_spelt and (self.text == word.spelt or word.initials.startswith(self.text))

    def question(self, word: str) -> tuple[str, ...]:
        return (*self.before, self.head + word + self.tail, *self.behind)

    def distance(self, word: str) -> tuple[int, int]:
        """How far it is from a word of the site: letters that stay unexplained, letters that differ."""
        same = sum(mine == other for mine, other in zip(self.text, word, strict=False))
        return len(self.head + self.tail), max(len(self.text), len(word)) - same


def reworded(words: list[str]) -> list[str]:
    """Questions that find something, the nearest to these words first."""
    bare = tuple(without_filler(words))
    is_question = list(bare) != words
    near = [*_near(bare)[:_NEAREST], *(_near(words)[:_NEAREST] if is_question else ())]
    # A slip may hide where the filler ends: 我想当志源者.
    near += [tuple(without_filler(list(question))) for question in near]
    singly = [(word,) for word in bare] if is_question else []
    tried = list(dict.fromkeys([bare, *near, *singly]))
    found = [question for question, number in zip(tried, _numbers(tried), strict=True) if number]
    if bare in found:
        found = [bare, *(question for question in singly if question in found and question != bare)]
    offered = [" ".join(question) for question in found]
    return [text for text in offered if len(text) <= LONGEST_WORDS][:MOST_OFFERED]


def without_filler(words: list[str]) -> list[str]:
    """The words of a question that a page may hold: of 怎么报名志愿者 these are 报名 and 志愿者."""
    told = [part for word in words for part in rjieba.cut(word) if part.isalnum()]
    bare = dict.fromkeys(part for part in told if part not in _FILLER.split())
    if not 0 < len(bare) < len(told):
        return words
    return [part for part in bare if len(part) > 1][:MOST_WORDS] or [*bare]


def _numbers(questions):
    return found_among([list(question) for question in questions], _COUNTED)


def _near(words) -> list[tuple[str, ...]]:
    """The same words, one of them or a part of one exchanged for a word of the site."""
    parts = [part for place in range(len(words)) for part in _parts(words, place)]
    if len(words) > 1 and all(map(str.isascii, words)):
        spelt = folded("".join(words))  # nuan dong
        parts.append(_Part(spelt, spelt))
    wholes = [part for part in parts if not part.head + part.tail]
    return _exchanged(_alike(parts)) or _exchanged(_one_letter_off(wholes))


def _parts(words, place) -> Iterator[_Part]:
    word, around = folded(words[place]), (tuple(words[:place]), tuple(words[place + 1 :]))
    if word.isascii():
        yield _Part(word, word, *around)
        return
    told = syllables(word)[:_LOOKED_AT]
    for start in range(len(told)):
        for end in range(start + 2, min(start + LONGEST_WORD, len(told)) + 1):
            yield _Part(word[start:end], sound_of(told[start:end]), *around, word[:start], word[end:])


def _exchanged(near: list[tuple[_Part, str]]) -> list[tuple[str, ...]]:
    """The questions with each word in place of its part, the nearest first; at last those words alone."""
    near.sort(key=lambda pair: (pair[0].distance(pair[1]), pair[1]))
    alone = [(word,) for part, word in near if not part.head + part.tail]
    return [*(part.question(word) for part, word in near), *alone]


def _alike(parts) -> list[tuple[_Part, str]]:
    """Parts of the question, each with a word of the site that sounds or looks like it, or that it spells."""
    looks = {part: set(looking_alike(part.text)) for part in parts}
    is_alike = Q(sound__in={part.sound for part in parts}) | Q(folded__in=set().union(*looks.values()))
    for part in parts:
        if part.is_spelt:
            is_alike |= Q(spelt=part.text) | Q(initials__startswith=part.text)
    return [
        (part, word.text)
        for word in Word.objects.filter(is_alike)[:_CONSIDERED]
        for part in parts
        if part.text != word.folded
        and (word.sound == part.sound or word.folded in looks[part] or part.spells(word))
    ]


def _one_letter_off(parts) -> list[tuple[_Part, str]]:
    """Words with a word of the site that differs from them in one letter of at least three."""
    long = {part.text: part for part in parts if 2 < len(part.text) <= LONGEST_WORD and part.text.isalnum()}
    patterns = [
        f"^{text[:place]}.{text[place + 1 :]}$"
        for text in long
        if not text.isascii()
        for place in range(len(text))
    ]
    found = Word.objects.filter(folded__regex="|".join(patterns)) if patterns else ()
    return [
        (part, word.text)
        for word in found[:_CONSIDERED]
        for part in long.values()
        if part.text != word.folded
        and len(part.text) == len(word.folded)
        and part.distance(word.folded)[1] == 1
    ]
