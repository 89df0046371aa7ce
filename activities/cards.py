"""Activities as lists print them: each told by its row, printed once, then remembered with it."""

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db.models import F, QuerySet, TextField
from django.db.models.expressions import RawSQL

from activities.models import Activity, Figure, WorkArea

_PLAIN = ("title", "summary", "place", "starts_on", "ends_on", "date_precision", "day_part")
_DAYS = ("starts_on", "ends_on")

# In SQL, since Django would take longer to put them together than the whole list takes to be read.
_COVER = """(
    SELECT json_build_object('image', image, 'width', width, 'height', height, 'alt', alt,
        'focus_x', focus_x, 'focus_y', focus_y)::text
    FROM activities_photo WHERE activity_id = activities_activity.id ORDER BY position, id LIMIT 1
)"""
_FIGURES = """CASE WHEN summary LIKE '%%{%%' THEN (
    SELECT json_agg(json_build_object(
        'name', name, 'wording', wording, 'value', value, 'high', high, 'unit', unit, 'noun', noun,
        'as_of', as_of, 'kind', kind, 'precision', precision
    ) ORDER BY position, id)::text
    FROM activities_figure WHERE activity_id = activities_activity.id
) END"""


def told_as_cards(activities: QuerySet) -> QuerySet:
    """The activities as rows of plain values: what their cards print, no column and no query more.

    What comes from other tables is text, so that a row can be a key: the first photo, and the figures of
    a summary that calls for any.
    """
    told = {
        "area_name": F("area__name"),
        "cover_told": RawSQL(_COVER, (), TextField()),
        "figures_told": RawSQL(_FIGURES, (), TextField()),
    }
    return activities.annotate(**told).values_list("pk", *_PLAIN, *told, named=True)


def page_of_cards(activities: QuerySet, first: int, last: int) -> QuerySet:
    """The cards from one place to another among the newest; an offset would first tell all before them."""
    shown = activities.newest_first().values("pk")[first:last]
    return told_as_cards(activities.model.objects.filter(pk__in=shown)).newest_first()


class CardList:
    """The cards of the newest activities, told page by page."""

    def __init__(self, activities: QuerySet):
        self._activities = activities

    def __getitem__(self, part: slice) -> QuerySet:
        return page_of_cards(self._activities, part.start, part.stop)


class Card(NamedTuple):
    """Such a row."""

    pk: int
    title: str
    summary: str
    place: str
    starts_on: date
    ends_on: date
    date_precision: str
    day_part: str
    area_name: str
    cover_told: str | None
    figures_told: str | None


def cards_of(rows: Iterable[dict]) -> list[Card]:
    """The rows of ``told_as_cards`` as ``toolkit.kept.told`` has them."""
    return [Card(**row | {name: date.fromisoformat(row[name]) for name in _DAYS}) for row in rows]


def activity_of(row) -> Activity:
    """The activity that such a row tells of, as far as it does."""
    told = {name: getattr(row, name) for name in ("pk", *_PLAIN)}
    activity = Activity(**told, area=WorkArea(name=row.area_name))
    activity.told_cover = json.loads(row.cover_told) if row.cover_told else None
    figures = json.loads(row.figures_told or "[]", parse_int=Decimal, parse_float=Decimal)
    activity.told_figures = [Figure(**figure) for figure in figures]
    return activity
