from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.utils import timezone

from accounts.locking import OF_ACCOUNT, OF_ADDRESS, WAIT
from desk.models import Event, Kind
from tests.factories import StaffFactory

pytestmark = pytest.mark.django_db
PASSWORD = "right-Words-9"


def sign_in(client, name, password, **said):
    return client.post("/admin/login/", {"username": name, "password": password}, **said)


def fail(client, name, times, **said):
    return [sign_in(client, name, "wrong", **said) for _ in range(times)][-1]


def test_after_five_wrong_passwords_the_right_one_waits_too(client):
    StaffFactory(username="wang", password=PASSWORD)

    last = fail(client, "wang", OF_ACCOUNT)
    refused = sign_in(client, "wang", PASSWORD)

    assert (last.status_code, refused.status_code) == (429, 429)
    assert "这个账号登录失败的次数太多" in refused.content.decode()
    assert 0 < int(refused["Retry-After"]) <= WAIT.total_seconds()
    assert client.get("/admin/").status_code == 302


def test_the_wait_is_said_by_its_end_and_is_over_then(client):
    StaffFactory(username="wang", password=PASSWORD)
    fail(client, "wang", OF_ACCOUNT)
    since = timezone.now() - timedelta(minutes=5)
    AccessAttempt.objects.update(attempt_time=since)

    until = timezone.localtime(since + WAIT)
    assert f"{until.hour}:{until.minute:02}以后才能再试" in sign_in(client, "wang", PASSWORD).content.decode()

    AccessAttempt.objects.update(attempt_time=timezone.now() - WAIT - timedelta(seconds=1))
    assert sign_in(client, "wang", PASSWORD).status_code == 302


def test_trying_while_locked_makes_the_wait_no_longer(client):
    StaffFactory(username="wang", password=PASSWORD)
    fail(client, "wang", OF_ACCOUNT)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=14))
    before = AccessAttempt.objects.get().attempt_time

    sign_in(client, "wang", "wrong")

    assert AccessAttempt.objects.get().attempt_time == before


def test_others_in_the_office_sign_in_while_one_account_waits(client):
    StaffFactory(username="wang", password=PASSWORD)
    StaffFactory(username="li", password=PASSWORD)
    fail(client, "wang", OF_ACCOUNT)

    assert sign_in(client, "li", PASSWORD).status_code == 302


def test_an_address_from_which_many_accounts_are_tried_waits_and_other_addresses_do_not(client):
    StaffFactory(username="li", password=PASSWORD)
    for number in range(OF_ADDRESS):
        last = sign_in(client, f"name{number}", "wrong", REMOTE_ADDR="203.0.113.7")

    refused = sign_in(client, "li", PASSWORD, REMOTE_ADDR="203.0.113.7")

    assert (last.status_code, refused.status_code) == (429, 429)
    assert "从你这里登录失败的次数太多" in refused.content.decode()
    assert sign_in(client, "li", PASSWORD, REMOTE_ADDR="203.0.113.8").status_code == 302


def test_whoever_has_an_account_cannot_clear_the_failures_of_others_from_the_address(client):
    StaffFactory(username="li", password=PASSWORD)
    for number in range(OF_ADDRESS - 1):
        sign_in(client, f"name{number}", "wrong")

    assert sign_in(client, "li", PASSWORD).status_code == 302
    client.logout()

    assert sign_in(client, "name", "wrong").status_code == 429


def test_signing_in_clears_ones_own_failures(client):
    StaffFactory(username="wang", password=PASSWORD)
    fail(client, "wang", OF_ACCOUNT - 1)
    sign_in(client, "wang", PASSWORD)
    client.logout()

    assert fail(client, "wang", OF_ACCOUNT - 1).status_code == 200


def test_what_is_typed_is_not_kept(client):
    fail(client, "my-password-by-mistake", 1)

    kept = str(AccessAttempt.objects.values().get())
    assert "mistake" not in kept
    assert "wrong" not in kept


def test_a_slow_attack_over_many_accounts_is_seen_in_the_log(client):
    for number in range(12):
        StaffFactory(username=f"name{number}", password=PASSWORD)
        sign_in(client, f"name{number}", "wrong", REMOTE_ADDR=f"203.0.113.{number}")

    warned = Event.objects.filter(kind=Kind.WARNED).values_list("words", flat=True)
    assert list(warned) == ["24 小时内有 10 个账号登录失败，可能有人在逐个试密码。"]
