"""Where the figures of a text stand in its changed form, and what became of their numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

import counting
from counting.prose import TypedCount
from reports.returning.placing import Said
from reports.returning.slots import Slot

Span = tuple[int, int]

_WORDS = re.compile(r"\d[\d.,]*|.", re.DOTALL)


@dataclass(frozen=True)
class Number:
    """A figure of the draft and where the file has it; ``said`` is empty where the file has it no more."""

    now: str
    said: str
    start: int = 0
    end: int = 0

    @property
    def is_changed(self) -> bool:
        return self.said != self.now


@dataclass(frozen=True)
class Numbers:
    figures: list[Number]  # in the order of the slot's
    new: list[TypedCount]  # that somebody typed and no figure of the text stands behind


@dataclass(frozen=True)
class _Figure:
    start: int
    end: int
    mark: str
    text: str

    def could_be(self, typed: TypedCount) -> bool:
        """Whether the two count alike: one kind, and of things also one unit."""
        its = next(counting.counts_in(self.text), None)
        if its is None or its.count.kind != typed.count.kind:
            return False
        return its.count.kind != counting.THINGS or its.count.unit == typed.count.unit


def numbers_in(slot: Slot, said: Said) -> Numbers:
    """Each figure of the draft's text with what the file has in its stead, and the counts that are new."""
    figures = [_Figure(start, end, mark, slot.text[start:end]) for start, end, mark in slot.figures]
    aligned = _Aligned(slot.text, said.text)
    found: dict[int, Span] = {}
    for spans_of in (_in_its_bookmark, _where_words_stayed, _by_its_words):
        _find_unchanged(figures, found, said, lambda one, of=spans_of: of(one, said, aligned))
    typed = list(counting.counts_in(said.text))
    for is_its in (_is_in_its_bookmark, _is_in_its_place, _is_the_other_of_its_kind):
        _find_changed(figures, found, typed, lambda count, one, of=is_its: of(count, one, said, aligned))
    return Numbers(
        [_number(figure, found.get(place), said) for place, figure in enumerate(figures)],
        [one for one in typed if _is_free((one.start, one.end), found) and not aligned.stayed(one)],
    )


def _number(figure: _Figure, span: Span | None, said: Said) -> Number:
    return Number(figure.text, said.text[slice(*span)], *span) if span else Number(figure.text, "")


def _find_unchanged(figures: list[_Figure], found: dict[int, Span], said: Said, spans_of) -> None:
    for place, figure in enumerate(figures):
        if place not in found:
            for span in spans_of(figure):
                if said.text[slice(*span)] == figure.text and _is_free(span, found):
                    found[place] = span
                    break


def _find_changed(figures: list[_Figure], found: dict[int, Span], typed: list[TypedCount], is_its) -> None:
    """Gives a figure that is left the one count that could be its own."""
    for place, figure in enumerate(figures):
        if place not in found:
            free = [one for one in typed if _is_free((one.start, one.end), found)]
            its = [one for one in free if is_its(one, figure)]
            if len(its) == 1:
                found[place] = (its[0].start, its[0].end)


class _Aligned:
    """The two texts beside each other, word by word; a number is one word."""

    def __init__(self, old: str, new: str):
        before, after = _WORDS.findall(old), _WORDS.findall(new)
        olds, news = _ends(before), _ends(after)
        self.blocks = [
            (tag, olds[a], olds[b], news[c], news[d])
            for tag, a, b, c, d in SequenceMatcher(None, before, after, False).get_opcodes()
        ]

    def same(self, figure: _Figure) -> Iterator[Span]:
        """Where the figure stands among words that stayed."""
        for tag, old, old_end, new, _ in self.blocks:
            if tag == "equal" and old <= figure.start and figure.end <= old_end:
                yield new + figure.start - old, new + figure.end - old

    def stayed(self, typed: TypedCount) -> bool:
        """Whether the count stood in the old text."""
        return any(
            tag == "equal" and new <= typed.start and typed.end <= new_end
            for tag, _, _, new, new_end in self.blocks
        )

    def instead(self, figure: _Figure) -> Span:
        """The part of the new text in whose place the figure stood."""
        touched = [block for block in self.blocks if block[1] < figure.end and figure.start < block[2]]
        (tag, old, _, start, _), (last_tag, last_old, _, last_new, end) = touched[0], touched[-1]
        start = start + max(figure.start - old, 0) if tag == "equal" else start
        end = last_new + figure.end - last_old if last_tag == "equal" else end
        return start, end


def _in_its_bookmark(figure: _Figure, said: Said, aligned: _Aligned) -> Iterator[Span]:
    return ((start, end) for start, end, name in said.numbers if name == figure.mark)


def _where_words_stayed(figure: _Figure, said: Said, aligned: _Aligned) -> Iterator[Span]:
    return aligned.same(figure)


def _by_its_words(figure: _Figure, said: Said, aligned: _Aligned) -> Iterator[Span]:
    before = r"(?<![\d.])" if figure.text[:1].isdigit() else ""
    return (match.span() for match in re.finditer(before + re.escape(figure.text), said.text))


def _is_in_its_bookmark(typed: TypedCount, figure: _Figure, said: Said, aligned: _Aligned) -> bool:
    spans = _in_its_bookmark(figure, said, aligned)
    return any(typed.start < end and start < typed.end for start, end in spans)


def _is_in_its_place(typed: TypedCount, figure: _Figure, said: Said, aligned: _Aligned) -> bool:
    start, end = aligned.instead(figure)
    return typed.start < end and start < typed.end and figure.could_be(typed)


def _is_the_other_of_its_kind(typed: TypedCount, figure: _Figure, said: Said, aligned: _Aligned) -> bool:
    return figure.could_be(typed) and not aligned.stayed(typed)


def _is_free(span: Span, found: dict[int, Span]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end in found.values())


def _ends(words: list[str]) -> list[int]:
    ends = [0]
    for word in words:
        ends.append(ends[-1] + len(word))
    return ends
