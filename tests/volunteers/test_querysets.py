from datetime import date
from decimal import Decimal

import pytest

from tests.factories import ActivityFactory, ServiceRecordFactory, TeamFactory
from volunteers.models import ServiceRecord, Team

pytestmark = pytest.mark.django_db


def test_served_between_takes_both_ends():
    ServiceRecordFactory(served_on=date(2019, 12, 31))
    first = ServiceRecordFactory(served_on=date(2020, 1, 1))
    last = ServiceRecordFactory(served_on=date(2020, 6, 30))
    ServiceRecordFactory(served_on=date(2020, 7, 1))

    found = ServiceRecord.objects.served_between(date(2020, 1, 1), date(2020, 6, 30))

    assert set(found) == {first, last}


def test_told_leaves_out_what_is_not_confirmed_and_what_an_unpublished_activity_took():
    told = {ServiceRecordFactory(), ServiceRecordFactory(activity=ActivityFactory(published=True))}
    ServiceRecordFactory(confirmed_at=None)
    ServiceRecordFactory(activity=ActivityFactory())

    assert set(ServiceRecord.objects.told()) == told


def test_by_occasion_adds_the_hours_of_each_activity():
    activity = ActivityFactory(title="植树")
    first = ServiceRecordFactory(activity=activity, hours=Decimal("1.5"))
    ServiceRecordFactory(activity=activity, hours=Decimal("2"))

    assert list(ServiceRecord.objects.by_occasion()) == [
        {
            "activity_id": activity.pk,
            "activity__title": "植树",
            "team_id": None,
            "team__name": None,
            "team_is_public": None,
            "total": Decimal("3.5"),
            "records": 2,
            "first": first.pk,
        }
    ]


def test_withdrawn_teams_are_those_the_public_could_see_once():
    withdrawn = TeamFactory(state="withdrawn")
    TeamFactory(published=True)
    TeamFactory()

    assert list(Team.objects.withdrawn()) == [withdrawn]
