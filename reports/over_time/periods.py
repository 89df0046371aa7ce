"""The periods that are counted: half-years, and the whole years that two of them make."""

from reports.document.periods import HalfYear, Year

Period = Year | HalfYear


def halves_of(period: Period) -> tuple[HalfYear, ...]:
    return period.halves if isinstance(period, Year) else (period,)


def period_of(slug: str) -> Period:
    """The period of ``2020`` or ``2020-h1``; raises ValueError for any other text."""
    kind = Year if slug.isdecimal() else HalfYear
    return kind.from_slug(slug)
