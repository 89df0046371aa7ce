"""Hours of service by half-years, and which of the stated hours they stand beside."""

from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet, Sum

import counting
from activities.models import Figure
from activities.pieces import half_year
from toolkit.timing import FIRST_DAY
from volunteers.models import ServiceRecord


def service_until(today: date) -> QuerySet:
    return ServiceRecord.objects.told().served_between(FIRST_DAY, today)


def hours_of(service: QuerySet) -> dict[int, Decimal]:
    """The hours recorded in each half-year that has any."""
    return dict(service.order_by().values_list(half_year("served_on")).annotate(Sum("hours")))


def served_in(service: QuerySet) -> set[tuple[int, int]]:
    """(half-year, activity) for each that states hours of its own and has records of service beside them."""
    stating = Figure.objects.filter(kind=counting.HOURS).values("activity")
    beside = service.filter(activity__in=stating).order_by()
    return set(beside.values_list(half_year("served_on"), "activity").distinct())


def with_records_beside() -> Q:
    """The condition that a figure states hours of an activity that has records of service."""
    served = ServiceRecord.objects.filter(activity__isnull=False).values("activity")
    return Q(kind=counting.HOURS, activity__in=served)
