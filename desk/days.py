"""The years, months and days over a list of the desk, without a look at each of very many records.

Django asks all records for their first and last day, and then for the different years among them.
"""

from copy import copy
from datetime import date

from django.contrib.admin.templatetags import admin_list
from django.contrib.admin.utils import get_fields_from_path
from django.db.models import DateTimeField, QuerySet

from toolkit.dates.steps import days_of, ends, first_days

FEW = 500  # days are sooner read than stepped along
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
        self._days = sorted(set(days_of(records, field).values_list("told", flat=True)))

    def aggregate(self, first, last) -> dict[str, date | None]:
        found = (self._days[0], self._days[-1]) if self._days else (None, None)
        return dict(zip(("first", "last"), found, strict=True))

    def dates(self, field, kind) -> list[date]:
        return sorted({day.replace(**_STARTS_OF[kind]) for day in self._days})


class _ManyDays:
    def __init__(self, records, field):
        self._records, self._field = records, field

    def aggregate(self, first, last) -> dict[str, date | None]:
        return dict(zip(("first", "last"), ends(self._records, self._field), strict=True))

    def dates(self, field, kind) -> list[date]:
        return first_days(self._records, self._field, kind)
