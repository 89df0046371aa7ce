"""One table taken back as a whole: into the bin, but for what somebody has changed or used since."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.db import transaction
from django.db.models import Model

from desk.bin.actions import put_away
from desk.bin.contents import Going, goings_with
from desk.history.registry import rows_of
from intake.models import SheetImport, SheetRow
from intake.recording import Refused
from intake.recording.refusals import require
from intake.sheets.checking import stretches
from intake.sheets.saving import fingerprints, held
from toolkit.texts.quoting import quoted

_AT_ONCE = 100


@dataclass
class Standing:
    """What became of the records of a table: those that may go, those that stay, and why."""

    free: list[tuple[SheetRow, Model]] = field(default_factory=list)
    kept: list[tuple[Model, str]] = field(default_factory=list)


def standing(table: SheetImport) -> Iterator[str | Standing]:
    """How far the looking is, and last what it found; who was deleted meanwhile is in neither list."""
    found, rows = Standing(), list(table.rows.filter(state=SheetRow.State.SAVED))
    own = {row.record_key for row in rows}
    for done, some in enumerate(stretches(rows, _AT_ONCE)):
        records = table.model._base_manager.in_bulk([row.record_key for row in some])
        prints = fingerprints(list(records.values()))
        goings = goings_with(list(records.values())) if records else []
        used = {going.records[0].pk: _used(going, own) for going in goings}
        for row in some:
            if (record := records.get(row.record_key)) is None:
                continue
            why = "导入以后改过" if prints[record.pk] != row.as_saved else used[record.pk]
            if why:
                found.kept.append((record, why))
            else:
                found.free.append((row, record))
        yield f"已查看{min(len(rows), (done + 1) * _AT_ONCE):,}条，共{len(rows):,}条"
    yield found


def undoing(table: SheetImport, *, by, leave_changed: bool) -> Iterator[str | Standing]:
    """Telling how far it is, and last what stayed. Raises Refused where something would, unless it may."""
    if table.created_by_id != by.pk:  # one's own slip is put right without the right to delete
        require(by, f"{table.model._meta.app_label}.delete_{table.model._meta.model_name}")
    with transaction.atomic():
        table = held(table, SheetImport.State.SAVED)
        found = Standing()
        for told in standing(table):
            if isinstance(told, Standing):
                found = told
            else:
                yield told
        if found.kept and not leave_changed:
            raise Refused(told_of(found))
        yield from _put_away(table, found, by)
    yield found


def _put_away(table: SheetImport, found: Standing, by) -> Iterator[str]:
    told, count = f"撤销导入“{table}”。", len(found.free)
    for done, some in enumerate(stretches(_children_first(found.free), _AT_ONCE)):
        records = [record for _, record in some]
        LogEntry.objects.log_actions(by.pk, records, DELETION, change_message=told)
        put_away(records, by=by)
        rows = SheetRow.objects.filter(pk__in=[row.pk for row, _ in some])
        rows.update(state=SheetRow.State.UNDONE, record_key=None)
        yield f"已撤销{min(count, (done + 1) * _AT_ONCE):,}条，共{count:,}条"
    _close(table, count, by)


def told_of(found: Standing, most: int = 10) -> str:
    named = "、".join(f"{quoted(record)}（{why}）" for record, why in found.kept[:most])
    more = f"等{len(found.kept)}条" if len(found.kept) > most else ""
    return f"没有撤销：{named}{more}。"


def _close(table: SheetImport, count: int, by) -> None:
    table.state, table.updated_by = SheetImport.State.UNDONE, by
    table.save()
    told = f"撤销导入，{count}条放进回收站。"
    LogEntry.objects.log_actions(by.pk, [table], CHANGE, change_message=told, single_object=True)


def _children_first(free: list[tuple[SheetRow, Model]]) -> list[tuple[SheetRow, Model]]:
    """A record that another of the same table refers to goes after it."""
    return sorted(free, key=lambda one: -one[0].number)


def _used(going: Going, own: set[int]) -> str:
    """By what else it is used, that was not there when it was saved."""
    record = going.records[0]
    beneath = {rows.model for rows in rows_of(type(record))}
    others = [
        *(one for one in going.protectors if not (type(one) is type(record) and one.pk in own)),
        *(one for one in going.records[1:] if type(one) not in beneath and not one._meta.auto_created),
        *(one for one, _ in going.links if type(one) not in beneath),
    ]
    if not others:
        return ""
    return f"已有{others[0]._meta.verbose_name}用到它"
