from datetime import date

import pytest

from activities.models import Activity, Campaign
from tests.factories import ActivityFactory, CampaignFactory, FigureFactory

pytestmark = pytest.mark.django_db


def test_newest_first_orders_by_day_and_then_by_entry():
    old = ActivityFactory(starts_on=date(2020, 1, 10))
    new = ActivityFactory(starts_on=date(2020, 5, 7))
    newest = ActivityFactory(starts_on=date(2020, 5, 7))

    assert list(Activity.objects.newest_first()) == [newest, new, old]


def test_held_between_takes_what_overlaps_the_days():
    ActivityFactory(starts_on=date(2019, 12, 31))
    first_day = ActivityFactory(starts_on=date(2020, 1, 1))
    whole_year = ActivityFactory(
        starts_on=date(2020, 1, 1), ends_on=date(2020, 12, 31), date_precision="standing"
    )
    last_day = ActivityFactory(starts_on=date(2020, 6, 30))
    ActivityFactory(starts_on=date(2020, 7, 1))

    found = Activity.objects.held_between(date(2020, 1, 1), date(2020, 6, 30))

    assert set(found) == {first_day, whole_year, last_day}


def test_with_figures_asks_no_more_for_more_activities(django_assert_num_queries):
    FigureFactory.create_batch(3)

    with django_assert_num_queries(2):
        printed = [
            (list(activity.figures.all()), activity.area.name) for activity in Activity.objects.with_figures()
        ]

    assert len(printed) == 3


def test_published_campaigns_are_those_shown_on_the_site():
    shown = CampaignFactory()
    CampaignFactory(state="draft")

    assert list(Campaign.objects.published()) == [shown]


def test_activity_count_leaves_out_what_the_public_cannot_see():
    campaign = CampaignFactory()
    campaign.activities.add(ActivityFactory(published=True), ActivityFactory())

    assert Campaign.objects.with_activity_count().get().activity_count == 1
