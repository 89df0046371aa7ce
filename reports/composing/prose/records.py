"""The records of one item in one paragraph: dates once, what they have in common once, sums in place."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from activities.models import Activity
from reports.composing.prose import activities
from reports.composing.prose.commendations import passage_of_commendation
from reports.composing.prose.figures import Stated, Words, clauses, listed
from reports.composing.prose.naming import Naming
from reports.composing.prose.times import is_told, times_of
from reports.composing.prose.titles import MARKS
from reports.document import Figure
from reports.document.passages import passage_of

_ENDS = "。！？…”》）"


def told(naming: Naming, year: int | None = None, until: date | None = None) -> Words:
    """What the records say by themselves by ``until``, their figures named; ``year`` goes without saying."""
    words: Words = []
    before = ""
    for alike in _groups(naming):
        when = "、".join(dict.fromkeys(record.when_text for record in alike))
        words = _ended(words) + _sentences(naming, alike, year, until, is_dated=when != before)
        before, year = when, alike[-1].starts_on.year
    return _ended(words) if len(naming.records) > 1 else words


def _groups(naming: Naming) -> list[list]:
    """The records that are told in one go: those with the same words, or without any and alike."""
    groups: dict[tuple, list] = {}
    for record in naming.records:
        groups.setdefault(_frame(record), []).append(record)
    found = []
    for alike in groups.values():
        is_one = len(alike) == 1 or not alike[0].summary or _adds_up(naming, alike)
        found += [alike] if is_one else [[record] for record in alike]
    return found


def _frame(record) -> tuple:
    if not isinstance(record, Activity):
        return "commendation", record.pk
    return ("summary", record.summary) if record.summary else ("none", *activities.frame_of(record))


def _adds_up(naming: Naming, alike: Sequence[Activity]) -> bool:
    """Whether one sentence can hold the figures of all of them, each name once."""
    names = [one.recorded.name for one in naming.together(alike)]
    return len(names) == len(set(names))


def _sentences(naming: Naming, alike: list, year: int | None, until: date | None, *, is_dated: bool) -> Words:
    first, is_merged = alike[0], len(naming.records) > 1
    if isinstance(first, Activity) and not first.summary:
        times = naming.occasions if is_merged and len(alike) == len(naming.records) else None
        return activities.sentence(
            alike, naming.known(naming.together(alike)), times, year, until, is_dated=is_dated
        )
    if isinstance(first, Activity):
        summary = first.summary.replace("\n", "") if is_merged else first.summary
        words = _of_summary(summary, first.title, naming.together(alike), naming)
    else:
        words = _of_commendation(naming, first)
    if not is_dated or not (is_merged or not first.summary) or _says_when(alike, words):
        return words
    when = times_of(alike, year, until)
    return [f"{when}，", *words] if when else words


def _of_summary(summary: str, title: str, stated: list[Stated], naming: Naming) -> Words:
    """Staff's own words with their figures, then those that they do not name."""
    by_name = {one.recorded.name: one for one in stated}
    passage = passage_of(summary, [replace(one.figure, label=name) for name, one in by_name.items()])
    used = [by_name[figure.label] for figure in passage.figures]
    words: Words = [run if isinstance(run, str) else used[run].figure for run in passage.runs]
    rest = naming.known([one for one in stated if one not in used])
    return [*_ended(words), *listed(clauses(rest, title), "，"), "。"] if rest else words


def _of_commendation(naming: Naming, commendation) -> Words:
    named = [one.figure for one in naming.of(commendation)]
    runs = passage_of_commendation(commendation).runs
    return [run if isinstance(run, str) else named[run] for run in runs]


def _says_when(alike: list, words: Words) -> bool:
    text = "".join(word.text if isinstance(word, Figure) else word for word in words)
    return (not any(isinstance(word, Figure) for word in words) and "待补" in text) or all(
        is_told(record, text) for record in alike
    )


def _ended(words: Words) -> Words:
    """The words with a mark at their end, so that a sentence may follow."""
    if not words or (isinstance(words[-1], str) and words[-1].rstrip().endswith(tuple(_ENDS))):
        return words
    if isinstance(words[-1], str):
        return [*words[:-1], f"{words[-1].rstrip(MARKS)}。"]
    return [*words, "。"]
