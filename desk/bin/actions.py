"""Into the bin, out of it, and gone for good."""

import json
from collections.abc import Iterable

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import Model
from django.utils import timezone
from reversion.models import Revision

from desk.bin.contents import files_of, goings_with, links_in, records_in, written
from desk.gate.finding import hits_in
from desk.gate.registry import is_public
from desk.history.keeping import keep_new, kept
from desk.history.registry import has_history
from desk.models import Binned, Draft, Preview, Step
from desk.scope.registry import owners_of
from toolkit.pictures import versions
from toolkit.pictures.fields import PictureField
from toolkit.publishing import Publishable

RESTORED = "从回收站恢复。"
_AT_ONCE = 100
GONE = "它已经不在回收站里：有人先恢复了它，或者保留期已满。"


class Refused(Exception):
    """Why a record cannot come back, in a sentence for staff."""


def put_away(records: Iterable[Model], *, by) -> list[Binned]:
    """Delete records of one kind with all that belongs to them, so that they can come back."""
    records = list(records)
    binned = []
    for start in range(0, len(records), _AT_ONCE):
        binned += _put_away(records[start : start + _AT_ONCE], by)
    return binned


def _put_away(records: list[Model], by) -> list[Binned]:
    model = type(records[0])
    goings = goings_with(records)
    going = [one for each in goings for one in each.records]
    # On whose pages they, or what goes with them, were rows, there it is told.
    with kept(going, by=by, words=f"删除{model._meta.verbose_name}。"):
        binned = Binned.objects.bulk_create(_binned(each, by) for each in goings)
        model._base_manager.filter(pk__in=[one.pk for one in records]).delete()
    return binned


def _binned(going, by) -> Binned:
    record = going.records[0]
    return Binned(
        content_type=ContentType.objects.get_for_model(record),
        object_id=str(record.pk),
        name=str(record),
        contents=written(going),
        owners=owners_of(record),
        deleted_by=by,
    )


@transaction.atomic
def take_out(binned: Binned, *, by, as_withdrawn: bool = False) -> Model:
    """Bring a record back as it was, under its old key. Raises Refused, and then brings nothing."""
    binned = Binned.objects.kept().select_for_update().filter(pk=binned.pk).first()
    if binned is None:
        raise Refused(GONE)
    records = records_in(binned.contents)
    record = records[0]
    was = getattr(record, "state", "")
    _refuse_if_alone(records)
    if as_withdrawn:
        record.state = "withdrawn"
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            record.validate_unique()
            record.validate_constraints()
            cursor.execute(
                "SET LOCAL desk.restoring = 'on'"
            )  # a rule on when something is written holds no more
            for one in records:
                one.save_base(raw=True, force_insert=True)
            for model, key, name, value in links_in(binned.contents):
                model._base_manager.filter(pk=key, **{name: None}).update(**{name: value})
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
            _hold_what_is_private(record)
    except ValidationError as refusal:
        raise Refused(f"没有恢复：{' '.join(refusal.messages)}") from None
    except IntegrityError:
        raise Refused("没有恢复：它的内容与现在的记录冲突，名称或地址可能已经另有所用。") from None
    binned.delete()
    if getattr(record, "state", "") != was:
        _note_withdrawn(record, was, by=by)
    keep_new(records, by=by, words=RESTORED)
    LogEntry.objects.log_actions(by.pk, [record], CHANGE, change_message=RESTORED, single_object=True)
    return record


def _note_withdrawn(record: Publishable, was: str, *, by) -> None:
    """Its way tells that it went from the public when it came back."""
    Step.objects.create(
        content_type=ContentType.objects.get_for_model(record),
        object_id=record.pk,
        act="withdraw",
        by=by,
        at=timezone.now(),
        reason=RESTORED,
        from_state=was,
        to_state=record.state,
        was_published_at=record.published_at,
        was_expires_at=record.expires_at,
        was_approved_by_id=record.approved_by_id,
    )


def _hold_what_is_private(record: Model) -> None:
    """What the public must not read comes back withdrawn, or not at all where it has no such state."""
    found = hits_in(record) if is_public(record) else []
    if found and isinstance(record, Publishable):
        record.state = Publishable.State.WITHDRAWN
        record.save(update_fields=["state"])
    elif found:
        raise Refused(f"没有恢复：{found[0].sentence}")


def _refuse_if_alone(records: list[Model]) -> None:
    """What a record belongs to has to be there before it; what it may do without is left empty."""
    coming = {(type(one), one.pk) for one in records}
    for one in records:
        for column in one._meta.concrete_fields:
            target, key = column.remote_field and column.related_model, getattr(one, column.attname)
            if not target or key is None or (target, key) in coming:
                continue
            if target._base_manager.filter(pk=key).exists():
                continue
            if not column.null:
                named = f"{one._meta.verbose_name}的“{column.verbose_name}”"
                raise Refused(f"没有恢复：{named}已经删除，请先恢复它。")
            setattr(one, column.attname, None)


@transaction.atomic
def empty() -> int:
    """Remove for good what has been in the bin for its time, with its files and its history; how many."""
    over = list(Binned.objects.over().select_for_update(skip_locked=True))
    for binned in over:
        records = records_in(binned.contents)
        files = set(files_of(records))
        for one in records:
            if has_history(type(one)):
                files |= _forget(one)
        binned.delete()
        transaction.on_commit(lambda files=files: _remove(files))
    return len(over)


def _forget(record: Model) -> set:
    """Its versions, its draft and the pages shown of it are gone; the files that the versions named."""
    for beside in (Draft, Preview):
        beside.objects.of(record).delete()
    kind = ContentType.objects.get_for_model(record)
    revisions = Revision.objects.filter(version__content_type=kind, version__object_id=str(record.pk))
    named = set()
    for text in revisions.values_list("version__serialized_data", flat=True):
        named.update(files_of(_records_of(text)))
    revisions.delete()
    return named


def _remove(files) -> None:
    for column, name in files:
        if column.model._base_manager.filter(**{column.name: name}).exists():
            continue
        if isinstance(column, PictureField):
            versions.remove(column.storage, name)
        else:
            column.storage.delete(name)


def _records_of(text: str) -> list[Model]:
    return records_in({"records": json.loads(text)})
