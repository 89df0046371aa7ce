"""What a person should look at before accepting: told twice, does not add up, unknown."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from intake.extracting.awards.parts import MASKED_NAME
from intake.extracting.days import impossible_in
from intake.outline import Span
from intake.proposing.proposal import Proposal
from intake.proposing.sums import mixed, parts, products

_ALIKE = 0.6
_LONG_ENOUGH = 6  # characters that two titles share in a row: 全体（扩大）会议
_NAME_IN_A_LIST = re.compile(
    rf"(?:^|[、：\s予]|授予)(?:[\u4e00-\u9fff]{{0,12}})(?:{MASKED_NAME.pattern})[\u4e00-\u9fff*＊×○xX]{{0,3}}(?=[、，等\s]|[0-9]|$)"
)


def warnings_of(proposal: Proposal) -> list[dict]:
    """Sentences for the person who confirms, each with the place that it speaks of."""
    seen = proposal.source.seen
    found = [
        *_unknown(proposal),
        *_masked(proposal),
        *_masked_names(proposal, seen),
        *_impossible(proposal, seen),
        *_told_twice(proposal),
        *products(seen),
        *parts(seen),
        *mixed(seen),
    ]
    return [
        {"code": code, "text": sentence, "span": [span.start, span.end]} for code, sentence, span in found
    ]


def _unknown(proposal: Proposal) -> Iterator[tuple[str, str, Span]]:
    title = proposal.outline.title
    if proposal.committee is None:
        yield "committee_unknown", "没有读出是哪个团委的文件，请补上。", title
    if proposal.period is None:
        yield (
            "period_unknown",
            "没有读出文件说的是哪一段时间；没有写年份的日期按落款、网页的日期推断，推断不了的空着，请核对。",
            title,
        )


def _masked(proposal: Proposal) -> Iterator[tuple[str, str, Span]]:
    text = proposal.source.text
    for section in proposal.sections:
        for item in section.items:
            for figure in item.figures:
                if figure.count is None:
                    yield (
                        "number_masked",
                        f"“{figure.span.of(text)}”的数被遮住了，没有读成数据。",
                        figure.span,
                    )


def _masked_names(proposal: Proposal, seen: str) -> Iterator[tuple[str, str, Span]]:
    for award in (*proposal.awards, *proposal.nominees):
        told = award.span.of(seen)
        if _NAME_IN_A_LIST.search(told):
            title = award.title
            yield "name_masked", f"获得“{title}”的名单里有名字被遮住了，没有读出是谁，请补上。", award.span


def _impossible(proposal: Proposal, seen: str) -> Iterator[tuple[str, str, Span]]:
    for span in impossible_in(seen, proposal.period):
        yield "no_such_day", f"日历上没有“{span.of(seen)}”这一天，没有读成日期，请核对。", span


def _told_twice(proposal: Proposal) -> Iterator[tuple[str, str, Span]]:
    """The same day and alike words in two items: mostly one meeting told in two sections."""
    by_day: dict = {}
    for section in proposal.sections:
        for item in section.items:
            for activity in item.activities:
                for day in activity.days[:1]:
                    if day.start and not day.is_month:
                        by_day.setdefault(day.start, []).append(activity)
    for day, activities in by_day.items():
        for at, one in enumerate(activities[:20]):
            for other in activities[at + 1 : 20]:
                if _may_be_one(one.title, other.title):
                    yield (
                        "told_twice",
                        f"“{one.title}”和“{other.title}”都在{day:%Y}年{day.month}月{day.day}日，可能说的是同一件事。",
                        other.span,
                    )


def _may_be_one(title: str, other: str) -> bool:
    """Titles of one day that are alike, or name the same kind of meeting at length."""
    match = SequenceMatcher(None, title, other, autojunk=False)
    if match.ratio() >= _ALIKE:
        return True
    return match.find_longest_match(0, len(title), 0, len(other)).size >= _LONG_ENOUGH
