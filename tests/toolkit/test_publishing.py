"""What the public may see, shown on activities."""

from datetime import timedelta

import pytest
from django.utils import timezone

from activities.models import Activity, Figure
from tests.factories import PUBLISHED_AT, ActivityFactory, CampaignFactory, FigureFactory
from toolkit.publishing import Publishable, has_status, is_published, stamp

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("state", "published_at", "is_public"),
    [
        ("draft", None, False),
        ("draft", PUBLISHED_AT, False),
        ("in_review", PUBLISHED_AT, False),
        ("published", PUBLISHED_AT, True),
        ("withdrawn", PUBLISHED_AT, False),
    ],
)
def test_only_published_records_are_public(state, published_at, is_public):
    record = ActivityFactory(state=state, published_at=published_at)

    assert record.is_published is is_public
    assert Activity.objects.published().exists() is is_public


def test_record_is_not_public_before_its_time():
    record = ActivityFactory(state="published", published_at=timezone.now() + DAY)

    assert not record.is_published
    assert not Activity.objects.published().exists()


def test_record_is_not_public_after_its_time_and_is_gone():
    record = ActivityFactory(published=True, expires_at=timezone.now() - DAY)
    ActivityFactory(published=True, expires_at=timezone.now() + DAY)

    assert (record.is_published, record.is_gone) == (False, True)
    assert record not in Activity.objects.published()
    assert list(Activity.objects.gone()) == [record]


def test_every_record_has_one_status_which_the_database_knows_too():
    now = timezone.now()
    told = {
        "draft": ActivityFactory(),
        "in_review": ActivityFactory(state="in_review", published_at=PUBLISHED_AT),
        "scheduled": ActivityFactory(state="published", published_at=now + DAY, expires_at=now + 2 * DAY),
        "published": ActivityFactory(published=True, expires_at=now + DAY),
        "expired": ActivityFactory(published=True, expires_at=now - DAY),
        "withdrawn": ActivityFactory(state="withdrawn", published_at=PUBLISHED_AT, expires_at=now - DAY),
    }

    assert {status: record.status for status, record in told.items()} == {
        status: status for status in Publishable.Status
    }
    assert {status: [*Activity.objects.filter(has_status(status))] for status in Publishable.Status} == {
        status: [record] for status, record in told.items()
    }


def test_is_published_asks_of_a_related_record():
    shown = FigureFactory(activity=ActivityFactory(published=True))
    FigureFactory(activity=ActivityFactory())

    assert list(Figure.objects.filter(is_published("activity"))) == [shown]


def test_stamp_tells_who_entered_a_new_record_and_who_changed_an_old_one(staff, editor):
    record = CampaignFactory.build()
    stamp(record, by=staff)
    record.save()

    stamp(record, by=editor)

    assert (record.created_by, record.updated_by) == (staff, editor)
