"""What needs doing, shown on activities: for whom, how many, and the list behind each number."""

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from activities.models import Activity
from desk.models import Draft
from desk.today import Group
from tests.desk.publishing.doing import done
from tests.factories import ActivityFactory, FigureFactory, PhotoFactory, StaffFactory, UserFactory
from tests.reading import texts

pytestmark = pytest.mark.django_db

FIRST = reverse("admin:index")


def lines_of(client):
    """The lines of the first page but for columns that stand still, as all do here."""
    board = client.get(FIRST).context["board"]
    return [line for group, lines in board for line in lines if group != Group.SITE]


def told(client):
    return {line.title: line.number for line in lines_of(client)}


def complete(**told):
    activity = ActivityFactory(**told)
    FigureFactory(activity=activity)
    PhotoFactory(activity=activity)
    return activity


def test_nothing_to_do_is_said_calmly(client):
    ActivityFactory(state="in_review")
    client.force_login(UserFactory(is_staff=True))

    page = client.get(FIRST)

    assert texts(page, "//*[@class='today-empty']") == ["今天没有要办的事。"]


def test_each_line_leads_to_a_list_of_as_many(desk, staff):
    other = StaffFactory()
    waits, back = complete(), complete(title="退回来的")
    for activity in (waits, back):
        done(activity, "submit", by=staff)
    done(back, "return", by=other, reason="缺数据")
    complete(created_by=staff)
    complete(state="published", published_at=timezone.now() + timedelta(days=3))
    ActivityFactory(created_by=other, starts_on=timezone.localdate())

    lines = lines_of(desk)

    assert {line.title: line.number for line in lines} == {
        "等你审核的活动": 1,
        "退回给你的活动": 1,
        "你还没有送审的活动": 1,
        "定时发布的活动": 1,
        "近半年的活动，还没有数据": 1,
        "近半年的活动，还没有照片": 1,
    }
    for line in lines:
        assert desk.get(line.address).context["cl"].result_count == line.number


def test_what_waits_for_review_is_told_to_those_who_may_publish(client, desk, editor):
    complete(state="in_review", starts_on="2020-01-01")

    assert told(desk) == {"等你审核的活动": 1}
    client.force_login(editor)
    assert told(client) == {}


def test_changes_beside_a_public_page_wait_like_records(desk, staff):
    sent, back, begun = (complete(published=True) for _ in range(3))
    about = {"held": {}, "base": {}, "updated_by": staff}
    kind = ContentType.objects.get_for_model(Activity)
    Draft.objects.create(content_type=kind, object_id=sent.pk, sent_at=timezone.now(), **about)
    Draft.objects.create(content_type=kind, object_id=back.pk, returned_for="日期不对", **about)
    Draft.objects.create(content_type=kind, object_id=begun.pk, **about)
    Draft.objects.create(content_type=kind, title="刚开了个头", **about)

    page = desk.get(FIRST)

    assert told(desk) == {
        "等你审核的活动": 1,
        "退回给你的活动": 1,
        "你还没有送审的活动": 1,
        "你还没有填完的草稿": 1,
    }
    assert texts(page, "//a[contains(@href, '?draft=')]") == ["刚开了个头"]


def test_first_page_asks_no_more_for_three_of_each_than_for_one(desk, staff):
    def add():
        complete(state="in_review")
        complete(created_by=staff)
        complete(state="published", published_at=timezone.now() + timedelta(days=3))
        ActivityFactory(published=True, starts_on=timezone.localdate())

    def asked():
        with CaptureQueriesContext(connection) as queries:
            desk.get(FIRST)
        return len(queries)

    add()
    asked()
    with_one = asked()
    add()
    add()

    assert asked() == with_one
    assert set(told(desk).values()) == {3}
