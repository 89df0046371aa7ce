"""What several statements find, asked in one query: texts, the keys of what is printed of them.

Putting a query together and making records of its rows takes longer than the database needs to answer; with a
text that is known already, neither is needed, nor printing.
"""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache

from django.db import connection
from django.db.models import Model


def told(statements: Mapping[str, str], **asked) -> dict[str, str]:
    """The rows of each statement as JSON, by its name; ``asked`` are the values that they ask by."""
    with connection.cursor() as cursor:
        cursor.execute(_together(tuple(statements.values())), asked)
        return dict(zip(statements, cursor.fetchone(), strict=True))


@cache
def _together(statements: tuple[str, ...]) -> str:
    texts = (f"(SELECT coalesce(json_agg(told), '[]')::text FROM ({one}) AS told)" for one in statements)
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


@cache
def _fields(model) -> dict:
    return {field.attname: field for field in model._meta.concrete_fields}
