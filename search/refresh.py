"""Keeping the entries in step with the records.

The database notes every change of a record, in the transaction that makes it
and whoever makes it (migration 0002). A search first writes the entries of
what is noted; the few it leaves, after a change of very many, it does not show.
So what a search shows is never out of date.
"""

from django.db import connection, transaction

from search.entries import entries_of, keys_of
from search.models import Change, Entry, Kind, Word
from search.vocabulary import gather

AT_ONCE = 500  # records written in one transaction
A_SEARCH_WRITES = 500  # records at most: a second's work; `manage.py refresh_search` writes all
_LOCK = 7460240  # any number, the same for every process

_TAKE = f"""
    WITH chosen AS (
        SELECT DISTINCT kind, record_id
        FROM (SELECT kind, record_id FROM search_change ORDER BY id LIMIT {AT_ONCE}) AS oldest
    )
    DELETE FROM search_change USING chosen
    WHERE search_change.kind = chosen.kind AND search_change.record_id = chosen.record_id
    RETURNING search_change.kind, search_change.record_id
"""


def refresh(at_most: int | None = None) -> int:
    """Write the entries of changed records, of all or of about ``at_most``; returns of how many."""
    written = 0
    while Change.objects.exists() and (at_most is None or written < at_most):
        written += _refresh_some()
    return written


def note_all() -> None:
    """Note every record as changed: for when this code reads other words from a record than before."""
    Word.objects.all().delete()
    for kind in Kind:
        Change.objects.bulk_create(Change(kind=kind, record_id=key) for key in keys_of(kind))


@transaction.atomic
def _refresh_some() -> int:
    with connection.cursor() as cursor:
        # One at a time: of two that write the same record, the later might have read it earlier.
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        cursor.execute(_TAKE)
        # Read only after the notes are taken: who changes a record meanwhile leaves a note of its own.
        changed = set(cursor.fetchall())
    for kind in {kind for kind, _ in changed}:
        _write(kind, {key for of_kind, key in changed if of_kind == kind})
    return len(changed)


def _write(kind, keys):
    entries = entries_of(kind, keys)
    there = {entry.record_id for entry in entries}
    Entry.objects.filter(kind=kind, record_id__in=keys - there).delete()
    which = ("kind", "record_id")
    told = [field.name for field in Entry._meta.concrete_fields if field.name not in ("id", *which)]
    Entry.objects.bulk_create(entries, update_conflicts=True, unique_fields=which, update_fields=told)
    gather(entries)
