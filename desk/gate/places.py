"""The texts of a record that the public reads, each with the place where staff find it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model, TextField
from django.db.models.fields import CharField

from desk.gate.registry import disclosure_of
from toolkit.texts.rich_text import RichTextField, plain_text


@dataclass(frozen=True)
class Place:
    record: Model
    field: str  # empty for what stands beside each other
    label: str
    text: str


def own_places(record: Model, label: str = "") -> Iterator[Place]:
    """Those of the record itself, without its rows."""
    disclosed = disclosure_of(type(record))
    for name in disclosed.public:
        column = record._meta.get_field(name)
        is_text = isinstance(column, CharField | TextField) and not column.choices
        if is_text and (text := _text(record, column, disclosed.told.get(name, name))):
            yield Place(record, name, f"{label}{column.verbose_name}", text)
    if disclosed.beside and (text := disclosed.beside(record)):
        yield Place(record, "", label.rstrip("·") or record._meta.verbose_name, text)


def places(record: Model, label: str = "") -> Iterator[Place]:
    """All of them, row by row."""
    yield from own_places(record, label)
    for accessor in disclosure_of(type(record)).rows:
        rows = getattr(record, accessor).all() if record.pk else ()
        for number, row in enumerate(rows, 1):
            yield from places(row, f"{label}{row._meta.verbose_name}第{number}行·")


def _text(record: Model, column, read: str) -> str:
    text = getattr(record, read) or ""
    return plain_text(text) if isinstance(column, RichTextField) else str(text)
