import re
from time import time

import pytest
from django.contrib.auth.models import Group
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts import second_step
from accounts.models import Terms
from tests.factories import ActivityFactory, StaffFactory

pytestmark = pytest.mark.django_db
PASSWORD = "right-Words-9"


def code_of(device, ahead=0):
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits)
    totp.time = time() + 30 * ahead
    return f"{totp.token():06}"


@pytest.fixture
def account():
    return StaffFactory(username="wang", password=PASSWORD)


@pytest.fixture
def device(account):
    second_step.begin(account)
    return TOTPDevice.objects.get()


@pytest.fixture
def codes(account, device):
    return second_step.finish(account, code_of(device, ahead=-1))


def sign_in(client):
    return client.post("/admin/login/", {"username": "wang", "password": PASSWORD}, follow=True)


def send(client, code):
    return client.post("/admin/account/second-step/", {"code": code}, follow=True)


def test_password_alone_opens_nothing(client, codes):
    draft = ActivityFactory(state="draft")

    assert sign_in(client).request["PATH_INFO"] == "/admin/account/second-step/"
    for address in (
        "/admin/",
        "/admin/activities/activity/",
        "/admin/password_change/",
        "/admin/account/sessions/",
    ):
        assert client.get(address).url == "/admin/account/second-step/"
    assert client.get("/style/").status_code == 404
    assert client.get(f"/activities/{draft.pk}/").status_code == 404


def test_the_code_of_the_app_opens_the_desk_once(client, device, codes):
    sign_in(client)
    code = code_of(device)

    assert send(client, f"{code[:3]} {code[3:]}").request["PATH_INFO"] == "/admin/"
    client.logout()
    sign_in(client)
    assert "验证码不对，或者已经用过" in send(client, code).content.decode()


def test_a_recovery_code_holds_once(client, codes):
    sign_in(client)
    assert send(client, codes[0].upper()).request["PATH_INFO"] == "/admin/"
    client.logout()

    sign_in(client)
    assert send(client, codes[0]).request["PATH_INFO"] == "/admin/account/second-step/"


def test_after_a_wrong_code_even_the_right_one_has_to_wait(client, device, codes):
    sign_in(client)
    send(client, "000000")

    assert send(client, code_of(device)).request["PATH_INFO"] == "/admin/account/second-step/"


@pytest.mark.parametrize("code", ["", "abc", "１２３４５６", "1" * 21, "\x00", "-1"])
def test_what_is_no_code_is_refused_in_a_sentence(client, codes, code):
    sign_in(client)

    assert send(client, code).request["PATH_INFO"] == "/admin/account/second-step/"


def test_a_role_that_must_sets_it_up_before_anything_else(client, account):
    role = Group.objects.create(name="审核")
    account.groups.add(role)
    Terms.objects.get().second_step_roles.add(role)

    assert sign_in(client).request["PATH_INFO"] == "/admin/account/second-step/settings/"
    page = client.get("/admin/account/second-step/settings/").content.decode()
    device = TOTPDevice.objects.get()
    assert "<svg" in page
    assert "你的角色登录时必须两步验证" in page
    assert client.get("/admin/").url == "/admin/account/second-step/settings/"

    shown = client.post("/admin/account/second-step/settings/", {"code": code_of(device)}).content.decode()

    assert len(re.findall(r"<li><code>([a-z2-7]{8})</code></li>", shown)) == second_step.RECOVERY_CODES
    assert client.get("/admin/").status_code == 200


def test_a_wrong_code_sets_nothing_up(client, account):
    client.force_login(account)
    client.get("/admin/account/second-step/settings/")

    client.post("/admin/account/second-step/settings/", {"code": "123"})

    assert not second_step.is_set_up(account)


def test_switching_off_asks_for_the_password_and_is_refused_to_a_role_that_must(client, account, codes):
    client.force_login(account)
    address = "/admin/account/second-step/settings/"

    assert "密码不对。" in client.post(address, {"off": "1", "password": "wrong"}).content.decode()
    role = Group.objects.create(name="审核")
    account.groups.add(role)
    terms = Terms.objects.get()
    terms.second_step_roles.add(role)
    assert "不能停用" in client.post(address, {"off": "1", "password": PASSWORD}).content.decode()
    assert second_step.is_set_up(account)

    terms.second_step_roles.clear()
    client.post(address, {"off": "1", "password": PASSWORD})
    assert not second_step.is_set_up(account)


def test_new_recovery_codes_end_the_old(client, account, codes):
    client.force_login(account)

    client.post("/admin/account/second-step/settings/", {"renew": "1", "password": PASSWORD})

    assert not second_step.is_right(account, codes[0])
