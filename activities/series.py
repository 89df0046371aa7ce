"""Activities that belong together, of a campaign or a team: how many each year had, and a page of them."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Count
from django.db.models.functions import ExtractYear
from django.http import Http404

import counting
from activities.cards import told_as_cards
from activities.indicators import added_up
from activities.models import Indicator
from activities.pieces import Piece, lying_in, pieces_by_indicator
from activities.querysets import ActivityQuerySet
from toolkit.dates.calendar import year_of
from toolkit.pages.numbers import Bar, scaled
from toolkit.pages.public import page_of

MOST_LISTED = 500  # who looks for older ones finds them by their year, at the same cost
_YEAR = re.compile(r"[12][0-9]{3}")


def series_of(activities: ActivityQuerySet, request) -> dict:
    """What activities/_series.html prints of them: all, or those of one year (?year=)."""
    year = _chosen_year(request)
    total, by_year = _numbers(activities)
    number = total
    if year:
        activities, number = activities.held_between(*year_of(date(year, 1, 1))), by_year.get(year, 0)
    told = told_as_cards(activities).newest_first()
    page = page_of(request, told[:MOST_LISTED], number=min(number, MOST_LISTED))
    return {
        **page,
        "year": year,
        "total": total,
        "number": number,
        "most_listed": MOST_LISTED,
        "by_year": by_year,
    }


def bars_of(by_year: dict[int, int], notes: dict[int, str] | None = None) -> list[tuple[Bar, int]]:
    """The years drawn, each leading to its activities; ``notes`` say what else there was in a year."""
    years = sorted({*by_year, *(notes or {})}, reverse=True)
    return scaled([_bar(year, by_year.get(year), (notes or {}).get(year, "")) for year in years])


def told_in_a_series(indicators: Iterable[Indicator]) -> list[Indicator]:
    """The totals that are printed but for hours of service: those are told by who records them."""
    return [one for one in indicators if one.is_printed and not one.takes_service]


def sums_of(pieces: Iterable[Piece], told: Iterable[Indicator]) -> list[tuple[str, str]]:
    """What the figures add up to, each total that any of them makes."""
    entering = pieces_by_indicator(pieces)
    found = [(one.name, added_up(entering.get(one.pk, ()))) for one in told]
    return [(name, counting.write(count)) for name, count in found if count]


def sums_by_year(pieces: Sequence[Piece], told: Sequence[Indicator], years: Iterable[int]) -> dict[int, str]:
    """The sums of each year in words; every figure is of one."""
    found = {year: sums_of(lying_in(2 * year, 2 * year + 1, pieces), told) for year in years}
    return {year: "，".join(name + text for name, text in sums) for year, sums in found.items()}


def _bar(year, number, note):
    known = (f"{number} 次活动", f"?year={year}") if number else ("没有活动记录", "")
    return Bar(f"{year}年", number, *known, note)


def _numbers(activities) -> tuple[int, dict[int, int]]:
    """How many there are, and how many of each year; what lies in two years is in the list of both."""
    spans = (
        activities.order_by()
        .values(first=ExtractYear("starts_on"), last=ExtractYear("ends_on"))
        .annotate(number=Count("pk"))
    )
    number, by_year = 0, {}
    for span in spans:
        number += span["number"]
        for year in range(span["first"], span["last"] + 1):
            by_year[year] = by_year.get(year, 0) + span["number"]
    return number, by_year


def _chosen_year(request) -> int | None:
    word = request.GET.get("year")
    if not word:
        return None
    if not _YEAR.fullmatch(word):
        raise Http404
    return int(word)
