"""Activities as lists print them."""

from datetime import date, timedelta

from activities.models import Activity
from tests.factories import (
    PUBLISHED_AT,
    ActivityFactory,
    FigureFactory,
    PhotoFactory,
    WorkAreaFactory,
)


def stories(number):
    """Published activities with all that a list prints of them."""
    for _ in range(number):
        activity = ActivityFactory(published=True, summary="组织{志愿者}。")
        FigureFactory(activity=activity, name="志愿者")
        PhotoFactory(activity=activity)


def many(number):
    """So many published activities, a day apart, the newest on 2020-12-31."""
    area, last = WorkAreaFactory(slug="growth"), date(2020, 12, 31)
    days = [last - timedelta(days=place) for place in range(number)]
    told = {"area": area, "state": "published", "published_at": PUBLISHED_AT}
    return Activity.objects.bulk_create(
        Activity(title=str(day), starts_on=day, ends_on=day, **told) for day in days
    )
