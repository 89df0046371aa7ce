"""What the public may see, shown on activities and notices, which are published records."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from activities.models import Activity, Figure
from notices.models import Notice
from tests.factories import PUBLISHED_AT, ActivityFactory, CampaignFactory, FigureFactory, NoticeFactory
from toolkit.publishing import is_published, publish, stamp, withdraw

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


def test_publish_shows_what_was_hidden_and_tells_what_that_was(staff):
    now = timezone.now()
    draft = ActivityFactory()
    planned = ActivityFactory(state="published", published_at=now + DAY)
    withdrawn = ActivityFactory(state="withdrawn", published_at=PUBLISHED_AT)
    shown = ActivityFactory(published=True)

    changed = publish(records=Activity.objects.all(), by=staff, at=now)

    assert set(changed) == {draft, planned, withdrawn}
    assert set(Activity.objects.values_list("pk", "state", "published_at", "updated_by")) == {
        (draft.pk, "published", now, staff.pk),
        (planned.pk, "published", now, staff.pk),
        (withdrawn.pk, "published", PUBLISHED_AT, staff.pk),
        (shown.pk, "published", PUBLISHED_AT, None),
    }


def test_publish_says_which_record_a_rule_refuses_and_shows_none(staff):
    NoticeFactory()
    NoticeFactory(title="早已截止", ends_on=date(2020, 5, 28))

    with pytest.raises(ValidationError) as refusal:
        publish(records=Notice.objects.all(), by=staff, at=timezone.now())

    assert refusal.value.messages == ["“早已截止”：截止日期不能早于发布的那一天。"]
    assert set(Notice.objects.values_list("state", "published_at", "updated_by")) == {("draft", None, None)}


def test_withdraw_hides_what_was_published_and_leaves_drafts_alone(staff):
    now = timezone.now()
    shown, draft = ActivityFactory(published=True), ActivityFactory()

    changed = withdraw(records=Activity.objects.all(), by=staff, at=now)

    assert changed == [shown]
    assert set(Activity.objects.values_list("pk", "state", "updated_by")) == {
        (shown.pk, "withdrawn", staff.pk),
        (draft.pk, "draft", None),
    }
    assert Activity.objects.get(pk=shown.pk).updated_at == now


def test_publishing_nothing_changes_nothing(staff):
    assert publish(records=Activity.objects.all(), by=staff, at=timezone.now()) == []
