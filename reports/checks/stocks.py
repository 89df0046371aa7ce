"""Stocks of one thing on one day that say different numbers: only one of them can be the total."""

from collections.abc import Iterator

import counting
from activities.indicators import by_indicator
from activities.models import Figure, Indicator
from branches.census.levels import CensusLevel
from reports.checks.findings import Finding, finding
from reports.checks.reading import Reading
from reports.composing.sources import source_of_stock
from toolkit.texts.quoting import quoted

Stock = Figure | CensusLevel


def findings(reading: Reading) -> Iterator[Finding]:
    material = reading.material
    entering = by_indicator(material.figures, material.indicators)
    for indicator in (one for one in material.indicators if one.is_stock):
        stocks = [*entering[indicator.pk], *material.census_of(indicator)]
        level = counting.level_of(stocks)
        for other in counting.stocks_in(stocks):
            if other.stands_on == level.stands_on and not _agree(other, level):
                yield _differs(indicator, level, other, reading)


def _agree(one: Stock, other: Stock) -> bool:
    return counting.agree(counting.bounds_of(one.count), counting.bounds_of(other.count))


def _differs(indicator: Indicator, level: Stock, other: Stock, reading: Reading) -> Finding:
    sources = tuple(source_of_stock(one) for one in (level, other))
    named = [quoted(source.label) for source in sources]
    words = (
        f"“{indicator}”截至{level.level.as_of}有两个数：{named[0]}写的是{_number(level)}，"
        f"{named[1]}写的是{_number(other)}；合计取了前一个，请核对，改成一致。"
    )
    return finding("stock_differs", words, reading.place_of_source(sources[1]), sources)


def _number(stock: Stock) -> str:
    return counting.write(counting.Count(stock.value, stock.unit, stock.precision, stock.high))
