"""Totals that are levels: of the stocks that enter them the newest counts, and nothing is added.

Stocks are few, and which day one is of only Python can read, so that each is looked at by itself.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Q, QuerySet

import counting
from activities.indicators import entered
from activities.models import Activity, Figure, Indicator
from toolkit.kept.told import records_of
from toolkit.publishing import is_published

_DAYS = ("starts_on", "ends_on")
_STOCK = ("id", "enters", "value", "high", "unit", "precision", "as_of", "ends_on", "repeats_id")


def stocks_that_enter(told: Iterable[Indicator], today: date, *, indicators: Sequence[Indicator]) -> QuerySet:
    """The stocks that these totals are levels of, of published activities that have begun."""
    levels = [one.pk for one in told if one.is_stock]
    begun = Q(is_published("activity"), activity__starts_on__lte=today)
    stocks = Figure.objects.filter(begun, ~Q(as_of=""), part=Figure.Part.TOTAL, part_of__isnull=True)
    return stocks.annotate(enters=entered(indicators)).filter(enters__in=levels)


def in_full(stocks: QuerySet, *parts: str) -> QuerySet:
    """The stocks as rows of ``stocks_of``."""
    return stocks.order_by().values(*_STOCK, *parts, *(f"activity__{name}" for name in _DAYS))


def stocks_of(rows: Iterable[dict]) -> dict[int, list[Figure]]:
    """The stocks that enter each of the totals, by its key."""
    found: dict[int, list[Figure]] = {}
    for row in rows:
        [stock] = records_of(Figure, [row])
        [stock.activity] = records_of(Activity, [{name: row[f"activity__{name}"] for name in _DAYS}])
        found.setdefault(stock.enters, []).append(stock)
    return found


def level_within(first: date, last: date, stocks: Iterable[Figure]) -> Figure | None:
    """The stock that counts in the days from ``first`` to ``last``."""
    return counting.level_of(one for one in stocks if first <= one.counted_on <= last)
