"""Columns of the site where nothing new has been published for too long.

政府网站发展指引 (2017): a column of news that stands still for two weeks, any other for half a year, is a
failing of the whole site; an empty one counts as standing still.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from operator import attrgetter

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils import timezone

from desk.today.lines import Asked, Entry, Group, Told, register_told
from toolkit.dates.moments import day_text

NEWS = timedelta(weeks=2)
OTHERS = timedelta(days=182)
LIMITS = {NEWS: "动态栏目两周内要有更新", OTHERS: "半年内要有更新"}


@dataclass(frozen=True)
class Column:
    """A column of the site; ``newest`` finds when it was last added to, or None where it is empty."""

    name: str
    model: type[Model]  # whose desk fills it
    newest: Callable[[], datetime | None]
    most: timedelta = OTHERS


_COLUMNS: list[Column] = []


def register_column(column: Column) -> None:
    _COLUMNS.append(column)


def newest_of(*records: QuerySet) -> datetime | None:
    """When the last of all these records came before the public."""
    found = (
        rows.published().order_by("-published_at").values_list("published_at", flat=True).first()
        for rows in records
    )
    return max(filter(None, found), default=None)


@register_told
def stale(asked: Asked) -> Told | None:
    mine = sorted(filter(partial(_fills, asked=asked), _COLUMNS), key=attrgetter("most"))
    entries = [entry for column in mine if (entry := _stale(column, asked.today))]
    return Told("太久没有更新的栏目", Group.SITE, len(entries), entries) if entries else None


def _fills(column: Column, asked: Asked) -> bool:
    desk = admin.site._registry.get(column.model)
    return desk is not None and desk.has_add_permission(asked.request)


def _stale(column: Column, today: date) -> Entry | None:
    newest = column.newest()
    day = timezone.localdate(newest) if newest else None
    if day and today - day <= column.most:
        return None
    since = f"{day_text(day)}以后没有更新，已经{(today - day).days}天" if day else "还没有内容"
    told = f"{since}；{LIMITS[column.most]}"
    meta = column.model._meta
    return Entry(column.name, reverse(f"admin:{meta.app_label}_{meta.model_name}_add"), told)
