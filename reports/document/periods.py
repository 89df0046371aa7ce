"""The stretches of time that reports are made of: HalfYear(2020, 1) is the first half of 2020.

A topic or a report of other days has no such stretch; its days are told by its dates alone.
"""

from datetime import date

from toolkit.dates.periods import (
    FIRST_YEAR,
    HALF_YEAR,
    LAST_YEAR,
    MONTH,
    PERIODS,
    QUARTER,
    YEAR,
    HalfYear,
    Month,
    Period,
    Quarter,
    Year,
    period_from_slug,
)

__all__ = [
    "FIRST_YEAR",
    "HALF_YEAR",
    "LAST_YEAR",
    "MONTH",
    "OTHER",
    "PERIODS",
    "QUARTER",
    "TOPIC",
    "YEAR",
    "HalfYear",
    "Month",
    "Period",
    "Quarter",
    "Year",
    "period_from_slug",
    "period_of",
]

TOPIC, OTHER = "topic", "other"  # kinds of reports whose days are the office's own choice


def period_of(kind: str, start: date, end: date) -> Period | None:
    """The period of a report of this kind and these days; None where its days are its own."""
    return PERIODS[kind].of_days(start, end) if kind in PERIODS else None
