"""What of each model the public reads, what staff alone, and what is private even among them.

Each app has a table in its ``disclosure.py``; a test fails for a field that nobody declared.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from django.db.models import Model, Q

STAMPS = "created_at created_by updated_at updated_by"
PUBLISHED = {"state": "published"}  # in this state it is public, or will be at its time
ONCE_SAVED: Mapping = {}


@dataclass(frozen=True)
class Person:
    """How a model tells the name of a person, and of which of its rows that is a minor's, or an adult's."""

    name: str
    minors: Callable[[], Q]
    adults: Callable[[], Q]


@dataclass(frozen=True)
class Disclosure:
    public: tuple[str, ...] = ()
    staff: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    when: Mapping | None = None  # with these values it is public; of a row its owner says
    told: Mapping[str, str] = field(default_factory=dict)  # what the public reads in place of a field
    beside: Callable[[Model], str] | None = None  # what stands beside each other on the page
    rows: tuple[str, ...] = ()  # accessors of the rows that go public with it
    person: Person | None = None


_DECLARED: dict[type[Model], Disclosure] = {}


def disclose(model: type[Model], *, public="", staff="", private="", rows="", **told) -> None:
    """Names of fields and rows stand apart by spaces."""
    parts = {"public": public, "staff": staff, "private": private, "rows": rows}
    _DECLARED[model] = Disclosure(**{name: tuple(said.split()) for name, said in parts.items()}, **told)


def declared() -> Mapping[type[Model], Disclosure]:
    return _DECLARED


def disclosure_of(model: type[Model]) -> Disclosure:
    return _DECLARED.get(model, Disclosure())


def persons() -> Iterator[tuple[type[Model], Person]]:
    return ((model, one.person) for model, one in _DECLARED.items() if one.person)


def public_models() -> list[type[Model]]:
    """Those that have a page, or stand on one, by themselves."""
    return [model for model, one in _DECLARED.items() if one.when is not None]


def owner_of(record: Model) -> Model | None:
    """The record on whose page this one is a row."""
    for model, one in _DECLARED.items():
        for accessor in one.rows:
            relation = model._meta.get_field(accessor)
            if isinstance(record, relation.related_model):
                return getattr(record, relation.field.name, None)
    return None


def row_paths(model: type[Model], before: str = "") -> list[str]:
    """How all rows of a record are reached, as Django looks them up beforehand."""
    paths = []
    for accessor in disclosure_of(model).rows:
        path = f"{before}{accessor}"
        inner = model._meta.get_field(accessor).related_model
        paths += [path, *row_paths(inner, f"{path}__")]
    return paths


def root_of(record: Model) -> Model:
    owner = owner_of(record)
    return record if owner is None else root_of(owner)


def is_public(record: Model) -> bool:
    """Whether the public reads it, or will at a time that is set."""
    root = root_of(record)
    when = disclosure_of(type(root)).when
    return when is not None and all(getattr(root, name) == value for name, value in when.items())
