"""Half-years as plain values: HalfYear(2020, 1) is the first half of 2020."""

import re
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, order=True)
class HalfYear:
    """The half-year ``half`` (1 or 2) of ``year``."""

    year: int
    half: int

    def __post_init__(self):
        if self.half not in (1, 2) or not 1949 <= self.year <= 2100:
            raise ValueError(f"no such half-year: {self.year}-h{self.half}")

    @classmethod
    def containing(cls, day: date) -> "HalfYear":
        return cls(day.year, 1 if day.month <= 6 else 2)

    @classmethod
    def of_days(cls, start: date, end: date) -> "HalfYear | None":
        """The half-year that begins and ends on these days; None for a period of other days."""
        try:
            half = cls.containing(start)
        except ValueError:
            return None
        return half if (half.first_day, half.last_day) == (start, end) else None

    @classmethod
    def from_slug(cls, slug: str) -> "HalfYear":
        """The half-year of ``2020-h1``; raises ValueError for any other text."""
        match = re.fullmatch(r"(\d{4})-h([12])", slug, re.ASCII)
        if match is None:
            raise ValueError(f"not the slug of a half-year: {slug!r}")
        return cls(int(match[1]), int(match[2]))

    @property
    def first_day(self) -> date:
        return date(self.year, 1, 1) if self.half == 1 else date(self.year, 7, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, 6, 30) if self.half == 1 else date(self.year, 12, 31)

    @property
    def next(self) -> "HalfYear":
        return HalfYear(self.year, 2) if self.half == 1 else HalfYear(self.year + 1, 1)

    @property
    def previous(self) -> "HalfYear":
        return HalfYear(self.year - 1, 2) if self.half == 1 else HalfYear(self.year, 1)

    @property
    def slug(self) -> str:
        return f"{self.year}-h{self.half}"

    def __str__(self) -> str:
        return f"{self.year}年{'上' if self.half == 1 else '下'}半年"
