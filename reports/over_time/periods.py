"""The periods that are counted: half-years, and the whole years that two of them make."""

import re
from dataclasses import dataclass
from datetime import date

from reports.document.periods import HalfYear


@dataclass(frozen=True)
class Year:
    year: int

    @property
    def halves(self) -> tuple[HalfYear, HalfYear]:
        return HalfYear(self.year, 1), HalfYear(self.year, 2)

    @property
    def slug(self) -> str:
        return f"{self.year}"

    @property
    def first_day(self) -> date:
        return date(self.year, 1, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, 12, 31)

    def __str__(self) -> str:
        return f"{self.year}年"


Period = Year | HalfYear


def halves_of(period: Period) -> tuple[HalfYear, ...]:
    return period.halves if isinstance(period, Year) else (period,)


def period_of(slug: str) -> Period:
    """The period of ``2020`` or ``2020-h1``; raises ValueError for any other text."""
    if re.fullmatch(r"(19|20)[0-9]{2}", slug):
        return Year(int(slug))
    return HalfYear.from_slug(slug)
