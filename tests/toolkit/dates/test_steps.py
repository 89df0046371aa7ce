from datetime import date

import pytest

from activities.models import Activity
from tests.factories import ActivityFactory, CampaignFactory
from toolkit.dates.steps import ends, first_days

pytestmark = pytest.mark.django_db

HELD = [date(2018, 12, 31), date(2020, 1, 1), date(2020, 1, 31), date(2020, 3, 5), date(2020, 3, 5)]


@pytest.mark.parametrize("kind", ["year", "month", "day"])
def test_steps_lead_to_the_same_days_as_djangos_look_at_all(kind):
    for day in HELD:
        ActivityFactory(starts_on=day)

    found = first_days(Activity.objects.all(), "starts_on", kind)

    assert found == list(Activity.objects.dates("starts_on", kind))
    assert ends(Activity.objects.all(), "starts_on") == (HELD[0], HELD[-1])


def test_of_no_records_there_are_no_days():
    assert first_days(Activity.objects.all(), "starts_on", "year") == []
    assert ends(Activity.objects.all(), "starts_on") == (None, None)


def test_records_that_a_condition_finds_twice_count_like_any_others():
    activity = ActivityFactory(title="50%的{花}", starts_on=HELD[0])
    activity.campaigns.add(CampaignFactory(name="甲"), CampaignFactory(name="乙"))
    found = Activity.objects.filter(campaigns__name__in=("甲", "乙"), title="50%的{花}").distinct()

    assert first_days(found, "starts_on", "year") == [date(2018, 1, 1)]
