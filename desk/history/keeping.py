"""Every save kept: what a record was before its first change, and what it is after each.

``kept`` stands around whatever changes records; the pages of the desk do it by themselves.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.contrib.contenttypes.models import ContentType
from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.models import Model
from django.utils import timezone
from reversion.models import Revision, Version

from desk.history.registry import has_history, owners_of, rows_of
from desk.history.states import State, is_same, read, written

Key = tuple[type[Model], object]  # a model and the key of its record

BEFORE = "此前的内容"
ELSEWHERE = "在工作台以外改动"


class Keeping:
    """Knows what records were, so that afterwards each that changed has its versions."""

    def __init__(self, records: Iterable[Model] = ()):
        self._before: dict[Key, tuple[Model, str]] = {}
        self.stand(records)

    def stand(self, records: Iterable[Model]) -> None:
        """Note how these records, and those whose history tells of them too, stand in the database."""
        standing = _fetched(_around(list(records)) - self._before.keys())
        self._before |= {_key_of(one): (one, written(one)) for one in standing}

    def before(self, record: Model) -> tuple[Model, State] | None:
        found = self._before.get(_key_of(record))
        return found and (found[0], read(found[1]))

    @transaction.atomic
    def finish(self, *, by, words: str, made: Iterable[Model] = ()) -> list[Key]:
        """Keep a version of each record that is new or not as it was; returns those."""
        wanted = self._before.keys() | _around([*made])
        after = {_key_of(one): (one, written(one)) for one in _fetched(wanted)}
        changed = {key: one for key, one in after.items() if not self._is_same(key, one[1])}
        newest = _newest(changed)
        unkept = {key: one for key, one in changed.items() if not _is_kept(key, newest, one[1])}
        versions = [
            _version(*self._before[key], by=None, words=ELSEWHERE if key in newest else BEFORE)
            for key in unkept
            if key in self._before and not _is_kept(key, newest, self._before[key][1])
        ]
        versions += [_version(*one, by=by, words=words) for one in unkept.values()]
        _save(versions)
        self._before |= changed
        return list(changed)

    def _is_same(self, key: Key, now: str) -> bool:
        return key in self._before and is_same(key[0], read(self._before[key][1]), read(now))


@contextmanager
def kept(records: Iterable[Model], *, by, words: str) -> Iterator[Keeping]:
    """Whatever is changed of the records inside is kept, in one transaction with the change."""
    with transaction.atomic():
        keeping = Keeping(records)
        yield keeping
        keeping.finish(by=by, words=words)


def keep_new(records: Iterable[Model], *, by, words: str) -> None:
    """The first version of records that were just made."""
    Keeping().finish(by=by, words=words, made=records)


def _key_of(record: Model) -> Key:
    return type(record), record.pk


def _around(records: list[Model]) -> set[Key]:
    """The records, their rows that have a page of their own, and those on whose page they are rows."""
    found = {_key_of(one) for one in records if has_history(type(one)) and one.pk is not None}
    for record in records:
        found.update(owners_of(record))
    for model in {type(one) for one in records}:
        for rows in rows_of(model):
            if has_history(rows.model):
                keys = [one.pk for one in records if type(one) is model]
                inside = rows.model._base_manager.filter(**{f"{rows.owner}__in": keys})
                found.update((rows.model, key) for key in inside.values_list("pk", flat=True))
    return found


def _fetched(wanted: Iterable[Key]) -> list[Model]:
    """The records as the database has them, with all that is written of them, in few queries."""
    by_model: dict[type[Model], list] = {}
    for model, key in wanted:
        by_model.setdefault(model, []).append(key)
    found: list[Model] = []
    for model, keys in by_model.items():
        several = [one.name for one in model._meta.many_to_many]
        rows = [
            f"{one.accessor}{'' if not inner else f'__{inner}'}"
            for one in rows_of(model)
            for inner in ("", *(column.name for column in one.model._meta.many_to_many))
        ]
        found += model._base_manager.filter(pk__in=keys).order_by("pk").prefetch_related(*several, *rows)
    _tie(found)
    return found


def texts_of(records: Iterable[Model]) -> dict[object, str]:
    """What the database says of records of one kind now, rows included, by their keys."""
    return {one.pk: written(one) for one in _fetched([_key_of(record) for record in records])}


def _tie(found: list[Model]) -> None:
    """Rows are called by whose they are: those are at hand, and are not asked for one by one."""
    by_key = {_key_of(one): one for one in found}
    for one in found:
        for column in one._meta.concrete_fields:
            owner = column.is_relation and by_key.get((column.related_model, getattr(one, column.attname)))
            if owner:
                column.set_cached_value(one, owner)


def _newest(wanted: Iterable[Key]) -> dict[Key, str]:
    """What the newest version of each record says."""
    found: dict[Key, str] = {}
    for model in {model for model, _ in wanted}:
        keys = [str(key) for one, key in wanted if one is model]
        versions = Version.objects.get_for_model(model).filter(object_id__in=keys)
        newest = versions.order_by("object_id", "-pk").distinct("object_id")
        for key, text in newest.values_list("object_id", "serialized_data"):
            found[model, model._meta.pk.to_python(key)] = text
    return found


def _is_kept(key: Key, newest: dict[Key, str], text: str) -> bool:
    return key in newest and is_same(key[0], read(newest[key]), read(text))


def _version(record: Model, text: str, *, by, words: str) -> Version:
    """What stood before bears the moment and the name that the record itself bears."""
    stands = words == BEFORE
    revision = Revision(
        date_created=(getattr(record, "updated_at", None) if stands else None) or timezone.now(),
        user_id=getattr(record, "updated_by_id", None) if stands else by and by.pk,
        comment=words,
    )
    return Version(
        revision=revision,
        object_id=str(record.pk),
        content_type=ContentType.objects.get_for_model(record),
        db=DEFAULT_DB_ALIAS,
        format="json",
        serialized_data=text,
        object_repr=str(record),
    )


def _save(versions: list[Version]) -> None:
    """A revision for each: of several records changed at once each has a history of its own."""
    Revision.objects.bulk_create([version.revision for version in versions])
    for version in versions:
        version.revision_id = version.revision.pk
    Version.objects.bulk_create(versions)
