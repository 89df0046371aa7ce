"""The columns of a kind of record in a table, declared once: for exports, templates and what is taken in.

Each app declares its own in its ``sheets.py``; a kind that does not is exported as its list shows it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, Manager, Model
from django.utils import timezone

AND = "、"  # between several in one cell


@dataclass(frozen=True)
class Column:
    """``name`` is the field that it holds; or any name, where ``read`` says what of a record it tells."""

    name: str
    heading: str = ""  # the field's own name, where nothing else is said
    also: tuple[str, ...] = ()  # other headings that mean it
    help: str = ""
    example: str = ""
    is_required: bool = False
    is_taken_in: bool = True
    right: str = ""  # what is private is told to, and taken from, those who have this right
    read: Callable[[Model], Any] | None = None
    field: Field | None = None

    def of(self, record: Model) -> Any:
        """What the cell of a record holds."""
        if self.read:
            return plain(self.read(record))
        if self.field and self.field.choices:
            return getattr(record, f"get_{self.name}_display")()
        return plain(getattr(record, self.name))


@dataclass(frozen=True)
class Sheet:
    model: type[Model]
    columns: tuple[Column, ...]
    select: tuple[str, ...] = ()  # what the columns read beside the record
    prefetch: tuple[str, ...] = ()

    def columns_for(self, user) -> list[Column]:
        return [one for one in self.columns if not one.right or user.has_perm(one.right)]


_SHEETS: dict[type[Model], Sheet] = {}


def declare(model: type[Model], *columns: Column, select=(), prefetch=()) -> None:
    _SHEETS[model] = Sheet(model, tuple(_completed(model, one) for one in columns), select, prefetch)


def sheet_of(model: type[Model]) -> Sheet | None:
    return _SHEETS.get(model)


_WAYS_IN: list[Callable] = []


def offer(way: Callable) -> None:
    """Called with an account and a model: the links above its list to where a table is taken in."""
    _WAYS_IN.append(way)


def ways_in(user, model: type[Model]) -> list[tuple[str, str]]:
    return [link for way in _WAYS_IN for link in way(user, model)]


def plain(value: Any) -> Any:
    """A value as a cell holds it: words, numbers and days."""
    if isinstance(value, Manager):
        return AND.join(name_of(one) for one in value.all())
    if isinstance(value, Model):
        return name_of(value)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
    if value is None:
        return ""
    return value if isinstance(value, int | float | date) else str(value)


def name_of(record: Model) -> str:
    """The whole name of a record, by which it is found again."""
    return str(getattr(record, "name", None) or record)


def _completed(model: type[Model], column: Column) -> Column:
    try:
        field = model._meta.get_field(column.name)
    except FieldDoesNotExist:
        return column
    heading = column.heading or str(field.verbose_name)
    if field.auto_created:
        return replace(column, heading=heading)
    is_required = column.is_required or not (field.blank or field.has_default() or field.many_to_many)
    said = column.help or str(field.help_text)
    return replace(column, heading=heading, field=field, help=said, is_required=is_required)
