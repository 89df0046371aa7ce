"""Activities that belong together, of a campaign or a team: how many each year had, and a page of them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db.models import Count, Model, QuerySet
from django.db.models.functions import ExtractYear
from django.http import Http404
from django.utils import timezone
from django.utils.timezone import localdate

import counting
from activities.cards import cards_of, page_of_cards
from activities.covers import covers_by_owner, covers_statement
from activities.indicators import added_up
from activities.levels import level_within
from activities.models import Activity, Figure, Indicator
from activities.pieces import Piece, lying_in, pieces_by_indicator
from toolkit.dates.calendar import year_of
from toolkit.kept.told import rows_of, statement_of, told
from toolkit.pages.numbers import Bar, scaled
from toolkit.pages.public import page_number, page_of

ANY_OWNER = -1  # stands in for its key
PAGE = 20  # activities
MOST_LISTED = 500  # who looks for older ones finds them by their year, at the same cost
_YEAR = re.compile(r"[12][0-9]{3}")


@dataclass(frozen=True)
class Owner:
    """What the activities belong to: its model, the lookup that leads there from them, and its key in SQL."""

    model: type[Model]
    lookup: str
    key: str = "%(key)s"

    def of(self, queryset: QuerySet, **asked) -> str:
        """The statement of a queryset that asks by ``ANY_OWNER``."""
        return statement_of(queryset, owner=ANY_OWNER, **asked).replace("%(owner)s", self.key)


def told_of(owner: Owner, key, request, **others: str) -> dict[str, str]:
    """What ``series_of`` wants of the owner of this key but ``numbers``, and what other statements find."""
    year = _chosen_year(request)
    start, end = year_of(date(year, 1, 1)) if year else (None, None)
    statements = _statements(owner, bool(year), page_number(request)) | others
    return told(statements, now=timezone.now(), today=localdate(), key=key, start=start, end=end)


@lru_cache(100)
def _statements(owner: Owner, is_of_year: bool, page: int) -> dict[str, str]:
    activities = Activity.objects.published().filter(**{owner.lookup: ANY_OWNER})
    of_year = activities.held_between(date.min, date.max) if is_of_year else activities
    first = min(page - 1, MOST_LISTED) * PAGE
    cards = page_of_cards(of_year, first, first + PAGE)
    return {
        "cards": owner.of(cards, start=date.min, end=date.max),
        "covers": covers_statement(owner.model, f"= {owner.key}"),
    }


def in_years(activities: QuerySet, *parts: str) -> QuerySet:
    """How many activities lie in which years, as ``series_of`` wants the ``numbers``."""
    spans = activities.order_by().values(*parts, first=ExtractYear("starts_on"), last=ExtractYear("ends_on"))
    return spans.annotate(number=Count("pk"))


def series_of(found: dict[str, str], request) -> dict:
    """What activities/_series.html prints of them: all, or those of one year (?year=); and their cover."""
    year = _chosen_year(request)
    total, by_year = _numbers(rows_of(found["numbers"]))
    number = by_year.get(year, 0) if year else total
    page = page_of(request, range(min(number, MOST_LISTED)), size=PAGE)
    return {
        **page,
        "object_list": cards_of(rows_of(found["cards"])),
        "photo": next(iter(covers_by_owner(rows_of(found["covers"])).values()), None),
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


Stocks = dict[int, list[Figure]]


def sums_of(
    pieces: Iterable[Piece], stocks: Stocks, told: Iterable[Indicator], year: int | None = None
) -> list[tuple[str, str]]:
    """What the figures come to, of all years or of one, each total that any of them makes."""
    days = year_of(date(year, 1, 1)) if year else (date.min, date.max)
    entering = pieces_by_indicator(lying_in(2 * year, 2 * year + 1, pieces) if year else pieces)
    found = []
    for one in told:
        stock = level_within(*days, stocks.get(one.pk, ()))
        found.append((one.name, stock.level if stock else added_up(entering.get(one.pk, ()))))
    return [(name, counting.write_total(count)) for name, count in found if count]


def sums_by_year(
    pieces: Sequence[Piece], stocks: Stocks, told: Sequence[Indicator], years: Iterable[int]
) -> dict[int, str]:
    """The same of each year in words; every figure is of one."""
    found = {year: sums_of(pieces, stocks, told, year) for year in years}
    return {year: "，".join(name + text for name, text in sums) for year, sums in found.items()}


def _bar(year, number, note):
    known = (f"{number} 次活动", f"?year={year}") if number else ("没有活动记录", "")
    return Bar(f"{year}年", number, *known, note)


def _numbers(spans: Iterable[dict]) -> tuple[int, dict[int, int]]:
    """How many there are, and how many of each year; what lies in two years is in the list of both."""
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
