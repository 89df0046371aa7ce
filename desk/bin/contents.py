"""A record with all that is deleted along with it, as plain JSON, and back."""

import json
from collections.abc import Iterator, Sequence
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
    collector = _collected([record])
    found = [one for instances in collector.data.values() for one in instances]
    protectors = sorted(collector.protected, key=_in_order)
    return _going(collector, record, [one for one in found if one != record], protectors)


def goings_with(records: Sequence[Model]) -> list[Going]:
    """As ``going_with``, of many of one kind in as many queries as of one, unless something protects any."""
    collector = _collected(records)
    if collector.protected:
        return [going_with(record) for record in records]
    return [_going(collector, record, list(_beneath(collector, record)), []) for record in records]


def _collected(records: Sequence[Model]) -> NestedObjects:
    collector = NestedObjects(using=DEFAULT_DB_ALIAS, origin=list(records))
    collector.collect(records)
    return collector


def _beneath(collector: NestedObjects, record: Model) -> Iterator[Model]:
    seen, waiting = {record}, [record]
    while waiting:
        for one in collector.edges.get(waiting.pop(), ()):
            if one not in seen:
                seen.add(one)
                waiting.append(one)
                yield one


def _going(collector: NestedObjects, record: Model, others: list[Model], protectors: list[Model]) -> Going:
    others.sort(key=_in_order)
    gone = {record, *others}
    named = {(type(one), one.pk) for one in gone}
    links = [
        (one, column.attname)
        for (column, _), emptied in collector.field_updates.items()
        for several in emptied
        for one in several
        if one not in gone and (column.related_model, getattr(one, column.attname)) in named
    ]
    return Going([record, *others], links, protectors)


def _in_order(record: Model):
    return record._meta.label, record.pk


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
