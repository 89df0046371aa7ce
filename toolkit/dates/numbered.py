"""The month and the half-year of a day as numbers, for the database to find."""

from django.db.models import Func, IntegerField
from django.db.models.functions import Coalesce

_DAY = "%(expressions)s"
_MONTH = f"(EXTRACT(YEAR FROM {_DAY}) * 12 + EXTRACT(MONTH FROM {_DAY}))::int"
_HALF_YEAR = f"(EXTRACT(YEAR FROM {_DAY}) * 2 + (EXTRACT(MONTH FROM {_DAY}) > 6)::int)::int"


def month(day: str) -> Func:
    """The month of a day as one number, the first of 2020 being 24241."""
    return Func(day, template=_MONTH, output_field=IntegerField())


def half_year(day: str | Coalesce) -> Func:
    """The half-year of a day as one number, the first of 2020 being 4040."""
    return Func(day, template=_HALF_YEAR, output_field=IntegerField())
