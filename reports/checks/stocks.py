"""Stocks of one thing on one day that say different numbers: only one of them can be the total."""

from collections.abc import Iterator

import counting
from activities.indicators import by_indicator
from activities.models import Figure, Indicator
from reports.checks.findings import Finding, finding
from reports.checks.reading import Reading, source_of_figure


def findings(reading: Reading) -> Iterator[Finding]:
    material = reading.material
    entering = by_indicator(material.figures, material.indicators)
    for indicator in (one for one in material.indicators if one.is_stock):
        level = counting.level_of(entering[indicator.pk])
        for other in counting.stocks_in(entering[indicator.pk]):
            if other.stands_on == level.stands_on and not _agree(other, level):
                yield _differs(indicator, level, other, reading)


def _agree(one: Figure, other: Figure) -> bool:
    return counting.agree(counting.bounds_of(one.count), counting.bounds_of(other.count))


def _differs(indicator: Indicator, level: Figure, other: Figure, reading: Reading) -> Finding:
    words = (
        f"“{indicator}”截至{level.level.as_of}有两个数：“{level.activity}”写的是{_number(level)}，"
        f"“{other.activity}”写的是{_number(other)}；合计取了前一个，请核对，改成一致。"
    )
    sources = tuple(source_of_figure(one.activity, one) for one in (level, other))
    return finding("stock_differs", words, reading.place_of(other.activity), sources)


def _number(stock: Figure) -> str:
    return counting.write(counting.Count(stock.value, stock.unit, stock.precision, stock.high))
