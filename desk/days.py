"""The years, months and days over a list of the desk, without a look at each of very many records.

Django asks all records for their first and last day, and then for the different years among them. Of few it
is quicker to read all days; of many, to step from the first day of a year to that of the next, by an index.
"""

from copy import copy
from datetime import date

from django.contrib.admin.templatetags import admin_list
from django.contrib.admin.utils import get_fields_from_path
from django.db import connection
from django.db.models import DateTimeField, F, QuerySet

FEW = 500

_FIRST_OF_EACH = """
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
_STARTS_OF = {"year": {"month": 1, "day": 1}, "month": {"day": 1}, "day": {}}


def days_of_list(cl, records: QuerySet) -> dict | None:
    """What Django's own tag tells of a list, by the days of these records."""
    if not cl.date_hierarchy:
        return None
    if not isinstance(get_fields_from_path(cl.model, cl.date_hierarchy)[-1], DateTimeField):
        cl = copy(cl)
        cl.queryset = (_FewDays if cl.result_count < FEW else _ManyDays)(records, cl.date_hierarchy)
    return admin_list.date_hierarchy(cl)


class _FewDays:
    """Stands in for the records where Django asks for their days."""

    def __init__(self, records, field):
        self._days = sorted(set(_days(records, field).values_list("told", flat=True)))

    def aggregate(self, first, last) -> dict[str, date | None]:
        return (
            {"first": self._days[0], "last": self._days[-1]}
            if self._days
            else dict.fromkeys(("first", "last"))
        )

    def dates(self, field, kind) -> list[date]:
        return sorted({day.replace(**_STARTS_OF[kind]) for day in self._days})


class _ManyDays:
    def __init__(self, records, field):
        if records.query.distinct:  # it would all be found again at every step
            records = records.model._base_manager.filter(pk__in=records.order_by().values("pk"))
        self._sql, self._values = _days(records, field).query.sql_with_params()

    def aggregate(self, first, last) -> dict[str, date | None]:
        [ends] = self._rows(_ENDS, *self._values, *self._values)
        return dict(zip(("first", "last"), ends, strict=True))

    def dates(self, field, kind) -> list[date]:
        asked = (*self._values, *self._values, kind, f"1 {kind}", kind)
        return [day for (day,) in self._rows(_FIRST_OF_EACH, *asked)]

    def _rows(self, sql, *values):
        with connection.cursor() as cursor:
            cursor.execute(sql.format(days=self._sql), values)
            return cursor.fetchall()


def _days(records, field) -> QuerySet:
    return records.filter(**{f"{field}__isnull": False}).order_by().values(told=F(field))
