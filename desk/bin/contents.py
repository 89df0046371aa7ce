"""A record with all that is deleted along with it, as plain JSON, and back."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.apps import apps
from django.contrib.admin.utils import NestedObjects
from django.core import serializers
from django.db import DEFAULT_DB_ALIAS
from django.db.models import FileField, Model


@dataclass(frozen=True)
class Going:
    """What goes when a record is deleted, the record first; and what only loses its link to it."""

    records: list[Model]
    links: list[tuple[Model, str]]  # a record that stays, and its column that is emptied
    protectors: list[Model] = field(default_factory=list)


def going_with(record: Model) -> Going:
    collector = NestedObjects(using=DEFAULT_DB_ALIAS, origin=[record])
    collector.collect([record])
    found = [one for instances in collector.data.values() for one in instances]
    others = sorted((one for one in found if one != record), key=lambda one: (one._meta.label, one.pk))
    gone = {record, *others}
    links = [
        (one, column.attname)
        for (column, _), emptied in collector.field_updates.items()
        for several in emptied
        for one in several
        if one not in gone
    ]
    protectors = sorted(collector.protected, key=lambda one: (one._meta.label, one.pk))
    return Going([record, *others], links, protectors)


def written(going: Going) -> dict:
    """Many-to-many links are among the records: the rows of the tables between."""
    records = [_written(one) for one in going.records]
    links = [[one._meta.label_lower, one.pk, name, getattr(one, name)] for one, name in going.links]
    return json.loads(json.dumps({"records": records, "links": links}, default=str))


def _written(record: Model) -> dict:
    columns = [column.attname.removesuffix("_id") for column in record._meta.concrete_fields]
    [told] = serializers.serialize("python", [record], fields=columns)
    return told


def records_in(contents: dict) -> list[Model]:
    """The records as they were, not saved; the first is the one that was deleted."""
    found = serializers.deserialize("python", contents["records"], ignorenonexistent=True)
    return [one.object for one in found]


def links_in(contents: dict) -> Iterator[tuple[type[Model], object, str, object]]:
    for label, key, name, value in contents["links"]:
        yield apps.get_model(label), key, name, value


def files_of(records: list[Model]) -> list[tuple[FileField, str]]:
    """The files that the records name, each with its column."""
    return [
        (column, value)
        for one in records
        for column in one._meta.concrete_fields
        if isinstance(column, FileField) and (value := column.value_to_string(one))
    ]
