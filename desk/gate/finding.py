"""What of a record may not be public: where it stands, what it is, its words masked."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import F, Model, TextField, Value

from desk.gate.overruling import overruled
from desk.gate.places import Place, own_places, places
from desk.gate.registry import disclosure_of, persons, root_of, row_paths
from toolkit import names
from toolkit.private import MINOR, Found, found_in
from toolkit.private.found import around
from toolkit.private.known import Known

Minors = Callable[[str], set[str]]  # the names of minors on record that stand in a text


@dataclass(frozen=True)
class Hit:
    place: str
    field: str
    kind: str
    words: str  # masked
    fingerprint: str  # of just these words in just this text

    @property
    def sentence(self) -> str:
        advice = "只写姓氏，例如“张同学”" if self.kind == MINOR else "删去"
        return f"{self.place}：写有{self.kind}（{self.words}），不能公开，请{advice}。"


def hits_in(record: Model, minors: Minors | None = None) -> list[Hit]:
    """Those of the record and its rows, as they are in the database, that nobody let pass."""
    return hits_of([record], minors)[0]


def hits_of(records: Sequence[Model], minors: Minors | None = None) -> list[list[Hit]]:
    """As ``hits_in``, of many of one kind in as many queries as of one."""
    model = type(records[0])
    stored = model._base_manager.filter(pk__in=[record.pk for record in records])
    by_key = {one.pk: one for one in stored.prefetch_related(*row_paths(model))}
    fresh = [by_key[record.pk] for record in records]
    return _hits(fresh, [list(places(record)) for record in fresh], minors)


def note_what_is_private(records: Sequence[Model]) -> None:
    """On each record, for whoever asks of many one by one."""
    for record, hits in zip(records, hits_of(records) if records else [], strict=True):
        record.found_private = hits


def hits_in_own(*records: Model) -> list[Hit]:
    """Those of records of one page without their rows, as they are in a form."""
    said = [place for record in records for place in own_places(record)]
    return _hits([root_of(records[0])], [said], None)[0]


def _hits(roots: list[Model], said: list[list[Place]], minors: Minors | None) -> list[list[Hit]]:
    of_others = (minors or minors_on_record)(
        names.name("\n".join(place.text for each in said for place in each))
    )
    found = []
    for each in said:
        known, told = Known(_with_own(each, of_others)), set()
        found.append(list(dict.fromkeys(hit for place in each for hit in _hits_at(place, known, told))))
    passed = overruled([root for root, hits in zip(roots, found, strict=True) if hits and root.pk])
    return [
        [hit for hit in hits if (root.pk, hit.fingerprint) not in passed]
        for root, hits in zip(roots, found, strict=True)
    ]


def _hits_at(place: Place, known: Known, told: set) -> Iterator[Hit]:
    """What stands beside each other says nothing anew of whom a field names already (``told``)."""
    found = found_in(place.text)
    if place.field:
        text = names.name(place.text)  # without the padding of names
        said = {place.text[one.start : one.end] for one in found}
        told |= {(id(place.record), words) for words in said}
        on_record = [one for one in known.found_in(text) if text[one.start : one.end] not in said]
        yield from (_hit(place, place.text, one, found) for one in found)
        yield from (_hit(place, text, one, on_record) for one in on_record)
    else:
        for one in found:
            if one.kind == MINOR and (id(place.record), place.text[one.start : one.end]) not in told:
                yield _hit(place, place.text, one, found)


def _hit(place: Place, text: str, one: Found, others: list[Found]) -> Hit:
    where = f"{place.record._meta.label}.{place.field}"
    words = "\0".join((where, one.kind, text[one.start : one.end], text))
    fingerprint = hashlib.sha256(words.encode()).hexdigest()
    return Hit(place.label, place.field, one.kind, around(text, one, others), fingerprint)


def _with_own(said: list[Place], of_others: set[str]) -> set[tuple[str, bool]]:
    """Names with whether they are a minor's: all of the record's own rows, and minors of other records."""
    own = set()
    for record in {id(place.record): place.record for place in said}.values():
        if person := disclosure_of(type(record)).person:
            own.add((getattr(record, person.name), getattr(record, "is_minor", False)))
    return own | {(name, True) for name in of_others - {name for name, _ in own}}


def minors_on_record(text: str) -> set[str]:
    """Minors named in the text of whose name no adult is on record; asks the database once, or twice."""
    said = Value(text, output_field=TextField())
    found = _names(
        model._base_manager.filter(one.minors()).annotate(said=said).filter(said__contains=F(one.name))
        for model, one in persons()
    )
    return found - _adults(found)


def all_minors() -> Minors:
    """As ``minors_on_record``, for very many texts: asks once beforehand."""
    found = _names(model._base_manager.filter(one.minors()) for model, one in persons())
    found -= _adults(found)
    return lambda text: {name for name in found if name in text}


def _adults(found: set[str]) -> set[str]:
    if not found:
        return set()
    named = (
        model._base_manager.filter(one.adults(), **{f"{one.name}__in": found}) for model, one in persons()
    )
    return _names(named)


def _names(querysets: Iterable) -> set[str]:
    of_each = [
        queryset.order_by().values_list(person.name)
        for queryset, (_, person) in zip(querysets, persons(), strict=True)
    ]
    asked = of_each[0].union(*of_each[1:]) if of_each else ()
    return {name for (name,) in asked}
