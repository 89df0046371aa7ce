"""How each kind of record belongs to what accounts are tied to; what nobody declared belongs to the whole.

scope(Organization, ITSELF)             accounts are tied to these
scope(Activity, "organizers")           belongs to those that this relation leads to
scope(Figure, "activity")               belongs with the record that this relation leads to
scope(Tag, SHARED)                      everybody sees it; only who reaches all changes it
scope(Report, WHOLE)                    only for who reaches all
scope(Event, lambda user: Q(by=user))   a condition of its own
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.admin.utils import lookup_spawns_duplicates
from django.db.models import Model, Q, QuerySet

from desk.scope.reach import reach_of, sees_any

ITSELF, SHARED, WHOLE = object(), object(), object()


@dataclass(frozen=True)
class Scope:
    way: object = WHOLE
    changed_by_all: bool = True  # who see it; else only who reaches all

    @property
    def relation(self) -> str:
        """The name of the relation to what it belongs to; empty where there is none."""
        return self.way if isinstance(self.way, str) else ""


_DECLARED: dict[type[Model], Scope] = {}


def scope(model: type[Model], way: str | object | Callable, *, changed_by_all: bool = True) -> None:
    _DECLARED[model] = Scope(way, changed_by_all and way is not SHARED)


def is_declared(model: type[Model]) -> bool:
    return model in _DECLARED


def scope_of(model: type[Model]) -> Scope:
    return _DECLARED.get(model._meta.concrete_model, Scope())


def belongs_to(model: type[Model]) -> type[Model] | None:
    """What the relation of its scope leads to."""
    relation = scope_of(model).relation
    return model._meta.get_field(relation).related_model if relation else None


def within(records: QuerySet, user) -> QuerySet:
    """Those of the records that the account reaches."""
    reach = reach_of(user)
    if reach.is_whole:
        return records
    return records.filter(condition(records.model, user)) if reach.keys else records.none()


def condition(model: type[Model], user) -> Q:
    """That a record of the kind is reached by somebody who does not reach all."""
    its, keys = scope_of(model).way, reach_of(user).keys
    if its is WHOLE:
        return Q(pk__in=())
    if its is SHARED:
        return Q()
    if its is ITSELF:
        return Q(pk__in=keys)
    return _reached(model, its, user, keys) if isinstance(its, str) else its(user)


def _reached(model, relation: str, user, keys) -> Q:
    target = belongs_to(model)
    found = keys if scope_of(target).way is ITSELF else within(target._base_manager.all(), user).values("pk")
    told = Q(**{f"{relation}__in": found})
    if lookup_spawns_duplicates(model._meta, relation):
        return Q(pk__in=model._base_manager.filter(told).values("pk"))
    return told


def sees_kind(user, model: type[Model]) -> bool:
    """Whether there may be records of the kind for the account to see."""
    return reach_of(user).is_whole or (sees_any(user) and scope_of(model).way is not WHOLE)


def changes_kind(user, model: type[Model]) -> bool:
    return reach_of(user).is_whole or (sees_kind(user, model) and scope_of(model).changed_by_all)


def adds_to_kind(user, model: type[Model]) -> bool:
    """What is shared everybody may add to who has the right."""
    return sees_kind(user, model) if scope_of(model).way is SHARED else changes_kind(user, model)


def sees(user, record: Model) -> bool:
    """Whether the account reaches this record as it is stored; asked of the database once in a request."""
    reach = reach_of(user)
    if reach.is_whole:
        return True
    if record.pk is None or not sees_kind(user, type(record)):
        return False
    key = (type(record), record.pk)
    if key not in reach.seen:
        reach.seen[key] = within(type(record)._base_manager.filter(pk=record.pk), user).exists()
    return reach.seen[key]


def changes(user, record: Model) -> bool:
    return changes_kind(user, type(record)) and sees(user, record)


def way_to_owners(model: type[Model]) -> str:
    """The whole way from a kind of record to what accounts are tied to; empty where none leads there."""
    if scope_of(model).way is ITSELF:
        return "pk"
    target = belongs_to(model)
    beyond = target and way_to_owners(target)
    if not beyond:
        return ""
    relation = scope_of(model).relation
    return relation if beyond == "pk" else f"{relation}__{beyond}"


def owners_of(record: Model) -> list[int]:
    """The keys of what the record belongs to."""
    if not (way := way_to_owners(type(record))):
        return []
    keys = type(record)._base_manager.filter(pk=record.pk).values_list(way, flat=True)
    return sorted({key for key in keys if key is not None})
