"""Sentences with figures in them: a pattern {志愿者} and named figures become a Passage."""

from collections.abc import Iterable, Mapping

from activities import placeholders
from reports.document import Figure, Passage


def passage_of(
    pattern: str, figures: Iterable[Figure], words: Mapping[str, Iterable[str | Figure]] | None = None
) -> Passage:
    """The pattern with each named figure in its place.

    ``words`` are further names, that stand for words and the figures among them. A name that is neither
    stays as it was written, so that whoever reads the draft sees it.
    """
    named = {figure.label: (figure,) for figure in figures} | dict(words or {})
    runs: list[str | int] = []
    used: list[Figure] = []
    for text, is_name in placeholders.pieces_of(pattern):
        for word in named.get(text, (f"{{{text}}}",)) if is_name else (text,):
            if isinstance(word, Figure):
                used.append(word)
                word = len(used) - 1
            runs.append(word)
    return Passage(tuple(runs), tuple(used))


def written(words: Iterable[str | Figure]) -> Passage:
    """Words and figures in reading order as a passage."""
    runs: list[str | int] = []
    figures: list[Figure] = []
    for word in words:
        if isinstance(word, Figure):
            figures.append(word)
            runs.append(len(figures) - 1)
        elif runs and isinstance(runs[-1], str):
            runs[-1] += word
        elif word:
            runs.append(word)
    return Passage(tuple(runs), tuple(figures))


def joined(passages: Iterable[Passage]) -> Passage:
    """Several passages as one, each figure kept in its place."""
    return written(
        run if isinstance(run, str) else passage.figures[run] for passage in passages for run in passage.runs
    )
