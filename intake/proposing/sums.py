"""Sums in a text that do not come out, and people counted together with attendances."""

import re
from collections.abc import Iterator
from decimal import Decimal

from counting import ATTENDANCES, MONEY, PEOPLE, Count, counts_in
from intake.outline import Span

_EACH = re.compile(r"(?:每|单)(?:份|个|套|人|名|件|户|箱|盒|支|张)[^，。；0-9]{0,6}")
_TOTAL = re.compile(r"(?:总|共|合)(?:价值|计|金额|额)?[^，。；0-9]{0,6}$")
_OF_WHICH = re.compile(r"其中[，：]?(?P<parts>[^。；]+)")
# 50人（次), 参与人数达342人次: the words say both people and attendances.
_PEOPLE_OR_TIMES = re.compile(
    r"(?<![0-9])[0-9]{1,9}[余多]?人（次）|人数[^，。；0-9]{0,4}[0-9.]{1,12}万?余?人次"
)
_IN_ALL = re.compile(r"(?:累计|共计|合计|总计|共)[^，。；0-9]{0,10}$")
_ALL_TOGETHER = re.compile("累计|共计|合计|总计|共")
# 男青年30名、女青年25名，共计60名: parts that follow one another, then what they are said to make.
_NEXT_PART = re.compile(r"、[^，。；、0-9]{0,12}|[，,]?(?:和|及|以及)[^，。；、0-9]{0,12}")
_THEN_TOTAL = re.compile(r"[^，。；0-9]{0,8}[，,]\s?(?:累计|共计|合计|总计|一?共)[^，。；0-9]{0,6}")
_MOST_PARTS = 12
_SENTENCE = re.compile(r"[^。；\n]+")


def products(seen: str) -> Iterator[tuple[str, str, Span]]:
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


def parts(seen: str) -> Iterator[tuple[str, str, Span]]:
    """74, 其中62、10、2."""
    for match in _OF_WHICH.finditer(seen):
        start = max(0, match.start() - 60, seen.rfind("\n", 0, match.start()) + 1)
        before = list(counts_in(seen[start : match.start()]))
        parts = list(counts_in(match["parts"]))
        if len(parts) > 2 and _run_before(parts, len(parts) - 1, match["parts"]):
            continue  # 其中男生30名、女生40名，共80名: their total stands behind them
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
    yield from _parts_before_their_total(seen)


def _parts_before_their_total(seen: str) -> Iterator[tuple[str, str, Span]]:
    for sentence in _SENTENCE.finditer(seen):
        if not _ALL_TOGETHER.search(sentence[0]) or "、" not in sentence[0]:
            continue
        counts = list(counts_in(sentence[0]))
        for at, total in enumerate(counts):
            parts = _run_before(counts, at, sentence[0])
            is_exact = all(one.count.precision == "exact" for one in (*parts, total))
            summed = sum(one.count.value for one in parts)
            if len(parts) > 1 and is_exact and summed != total.count.value:
                words = "、".join(one.text for one in parts)
                yield (
                    "parts_differ",
                    f"{words}加起来是{summed}，和“{total.text}”对不上，请核对。",
                    Span(sentence.start() + parts[0].start, sentence.start() + total.end),
                )


def _run_before(counts: list, at: int, words: str) -> list:
    """The parts directly before a total, each behind the other and all of its unit."""
    if not at or not _THEN_TOTAL.fullmatch(words, counts[at - 1].end, counts[at].start):
        return []
    first = at - 1
    while first and _NEXT_PART.fullmatch(words, counts[first - 1].end, counts[first].start):
        first -= 1
    run = counts[first:at]
    return run if {one.count.unit for one in run} == {counts[at].count.unit} else []


def mixed(seen: str) -> Iterator[tuple[str, str, Span]]:
    """分别120人、80人，累计200人次: people and attendances added to one number; 300人（次） says neither."""
    for match in _PEOPLE_OR_TIMES.finditer(seen):
        yield "people_or_attendances", f"“{match[0]}”说不清是人数还是人次，请核对。", Span(*match.span())
    for sentence in _SENTENCE.finditer(seen):
        if "人次" not in sentence[0] or not _ALL_TOGETHER.search(sentence[0]):
            continue
        counts = [one for one in counts_in(sentence[0]) if one.count.kind in (PEOPLE, ATTENDANCES)]
        for at, total in enumerate(counts):
            parts = _mixed_parts(counts[max(0, at - _MOST_PARTS) : at], total)
            if len(parts) > 1 and _IN_ALL.search(sentence[0][: total.start]):
                words = "、".join(one.text for one in parts)
                yield (
                    "people_or_attendances",
                    f"{words}合成了“{total.text}”，人数和人次混在一起，请核对。",
                    Span(sentence.start() + parts[0].start, sentence.start() + total.end),
                )


def _mixed_parts(before: list, total) -> list:
    """Those directly before that count the other way and make the total."""
    for first in range(len(before) - 2, -1, -1):
        parts = before[first:]
        if any(one.count.kind == total.count.kind for one in parts):
            return []
        if sum(one.count.value for one in parts) == total.count.value:
            return parts
    return []
