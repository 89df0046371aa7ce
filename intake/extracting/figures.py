"""The figures of a text, by the one reader of counts; masked ones are told as unknown."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from counting import GROWTH, NEVER_SUMMED, Count, Refused, TypedCount, counts_in, read
from intake.outline.parts import Span

_MASKED = re.compile(
    r"(?<![A-Za-z0-9*×○])(?:[xX]{1,4}|[×＊*○●■□_]{1,6})\s?[百千万亿]?(?:余|多)?(?P<unit>人次|场次|名|人|个|支|场|次|期|份|项|件|家|户|篇|条|批|所|万元|元|小时|%)"
)
# 同比增长, 比去年下降了约: words right before a rate that make it a change; 提高到95% is a level.
_CHANGE = re.compile(
    r"(?:(?P<up>增长|提高|提升|上升|增加|上涨|增幅|增速)|(?P<down>下降|降低|减少|回落|下滑|降幅))(?:了|为|达|约|近|超|过){0,2}$"
)
_COMPARED = re.compile(
    r"(?:同比|环比|[比较](?:去年|上年|上半年|上季度|上月|同期|前)[^，。；]{0,6})[^，。；]{0,4}$"
)
_TITLES = re.compile(r"《[^》\n]{0,80}》")
_SAYING_BEHIND = re.compile(r"“[\u4e00-\u9fff]{1,3}”")
# The running number of a row: of 1 and 张亮 nothing is counted.
_INDEX = re.compile(r"(?m)^[0-9]{1,4}(?=\t)")
_UNIT_THEN_NUMBER = re.compile(
    r"(?<=\t)(?P<unit>[\u4e00-\u9fff]{1,3}|%)\t(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)(?=\t|\n|$)"
)
_SAYINGS = re.compile(r"“[^”\n]{0,30}”")


@dataclass(frozen=True)
class Figure:
    """A counted number and where it stands; ``count`` is None where the number was masked."""

    count: Count | None
    unit: str
    span: Span
    direction: str = ""  # of a change: up or down; empty where the number is no change

    @property
    def kind(self) -> str | None:
        """People, attendances, money, rate …; growth for a change, None for a masked number."""
        return None if self.count is None else GROWTH if self.direction else self.count.kind


def figures_in(seen: str, span: Span) -> list[Figure]:
    """The figures of a piece of the text in order. Those within titles and sayings (“五项重点”) are none."""
    words = _TITLES.sub(lambda match: "〓" * len(match[0]), span.of(seen))
    words = _INDEX.sub(lambda match: "〓" * len(match[0]), _SAYINGS.sub(_without_chinese_numbers, words))
    found = [
        _figure(one, words, span.start) for one in counts_in(words) if not _is_way_of_speaking(one, words)
    ]
    found += [
        Figure(None, match["unit"], Span(span.start + match.start(), span.start + match.end()))
        for match in _MASKED.finditer(words)
    ]
    found += _of_columns(words, span.start)
    return sorted(found, key=lambda one: one.span.start)


def _of_columns(words: str, offset: int) -> Iterator[Figure]:
    """场 and 12 in two cells of a row: a table that has its units in a column of their own."""
    for match in _UNIT_THEN_NUMBER.finditer(words):
        try:
            count = read(f"{match['number']}{match['unit']}")
        except Refused:
            continue
        yield Figure(count, count.unit, Span(offset + match.start("unit"), offset + match.end()))


def _figure(one: TypedCount, words: str, offset: int) -> Figure:
    before = words[max(0, one.start - 24) : one.start]
    change = _CHANGE.search(before)
    is_change = change and (one.count.kind in NEVER_SUMMED or _COMPARED.search(before[: change.start()]))
    direction = ("up" if change["up"] else "down") if is_change else ""
    return Figure(one.count, one.count.unit, Span(offset + one.start, offset + one.end), direction)


def _is_way_of_speaking(one: TypedCount, words: str) -> bool:
    """百人 without a word that says how many; 2016年4期 of a magazine; 24小时内; 三个“引领”."""
    alone = one.text[0] in "百千万" and len(one.text) == 2
    issue = one.count.unit == "期" and re.search(r"20[0-9]{2}年$", words[max(0, one.start - 5) : one.start])
    saying = one.text[0] not in "0123456789" and _SAYING_BEHIND.match(words, one.end)
    return alone or bool(issue or saying) or (one.count.unit == "小时" and words.startswith("内", one.end))


def _without_chinese_numbers(match: re.Match) -> str:
    return re.sub("[一二两三四五六七八九十百千万]", "〓", match[0])


def within(found: list, span: Span) -> tuple:
    """Those of the parts, in order, that stand inside a span."""
    first = bisect_left(found, span.start, key=lambda one: one.span.start)
    last = bisect_left(found, span.end, key=lambda one: one.span.start)
    return tuple(found[first:last])
