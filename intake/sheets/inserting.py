"""Records with their rows and links into the database, many at once; those that it refuses are found out."""

from collections.abc import Sequence

from django.db import IntegrityError, transaction
from django.db.models import Model

from intake.sheets.judging import Judged
from intake.sheets.kinds.kind import Kind
from toolkit.publishing import Stamped, stamp


def inserted(kind: Kind, judged: Sequence[Judged], by) -> list[Judged]:
    """Those that the database took; each other is told by the rule that it broke."""
    if not judged:
        return []
    try:
        with transaction.atomic():
            _insert(judged, by)
        return list(judged)
    except IntegrityError:
        for one in judged:
            _as_new(one)
    if len(judged) > 1:
        half = len(judged) // 2
        return [*inserted(kind, judged[:half], by), *inserted(kind, judged[half:], by)]
    judged[0].refuse(kind)
    return []


def tried(kind: Kind, judged: Sequence[Judged], by) -> None:
    """As ``inserted``, but nothing stays."""
    with transaction.atomic():
        for one in inserted(kind, judged, by):
            _as_new(one)
        transaction.set_rollback(True)


def _as_new(one: Judged) -> None:
    for record in (one.made.record, *(row for _, row in one.made.rows)):
        record.pk, record._state.adding = None, True


def _insert(judged: Sequence[Judged], by) -> None:
    records = [one.made.record for one in judged]
    for record in records:
        if isinstance(record, Stamped):
            stamp(record, by=by)
    type(records[0])._default_manager.bulk_create(records)
    rows: dict[type[Model], list[Model]] = {}
    for one in judged:
        for owner, row in one.made.rows:
            setattr(row, owner, one.made.record)
            rows.setdefault(type(row), []).append(row)
        for link in _links(one):
            rows.setdefault(type(link), []).append(link)
    for model, some in rows.items():
        model._default_manager.bulk_create(some)


def _links(one: Judged) -> list[Model]:
    """The rows of the tables between the record and those that it is linked to."""
    found = []
    for name, others in one.made.links.items():
        column = one.made.record._meta.get_field(name)
        here, there = column.m2m_field_name(), column.m2m_reverse_field_name()
        between = column.remote_field.through
        found += [between(**{here: one.made.record, there: other}) for other in others]
    return found
