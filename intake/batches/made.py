"""What a batch made and changed, noted so that it can be taken back."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.apps import apps
from django.core import serializers
from django.db.models import Model, ProtectedError
from reversion.models import Revision, Version

from desk.history.keeping import kept
from desk.history.registry import has_history

STAMPED = ("created_at", "created_by", "updated_at", "updated_by")


@dataclass
class Made:
    """Records in the order in which they were made, and what some that stood already were before."""

    new: list[Model] = field(default_factory=list)
    changed: list[tuple[Model, dict]] = field(default_factory=list)

    def as_json(self) -> list[dict]:
        """With a print of each as the database keeps it, to know later whether somebody changed it."""
        every = [*self.new, *(record for record, _ in self.changed)]
        stored = {model: _stored(model, every) for model in {type(record) for record in every}}
        lines = [{"model": one._meta.label_lower, "key": one.pk} for one in self.new]
        lines += [{"model": one._meta.label_lower, "key": one.pk, "was": was} for one, was in self.changed]
        for record, line in zip(every, lines, strict=True):
            line["as"] = _print_of(stored[type(record)][record.pk])
        return lines


@dataclass
class TakenBack:
    """How many records are gone or as before, and those that stay since somebody has changed them."""

    number: int = 0
    staying: list[str] = field(default_factory=list)


def take_back(lines: Iterable[dict], *, owners: Iterable[Model], by, words: str) -> TakenBack:
    """Delete what was made and put back what was changed, newest first; not what was changed since."""
    done = TakenBack()
    by_model: dict[str, list[dict]] = {}
    for line in reversed(list(lines)):
        by_model.setdefault(line["model"], []).append(line)
    with kept(owners, by=by, words=words):
        for label, of_model in by_model.items():
            _take_back(apps.get_model(label), of_model, done)
    return done


def _take_back(model: type[Model], lines: list[dict], done: TakenBack) -> None:
    found = model._base_manager.select_for_update().in_bulk([line["key"] for line in lines])
    going = []
    for line in lines:
        record = found.get(line["key"])
        if record is None:
            continue
        if _print_of(record) != line["as"]:
            done.staying.append(str(record))
        elif "was" in line:
            for name, value in line["was"].items():
                setattr(record, model._meta.get_field(name).attname, value)
            record.save(update_fields=list(line["was"]))
            done.number += 1
        else:
            going.append(record)
    done.number += _delete(model, going, done)


def _delete(model: type[Model], records: list[Model], done: TakenBack) -> int:
    """At once; where other records hold some of them, one by one."""
    keys = [record.pk for record in records]
    try:
        model._base_manager.filter(pk__in=keys).delete()
    except ProtectedError as refusal:
        held = _held(model, refusal)
        done.staying += [str(record) for record in records if record.pk in held]
        keys = [key for key in keys if key not in held]
        model._base_manager.filter(pk__in=keys).delete()
    _forget(model, keys)
    return len(keys)


def _held(model: type[Model], refusal: ProtectedError) -> set:
    """The keys of those that the protecting records point to."""
    return {
        getattr(other, column.attname)
        for other in refusal.protected_objects
        for column in other._meta.concrete_fields
        if column.remote_field and column.related_model is model
    }


def _forget(model: type[Model], keys: list) -> None:
    """Who was never meant to be on record leaves no version behind."""
    if not has_history(model):
        return
    versions = Version.objects.get_for_model(model).filter(object_id__in=[str(key) for key in keys])
    Revision.objects.filter(pk__in=list(versions.values_list("revision_id", flat=True))).delete()


def _stored(model: type[Model], records: list[Model]) -> dict:
    return model._base_manager.in_bulk([record.pk for record in records if type(record) is model])


def _print_of(record: Model) -> str:
    """What the record says, short; not who saved it when."""
    names = [one.name for one in record._meta.concrete_fields if one.name not in STAMPED]
    fresh = serializers.serialize("json", [record], fields=names)
    return hashlib.sha256(fresh.encode()).hexdigest()[:16]
