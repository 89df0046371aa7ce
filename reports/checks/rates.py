"""Rates whose numerator and denominator are on record: what the two make, against what is stated."""

from collections.abc import Iterator

import counting
from activities.models import Figure
from reports.checks.findings import Finding, finding
from reports.checks.reading import Reading, source_of_figure
from reports.composing.material import rates_made_of_two


def findings(reading: Reading) -> Iterator[Finding]:
    for rate in rates_made_of_two(reading.material.activities):
        made = counting.made_of(rate, rate.numerator, rate.denominator)
        if not counting.is_as_stated(rate, rate.wording, made):
            yield _differs(rate, counting.made_in_words(rate, made), reading)


def _differs(rate: Figure, made: str, reading: Reading) -> Finding:
    both = (rate.numerator, rate.denominator)
    numerator, denominator = (f"“{one.name}”{one.text}" for one in both)
    how = "与" if rate.kind == counting.GROWTH else "÷"
    words = (
        f"“{rate.name}”写的是{rate.text}，按{numerator}{how}{denominator}算是{made}，"
        "请核对，改正写错的那个数。"
    )
    sources = tuple(source_of_figure(one.activity, one) for one in (rate, *both))
    return finding("rate_differs", words, reading.place_of(rate.activity), sources)
