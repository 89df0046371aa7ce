from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Session, Terms
from tests.factories import StaffFactory

pytestmark = pytest.mark.django_db
PASSWORD = "right-Words-9"


def test_a_session_ends_when_nothing_was_done_for_as_long_as_the_office_says(client):
    Terms.objects.update(idle_minutes=30)
    client.force_login(StaffFactory())
    session = Session.objects.get()
    now = timezone.now()
    assert timedelta(minutes=29) < session.expire_date - now <= timedelta(minutes=30)

    Session.objects.update(seen_at=now - timedelta(minutes=20), expire_date=now + timedelta(minutes=10))
    assert client.get("/admin/").status_code == 200
    assert Session.objects.get().expire_date - now > timedelta(minutes=29)

    Session.objects.update(expire_date=now)
    assert client.get("/admin/").url == "/admin/login/?next=/admin/"


def test_work_within_a_minute_is_noted_once(client, django_assert_num_queries):
    client.force_login(StaffFactory())
    before = Session.objects.get().seen_at

    client.get("/admin/account/sessions/")

    assert Session.objects.get().seen_at == before


def test_somebody_sees_where_they_are_signed_in_and_ends_it_there(client):
    StaffFactory(username="wang", password=PASSWORD)
    phone = Client(headers={"user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) MicroMessenger/8.0"})
    for browser in (client, phone):
        browser.post("/admin/login/", {"username": "wang", "password": PASSWORD})
    key = phone.session.session_key

    page = client.get("/admin/account/sessions/").content.decode()
    assert "iPhone上的微信" in page
    assert "127.0.0.1" in page
    assert "就是这里" in page
    assert key not in page
    assert client.session.session_key not in page
    (name,) = [
        part.partition('"')[0] for part in page.split('name="end" value="')[1:] if "others" not in part[:8]
    ]
    client.post("/admin/account/sessions/", {"end": name})

    assert phone.get("/admin/").status_code == 302
    assert client.get("/admin/").status_code == 200


def test_all_others_are_ended_at_once_and_nobody_elses(client, client_of):
    account, other = StaffFactory(), StaffFactory()
    client.force_login(account)
    elsewhere, theirs = client_of(account), client_of(other)

    client.post("/admin/account/sessions/", {"end": "others"})

    assert [one.get("/admin/").status_code for one in (client, elsewhere, theirs)] == [200, 302, 200]


def test_an_account_that_is_closed_has_no_session_to_come_back_to(client, client_of):
    account = StaffFactory(username="wang", last_name="王")
    theirs = client_of(account)
    account.is_active = False
    account.save()
    assert theirs.get("/admin/").status_code == 302
    account.is_active = True
    account.save()

    assert theirs.get("/admin/").status_code == 302


def test_a_key_that_no_browser_of_ours_sends_is_nobodys(client):
    client.cookies["sessionid"] = "\x00abc"

    assert client.get("/admin/").status_code == 302
