"""What a person should look at before accepting: told twice, does not add up, unknown."""

import re
from collections.abc import Iterator
from decimal import Decimal
from difflib import SequenceMatcher

from counting import MONEY, Count, counts_in
from intake.outline import Span
from intake.proposing.proposal import Proposal
from intake.reading.shadow import shadow

_EACH = re.compile(r"(?:每|单)(?:份|个|套|人|名|件|户|箱|盒|支|张)[^，。；]{0,6}")
_TOTAL = re.compile(r"(?:总|共|合)(?:价值|计|金额|额)?[^，。；0-9]{0,6}$")
_OF_WHICH = re.compile(r"其中[，：]?(?P<parts>[^。；]+)")
_ALIKE = 0.6


def warnings_of(proposal: Proposal) -> list[dict]:
    """Sentences for the person who confirms, each with the place that it speaks of."""
    seen = shadow(proposal.source.text)
    found = [*_unknown(proposal), *_masked(proposal), *_told_twice(proposal), *_products(seen), *_parts(seen)]
    return [
        {"code": code, "text": sentence, "span": [span.start, span.end]} for code, sentence, span in found
    ]


def _unknown(proposal: Proposal) -> Iterator[tuple[str, str, Span]]:
    title = proposal.outline.title
    if proposal.committee is None:
        yield "committee_unknown", "没有读出是哪个团委的文件，请补上。", title
    if proposal.period is None:
        yield "period_unknown", "没有读出文件说的是哪一段时间，没有写年份的日期都没有推断，请补上。", title


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
                if SequenceMatcher(None, one.title, other.title, autojunk=False).ratio() >= _ALIKE:
                    yield (
                        "told_twice",
                        f"“{one.title}”和“{other.title}”都在{day:%Y}年{day.month}月{day.day}日，可能说的是同一件事。",
                        other.span,
                    )


def _products(seen: str) -> Iterator[tuple[str, str, Span]]:
    """60份, 每份150元, 总价值9000元."""
    for match in _EACH.finditer(seen):
        start, end = max(0, match.start() - 160), min(len(seen), match.end() + 60)
        while start < match.start() and seen[start] not in "。\n":
            start += 1
        counts = list(counts_in(seen[start:end]))
        each = next(
            (one for one in counts if start + one.start >= match.end() - 1 and one.count.kind == MONEY), None
        )
        total = next(
            (
                one
                for one in counts
                if each
                and one.start > each.end
                and one.count.kind == MONEY
                and _TOTAL.search(seen[start : start + one.start])
            ),
            None,
        )
        measure = match[0][1]
        pieces = [one for one in counts if each and one.start < each.start and one.count.unit == measure]
        if each and total and pieces and not _fits(pieces[-1].count, each.count, total.count):
            yield (
                "product_differs",
                f"“{pieces[-1].text}”乘以“{each.text}”不等于“{total.text}”，请核对。",
                Span(start + pieces[-1].start, start + total.end),
            )


def _fits(pieces: Count, each: Count, total: Count) -> bool:
    inexact = {one.precision for one in (pieces, each, total)} != {"exact"}
    product = pieces.value * each.value
    return product == total.value or (inexact and abs(product - total.value) <= total.value / Decimal(5))


def _parts(seen: str) -> Iterator[tuple[str, str, Span]]:
    """74, 其中62、10、2."""
    for match in _OF_WHICH.finditer(seen):
        start = max(0, match.start() - 60)
        before = list(counts_in(seen[start : match.start()]))
        parts = list(counts_in(match["parts"]))
        if not before or len(parts) < 2 or {one.count.unit for one in parts} != {before[-1].count.unit}:
            continue
        total, exact = before[-1].count, all(one.count.precision == "exact" for one in [before[-1], *parts])
        summed = sum(one.count.value for one in parts)
        if exact and (summed > total.value or (summed != total.value and "分别" in match["parts"])):
            words = "、".join(one.text for one in parts)
            yield (
                "parts_differ",
                f"{words}加起来是{summed}，和“{before[-1].text}”对不上，请核对。",
                Span(start + before[-1].start, match.end()),
            )
