"""Activities that may be the one that somebody is about to enter: a close title, and days that meet.

Only those that began about then are looked at, by the index of days, so that very many others cost nothing.
"""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from toolkit.dates.timing import FIRST_DAY, LAST_DAY
from toolkit.folding import compared

NEAR = timedelta(days=3)  # so far apart two people put one activity
LASTING = timedelta(days=62)  # what goes on at the time and is no stretch of the calendar began since then
MOST_LOOKED_AT, MOST_TOLD = 3000, 3
CLOSE = 0.6


def alike(activities: QuerySet, *, title: str, start: date, end: date) -> list:
    """Those whose title is close and whose days meet, the closest first."""
    pairs = _pairs(title)
    if not pairs or not FIRST_DAY <= start <= end <= LAST_DAY:
        return []
    found = activities.filter(_begun_near(start, end), ends_on__gte=start - NEAR).order_by(
        "-starts_on", "-pk"
    )
    rows = found.values_list("pk", "title")[:MOST_LOOKED_AT]
    close = sorted(((_closeness(pairs, _pairs(other)), pk) for pk, other in rows), reverse=True)
    keys = [pk for closeness, pk in close if closeness >= CLOSE][:MOST_TOLD]
    by_key = activities.in_bulk(keys)
    return [by_key[key] for key in keys]


def _begun_near(start: date, end: date) -> Q:
    """A month, season, half or year begins with a month: those of more than a year ago are over."""
    firsts = [date(start.year - far, month, 1) for far in (0, 1) for month in range(1, 13)]
    return Q(starts_on__range=(start - LASTING, end + NEAR)) | Q(starts_on__in=firsts)


def _pairs(title: str) -> set[str]:
    text = compared(title)
    return {text[at : at + 2] for at in range(len(text) - 1)}


def _closeness(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if other else 0.0
