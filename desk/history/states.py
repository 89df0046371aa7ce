"""What a record and its rows were at one moment, as the history keeps it: plain JSON."""

import json
from dataclasses import dataclass, field

from django.apps import apps
from django.core import serializers
from django.db.models import DateTimeField, Field, ManyToManyField, Model

from desk.history.registry import rows_of

Values = dict[str, object]  # by the name of the column

# Acts write these, no form does; they are told all the same.
BY_ACTS = frozenset({"state", "published_at", "expires_at"})


@dataclass(frozen=True)
class State:
    """A record's values, and those of its rows by their model and key."""

    values: Values = field(default_factory=dict)
    rows: dict[type[Model], dict[str, Values]] = field(default_factory=dict)


def written(record: Model) -> str:
    """The record and its rows as one text, the record first."""
    rows = [row for one in rows_of(type(record)) for row in getattr(record, one.accessor).all()]
    return serializers.serialize("json", [record, *rows])


def read(text: str) -> State:
    """What was written; rows of a kind that there is no longer are left out."""
    record, *rows = json.loads(text)
    kept: dict[type[Model], dict[str, Values]] = {}
    for row in rows:
        try:
            model = apps.get_model(row["model"])
        except LookupError:
            continue
        kept.setdefault(model, {})[str(row["pk"])] = row["fields"]
    return State(record["fields"], kept)


def told_fields(model: type[Model]) -> list[Field]:
    """The columns that somebody fills in; the others the system writes by itself."""
    return [one for one in (*model._meta.fields, *model._meta.many_to_many) if _is_told(one)]


def _is_told(column: Field) -> bool:
    if isinstance(column, ManyToManyField) and not column.remote_field.through._meta.auto_created:
        return False  # told by its rows
    return (column.editable or column.name in BY_ACTS) and not column.primary_key


def changed_fields(model: type[Model], before: Values, after: Values) -> list[Field]:
    """The told columns that differ; one that either knows nothing of came with an update, not by anybody."""
    known = [one for one in told_fields(model) if one.name in before and one.name in after]
    return [one for one in known if _plain(one, before[one.name]) != _plain(one, after[one.name])]


def _plain(column: Field, value):
    """As it is compared: a moment to the minute, as forms show it; several records in no order."""
    if isinstance(column, DateTimeField) and value:
        return str(value)[:16]
    return sorted(value) if isinstance(column, ManyToManyField) and value else value


def is_same(model: type[Model], before: State, after: State) -> bool:
    """Whether nothing that anybody fills in differs."""
    if changed_fields(model, before.values, after.values):
        return False
    for kind in {*before.rows, *after.rows}:
        old, new = before.rows.get(kind, {}), after.rows.get(kind, {})
        if old.keys() != new.keys() or any(changed_fields(kind, old[key], new[key]) for key in new):
            return False
    return True
