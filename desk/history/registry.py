"""Which records have a history, and the rows that belong to each: those edited on its page."""

from collections.abc import Iterable
from typing import NamedTuple

import reversion
from django.db.models import Model


class Rows(NamedTuple):
    """Rows of a record: how they are reached from it, and their column that names it."""

    accessor: str
    model: type[Model]
    owner: str


_ROWS: dict[type[Model], tuple[Rows, ...]] = {}


def register(model: type[Model], rows: Iterable[Rows]) -> None:
    _ROWS[model] = tuple(rows)
    if not reversion.is_registered(model):
        reversion.register(model)


def has_history(model: type[Model]) -> bool:
    return model in _ROWS


def rows_of(model: type[Model]) -> tuple[Rows, ...]:
    return _ROWS.get(model, ())


def owners_of(record: Model) -> list[tuple[type[Model], object]]:
    """The records on whose page this one is a row too."""
    found = []
    for owner, kinds in _ROWS.items():
        for rows in kinds:
            if rows.model is type(record):
                found.append((owner, getattr(record, record._meta.get_field(rows.owner).attname)))
    return [(model, key) for model, key in found if key is not None]
