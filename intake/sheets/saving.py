"""The good rows of a table become records, all in one transaction; each remembers the table."""

import hashlib
import json
from collections.abc import Iterator

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from desk.history.keeping import keep_new, texts_of
from desk.history.states import read, told_fields
from intake.models import SheetImport, SheetRow
from intake.recording import Refused
from intake.sheets.checking import Looking, stretches
from intake.sheets.inserting import inserted
from intake.sheets.kinds import kind_of

State = SheetRow.State
_TOLD = 200  # rows, between two words on how far it is
DONE_ALREADY = "这个表格已经导入过，或者已经撤销，请看看现在的样子。"


def saving(table: SheetImport, *, by) -> Iterator[str]:
    """Telling how far it is. Raises Refused; whatever breaks it off, nothing is saved."""
    with transaction.atomic():
        table = held(table, SheetImport.State.OPEN)
        kind = kind_of(table.model)(by)
        looking = Looking(table, kind)
        rows = list(table.rows.filter(state=State.GOOD).order_by("number"))
        if not rows:
            raise Refused("没有可以导入的行。")
        for done, some in enumerate(stretches(rows, kind.at_once), 1):
            _save(looking, some, by)
            if done * kind.at_once % _TOLD < kind.at_once:
                yield f"已导入{min(done * kind.at_once, len(rows)):,}行，共{len(rows):,}行"
        _close(table, by)


def _close(table: SheetImport, by) -> None:
    table.rows.filter(state=State.KNOWN).update(cells=[])
    table.state, table.saved_at, table.saved_by, table.updated_by = "saved", timezone.now(), by, by
    table.save()
    saved = table.rows.filter(state=State.SAVED).count()
    told = f"导入{table.model._meta.verbose_name}{saved}条。"
    LogEntry.objects.log_actions(by.pk, [table], CHANGE, change_message=told, single_object=True)


def held(table: SheetImport, state: str) -> SheetImport:
    """Nobody else saves or undoes it until the transaction ends."""
    found = SheetImport.objects.select_for_update(of=("self",)).filter(pk=table.pk, state=state).first()
    if found is None:
        raise Refused(DONE_ALREADY)
    return found


def _save(looking: Looking, rows: list[SheetRow], by) -> None:
    good = inserted(looking.kind, looking.at(rows), by)
    records = [one.made.record for one in good]
    _remember(looking.table, good, records, by)
    for record in records:
        looking.kind.look.add(record)
    SheetRow.objects.bulk_update(rows, ["state", "said", "cells", "record_key", "as_saved"])


def _remember(table: SheetImport, good, records: list[Model], by) -> None:
    """In the history and the log of each, and in the row that it comes from."""
    told = f"由表格“{table}”导入。"
    keep_new(records, by=by, words=told)
    if records:
        LogEntry.objects.log_actions(by.pk, records, ADDITION, change_message=told)
    prints = fingerprints(records)
    for one in good:
        row, key = one.row, one.made.record.pk
        row.state, row.cells, row.record_key, row.as_saved = State.SAVED, [], key, prints[key]


def fingerprints(records: list[Model]) -> dict[int, str]:
    """What somebody filled in of each record and its rows, as one short text."""
    return {key: _fingerprint(type(records[0]), text) for key, text in texts_of(records).items()}


def _fingerprint(model: type[Model], text: str) -> str:
    state = read(text)
    told = [[model._meta.label, _told(model, state.values)]]
    for kind, rows in state.rows.items():
        told += [[kind._meta.label, key, _told(kind, values)] for key, values in rows.items()]
    return hashlib.sha256(json.dumps(sorted(told, key=str), sort_keys=True).encode()).hexdigest()


def _told(model: type[Model], values: dict) -> dict:
    """Not who saved it and when: somebody may have saved it without changing anything."""
    return {one.name: values.get(one.name) for one in told_fields(model)}
