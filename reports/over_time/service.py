"""Hours of service that enter the totals, by half-years."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet, Sum

from activities.models import Indicator
from toolkit.dates.numbered import half_year
from toolkit.dates.timing import FIRST_DAY
from volunteers.models import ServiceRecord


def service_until(today: date, indicators: Sequence[Indicator]) -> QuerySet:
    return ServiceRecord.objects.told().counted(indicators).served_between(FIRST_DAY, today)


def in_halves(service: QuerySet) -> QuerySet:
    """The hours recorded in each half-year that has any."""
    return service.order_by().values(half=half_year("served_on")).annotate(total=Sum("hours"))
