"""What several statements find, asked in one query: texts, the keys of what is printed of them.

Putting a query together and making records of its rows takes longer than the database needs to answer; with a
text that is known already, neither is needed, nor printing.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from functools import cache

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, QuerySet
from psycopg2.extensions import AsIs

_MARK = re.compile("\x01(\\w+)\x01")

NOTHING = "[]"  # the text of a statement that finds no row
FINDS_NOTHING = "SELECT WHERE false"  # the statement of a queryset that asks for one of no values


def told(statements: Mapping[str, str], **asked) -> dict[str, str]:
    """The rows of each statement as JSON, by its name; ``asked`` are the values that they ask by."""
    with connection.cursor() as cursor:
        cursor.execute(_together(tuple(statements.values())), asked)
        return dict(zip(statements, cursor.fetchone(), strict=True))


@cache
def _together(statements: tuple[str, ...]) -> str:
    texts = (
        f"(SELECT coalesce(json_agg(told)::text, '{NOTHING}') FROM ({one}) AS told)" for one in statements
    )
    return f"SELECT {', '.join(texts)}"


def rows_of(text: str) -> list[dict]:
    return json.loads(text, parse_float=Decimal)


def records_of(model: type[Model], rows: Iterable[dict]) -> list[Model]:
    """The records that the rows tell of, as far as they do; what is no field stands beside the fields."""
    return [_record(model, row) for row in rows]


def _record(model, row):
    fields = _fields(model)
    record = model(**{name: fields[name].to_python(row[name]) for name in row.keys() & fields.keys()})
    for name in row.keys() - fields.keys():
        setattr(record, name, row[name])
    return record


def holding(record: Model, **related: list) -> Model:
    """The record with what belongs to it at hand, as ``prefetch_related`` would have it."""
    record._prefetched_objects_cache = related
    return record


@cache
def _fields(model) -> dict:
    return {field.attname: field for field in model._meta.concrete_fields}


def statement_of(queryset: QuerySet, **asked) -> str:
    """The SQL of a queryset of plain values, for ``told``: put together once by whoever keeps it.

    ``asked`` are the values that stand in for those it will be asked by; any time in it stands for "now".
    """
    try:
        sql, values = queryset.query.sql_with_params()
    except EmptyResultSet:
        return FINDS_NOTHING
    names = {value: name for name, value in asked.items()}
    marks = [_mark("now" if isinstance(value, datetime) else names.get(value), value) for value in values]
    with connection.cursor() as cursor:
        sql = cursor.mogrify(sql, marks).decode()
    return _MARK.sub(r"%(\1)s", sql.replace("%", "%%"))


def _mark(name, value):
    return AsIs(f"\x01{name}\x01") if name else value
