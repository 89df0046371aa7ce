"""Days typed into the forms of the desk."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from activities.models import Activity
from tests.factories import ActivityFactory, CommitmentFactory
from tests.pages import Desk, refusals, still_typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def activity():
    return ActivityFactory(starts_on=date(2021, 6, 10))


@pytest.fixture
def form(desk, activity):
    return Desk(desk, reverse("admin:activities_activity_change", args=[activity.pk]))


def test_day_typed_as_people_do_is_kept_and_told(form, activity, desk):
    yesterday = timezone.localdate() - timedelta(days=1)

    form.type(starts_on="昨天").send()

    assert Activity.objects.get(pk=activity.pk).starts_on == yesterday
    told = f"“开始日期”写的“昨天”，读作{yesterday.year}年{yesterday.month}月{yesterday.day}日。"
    assert told in desk.get(reverse("admin:activities_activity_changelist")).content.decode()


def test_whole_day_is_no_change_and_nothing_to_tell(form, activity, desk):
    form.type(starts_on="2021年6月10日").send()

    assert "读作" not in desk.get(reverse("admin:activities_activity_changelist")).content.decode()
    assert Activity.objects.get(pk=activity.pk).starts_on == date(2021, 6, 10)


def test_returned_form_shows_the_day_that_was_read(form):
    today = timezone.localdate()

    answer = form.type(title="", starts_on="今天").send("publish")

    assert list(refusals(answer)) == ["title"]
    assert still_typed(form, answer)["starts_on"] == f"{today:%Y/%m/%d}"


def test_no_day_is_refused_beside_its_field_and_shown_as_typed(form):
    answer = form.type(starts_on="2月30日").send()

    assert refusals(answer) == {"starts_on": ["没有2月30日这一天，请核对。"]}
    assert still_typed(form, answer)["starts_on"] == "2月30日"


def test_day_of_a_task_is_the_next(desk):
    task = CommitmentFactory()
    today = timezone.localdate()
    later = today + timedelta(days=120)
    form = Desk(desk, reverse("admin:reports_commitment_change", args=[task.pk]))

    form.type(due_on=f"{later.month}-{later.day}").send()

    task.refresh_from_db()
    assert task.due_on == later
