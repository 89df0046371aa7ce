"""Hours are public once they are confirmed; doubles and impossible days are refused or asked about."""

from datetime import date
from threading import Barrier, Thread

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.factories import (
    ActivityFactory,
    ServiceRecordFactory,
    StaffFactory,
    TeamFactory,
    UserFactory,
    VolunteerFactory,
)
from tests.pages import Desk, refusals
from tests.reading import texts
from volunteers.models import ServiceRecord

LIST = reverse("admin:volunteers_servicerecord_changelist")
ADD = reverse("admin:volunteers_servicerecord_add")


def entry(client, volunteer, **values):
    form = Desk(client, ADD).type(volunteer=str(volunteer.pk), served_on="2020/03/05", hours="2")
    return form.type(evidence="签到表", **values)


def hours_told(client):
    return texts(client.get("/teams/"), "//dt[text()='有记录的服务时长']/following-sibling::dd")


@pytest.mark.django_db
def test_hours_are_public_once_they_are_confirmed_and_that_can_be_undone(desk, staff):
    record = ServiceRecordFactory(hours=2, confirmed_at=None)
    ServiceRecordFactory(hours=3)
    keys = list(ServiceRecord.objects.values_list("pk", flat=True))
    act = {"action": "confirm_selected", "_selected_action": keys}

    asked = desk.post(LIST, act)
    assert texts(asked, "//form[@class='act']/p") == [
        "将确认 1 条，1 人，共 2 小时。确认以后计入公开的时长。",
        "另有 1 条已经确认，不受影响。",
    ]
    assert not ServiceRecord.objects.get(pk=record.pk).is_confirmed

    answer = desk.post(LIST, act | {"_confirmed": "1"}, follow=True)
    record.refresh_from_db()
    assert (record.is_confirmed, record.confirmed_by) == (True, staff)

    desk.post(answer.context["messages"]._loaded_data[0].message.split('action="')[1].split('"')[0])
    assert list(ServiceRecord.objects.filter(confirmed_at=None)) == [record]


@pytest.mark.django_db
def test_who_may_not_confirm_is_not_offered_it(client):
    clerk = UserFactory(is_staff=True)
    clerk.user_permissions.set(Permission.objects.filter(codename__endswith="_servicerecord"))
    clerk.user_permissions.remove(Permission.objects.get(codename="confirm_servicerecord"))
    client.force_login(clerk)
    record = ServiceRecordFactory(confirmed_at=None)

    page = client.get(LIST)
    client.post(LIST, {"action": "confirm_selected", "_selected_action": [record.pk], "_confirmed": "1"})

    assert texts(page, "//option[@value='confirm_selected']") == []
    assert list(ServiceRecord.objects.filter(confirmed_at=None)) == [record]


@pytest.mark.django_db
def test_what_is_changed_has_to_be_confirmed_anew(desk):
    record = ServiceRecordFactory(hours=2)

    Desk(desk, reverse("admin:volunteers_servicerecord_change", args=[record.pk])).send()
    assert ServiceRecord.objects.get().is_confirmed

    Desk(desk, reverse("admin:volunteers_servicerecord_change", args=[record.pk])).type(hours="3").send()
    assert not ServiceRecord.objects.get().is_confirmed


@pytest.mark.django_db
def test_a_day_outside_the_activity_is_asked_about(desk):
    activity = ActivityFactory(starts_on=date(2020, 3, 5))
    form = entry(desk, VolunteerFactory(), activity=str(activity.pk)).type(served_on="2020/08/01")

    answer = form.send()
    assert refusals(answer) == {
        "served_on": [
            "活动的时间是2020年3月5日，服务日期不在其中。日期有误请改正；属实的，请勾选“日期在活动之外”。"
        ]
    }

    form.type(is_outside_days="on").send()
    assert ServiceRecord.objects.get().served_on == date(2020, 8, 1)


@pytest.mark.django_db
def test_same_person_day_and_activity_is_refused_beside_the_day(desk):
    activity = ActivityFactory(starts_on=date(2020, 3, 5))
    existing = ServiceRecordFactory(activity=activity)

    answer = entry(desk, existing.volunteer, activity=str(activity.pk), team=str(TeamFactory().pk)).send()

    assert list(refusals(answer)) == ["served_on"]
    assert ServiceRecord.objects.count() == 1


@pytest.mark.django_db
def test_rows_that_come_to_more_than_a_day_together_are_refused_in_a_sentence(desk):
    volunteer = VolunteerFactory()
    form = Desk(desk, reverse("admin:volunteers_volunteer_change", args=[volunteer.pk]))
    told = {"served_on": "2020/03/05", "hours": "20", "evidence": "签到表"}
    form.add_row("service_records", content="值守", **told).add_row("service_records", content="搬运", **told)

    answer = form.send()

    assert refusals(answer)["__all__"] == ["这名志愿者这一天各处的时长加起来超过了24小时，请核对。"]
    assert not ServiceRecord.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("hours", "contents"), [("2", ("值守", "值守")), ("20", ("值守", "搬运"))])
def test_a_form_sent_twice_at_once_is_kept_once(hours, contents):
    """The second waits for the first in the database, and is answered with a sentence."""
    staff, volunteer = StaffFactory(), VolunteerFactory()
    answers, together = [], Barrier(2)

    def send(content):
        client = Client()
        client.force_login(staff)
        form = entry(client, volunteer, hours=hours, content=content)
        together.wait(timeout=30)
        answers.append(form.send().status_code)
        connection.close()

    threads = [Thread(target=send, args=[content]) for content in contents]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert sorted(answers) == [200, 302]
    assert ServiceRecord.objects.count() == 1
