"""The stretches of time that the office counts by: HalfYear(2020, 1) is the first half of 2020."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Self

MONTH, QUARTER, HALF_YEAR, YEAR = "month", "quarter", "half_year", "year"
FIRST_YEAR, LAST_YEAR = 1949, 2100


@dataclass(frozen=True, order=True)
class Period:
    """The ``number``-th stretch of its kind, counted from 1, in ``year``."""

    year: int
    number: int = 1

    KIND: ClassVar[str]
    MONTHS: ClassVar[int]  # how many it has
    SLUG: ClassVar[str]
    NAMES: ClassVar[tuple[str, ...]]

    def __post_init__(self):
        if not 1 <= self.number <= len(self.NAMES) or not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise ValueError(f"no such {self.KIND}: {self.number} of {self.year}")

    @classmethod
    def containing(cls, day: date) -> Self:
        return cls(day.year, (day.month - 1) // cls.MONTHS + 1)

    @classmethod
    def of_days(cls, start: date, end: date) -> Self | None:
        """The period that begins and ends on these days; None for a stretch of other days."""
        try:
            period = cls.containing(start)
        except ValueError:
            return None
        return period if (period.first_day, period.last_day) == (start, end) else None

    @classmethod
    def from_slug(cls, slug: str) -> Self:
        """The period of ``2020-h1``; raises ValueError for any other text."""
        for year in re.findall(r"^\d{4}", slug, re.ASCII):
            for number in range(1, len(cls.NAMES) + 1):
                period = cls(int(year), number)
                if period.slug == slug:
                    return period
        raise ValueError(f"not the slug of a {cls.KIND}: {slug!r}")

    @property
    def first_day(self) -> date:
        return date(self.year, (self.number - 1) * self.MONTHS + 1, 1)

    @property
    def last_day(self) -> date:
        months = self.number * self.MONTHS
        return date(self.year + months // 12, months % 12 + 1, 1) - timedelta(days=1)

    @property
    def next(self) -> Self:
        return type(self).containing(self.last_day + timedelta(days=1))

    @property
    def previous(self) -> Self:
        return type(self).containing(self.first_day - timedelta(days=1))

    @property
    def slug(self) -> str:
        return self.SLUG.format(year=self.year, number=self.number)

    def __str__(self) -> str:
        return f"{self.year}年{self.NAMES[self.number - 1]}"


class Month(Period):
    KIND, MONTHS, SLUG = MONTH, 1, "{year}-{number:02}"
    NAMES = tuple(f"{month}月" for month in range(1, 13))


class Quarter(Period):
    KIND, MONTHS, SLUG = QUARTER, 3, "{year}-q{number}"
    NAMES = ("第一季度", "第二季度", "第三季度", "第四季度")


class HalfYear(Period):
    KIND, MONTHS, SLUG = HALF_YEAR, 6, "{year}-h{number}"
    NAMES = ("上半年", "下半年")


class Year(Period):
    KIND, MONTHS, SLUG = YEAR, 12, "{year}"
    NAMES = ("度",)

    @property
    def halves(self) -> tuple[HalfYear, HalfYear]:
        return HalfYear(self.year, 1), HalfYear(self.year, 2)


PERIODS: dict[str, type[Period]] = {period.KIND: period for period in (Year, HalfYear, Quarter, Month)}


def period_from_slug(slug: str) -> Period:
    """The period of ``2020``, ``2020-h1``, ``2020-q1`` or ``2020-01``; raises ValueError for other text."""
    for period in PERIODS.values():
        try:
            return period.from_slug(slug)
        except ValueError:
            continue
    raise ValueError(f"not the slug of a period: {slug!r}")
