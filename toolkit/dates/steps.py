"""The years, months or days that lie in very many records, by steps along an index from each to the next."""

from datetime import date

from django.db import connection
from django.db.models import F, QuerySet

_STEPS = """
    WITH RECURSIVE stepped (day) AS (
        (SELECT told FROM ({days}) AS days ORDER BY told LIMIT 1)
        UNION ALL
        SELECT (
            SELECT told FROM ({days}) AS days
            WHERE told >= (date_trunc(%s, stepped.day) + %s::interval)::date ORDER BY told LIMIT 1
        ) FROM stepped WHERE stepped.day IS NOT NULL
    ) SELECT date_trunc(%s, day)::date FROM stepped WHERE day IS NOT NULL
"""
_ENDS = """SELECT (SELECT told FROM ({days}) AS days ORDER BY told LIMIT 1),
    (SELECT told FROM ({days}) AS days ORDER BY told DESC LIMIT 1)"""


def first_days(records: QuerySet, field: str, kind: str) -> list[date]:
    """As ``QuerySet.dates``: the first day of each year or month, or each day, that the records lie in."""
    return [day for (day,) in _rows(_STEPS, records, field, kind, f"1 {kind}", kind)]


def ends(records: QuerySet, field: str) -> tuple[date | None, date | None]:
    """The first day and the last that the records lie in."""
    [found] = _rows(_ENDS, records, field)
    return found


def _rows(sql, records, field, *asked):
    if records.query.distinct:  # it would all be found again at every step
        records = records.model._base_manager.filter(pk__in=records.order_by().values("pk"))
    days, values = days_of(records, field).query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(sql.format(days=days), (*values, *values, *asked))
        return cursor.fetchall()


def days_of(records: QuerySet, field: str) -> QuerySet:
    """The days of the records as rows of one column, ``told``."""
    return records.filter(**{f"{field}__isnull": False}).order_by().values(told=F(field))
