import itertools
from datetime import timedelta

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.models import KeptPassword, Terms
from accounts.passwords import LAST
from tests.factories import StaffFactory
from tests.pages import FormOnPage

pytestmark = pytest.mark.django_db
FIRST, NEXT = "Spring-Tide-21", "Autumn-Wind-22"


def refusals(password, account=None):
    try:
        validate_password(password, account)
    except ValidationError as refusal:
        return refusal.messages
    return []


@pytest.mark.parametrize(
    "password", ["Ab1defgh", "spring-tide-21", "SPRING-TIDE-21", "Spring--Tide", "春潮Spring21"]
)
def test_password_of_three_kinds_is_taken(password):
    assert refusals(password) == []


@pytest.mark.parametrize(
    "password", ["springtide", "springtide21", "SPRINGTIDE21", "SpringTide", "spring-tide"]
)
def test_password_of_fewer_kinds_is_refused(password):
    assert refusals(password) == ["密码要包含大写字母、小写字母、数字、其他符号中的至少三种。"]


def test_password_of_seven_characters_is_refused():
    assert len(refusals("Ab1-efg")) == 1


def change(client, old, new):
    typed = {"old_password": old, "new_password1": new, "new_password2": new}
    return client.post("/admin/password_change/", typed)


def test_none_of_the_last_five_is_taken_again_and_the_sixth_is(client):
    account = StaffFactory(password=FIRST)
    client.force_login(account)
    passwords = [FIRST, *(f"Summer-Rain-{number}" for number in range(LAST))]
    for old, new in itertools.pairwise(passwords):
        assert change(client, old, new).status_code == 302

    for again in passwords[1:]:
        refused = change(client, passwords[-1], again)
        assert "不能用最近5次用过的密码。" in refused.content.decode()
    assert change(client, passwords[-1], FIRST).status_code == 302
    assert account.kept_passwords.count() == LAST


def sign_in(client, account, password):
    return client.post("/admin/login/", {"username": account.username, "password": password}, follow=True)


def test_password_older_than_the_term_is_changed_before_anything_else(client):
    account = StaffFactory(password=FIRST)
    Terms.objects.update(password_days=90)
    KeptPassword.objects.update(set_at=timezone.now() - timedelta(days=91))

    sign_in(client, account, FIRST)

    elsewhere = client.get("/admin/activities/activity/")
    assert (elsewhere.status_code, elsewhere.url) == (302, "/admin/password_change/")
    assert change(client, FIRST, NEXT).status_code == 302
    assert client.get("/admin/activities/activity/").status_code == 200


def test_password_of_unknown_age_is_too_old_only_where_the_office_has_a_term(client):
    account = StaffFactory(password=FIRST)
    KeptPassword.objects.all().delete()

    assert sign_in(client, account, FIRST).request["PATH_INFO"] == "/admin/"
    client.logout()
    Terms.objects.update(password_days=90)

    assert sign_in(client, account, FIRST).request["PATH_INFO"] == "/admin/password_change/"


def test_password_that_somebody_else_set_is_changed_at_once(client, django_user_model):
    client.force_login(StaffFactory())
    address = "/admin/auth/user/add/"
    typed = {"username": "wang", "password1": FIRST, "password2": FIRST, "usable_password": "true"}
    client.post(address, {**FormOnPage(client.get(address)).fields, **typed})
    account = django_user_model.objects.get(username="wang")
    assert account.is_staff
    client.logout()

    assert sign_in(client, account, FIRST).request["PATH_INFO"] == "/admin/password_change/"
    change(client, FIRST, NEXT)
    client.logout()
    assert sign_in(client, account, NEXT).request["PATH_INFO"] == "/admin/"


def test_new_password_for_somebody_signs_them_out_everywhere_and_is_changed_at_once(client, client_of):
    account = StaffFactory(password=FIRST)
    theirs = client_of(account)
    assert theirs.get("/admin/").status_code == 200

    client.force_login(StaffFactory())
    typed = {"password1": NEXT, "password2": NEXT, "usable_password": "true"}
    client.post(f"/admin/auth/user/{account.pk}/password/", typed)

    assert theirs.get("/admin/").url == "/admin/login/?next=/admin/"
    assert sign_in(theirs, account, NEXT).request["PATH_INFO"] == "/admin/password_change/"


def test_ones_own_new_password_signs_out_elsewhere_and_not_here(client, client_of):
    account = StaffFactory(password=FIRST)
    client.force_login(account)
    elsewhere = client_of(account)

    change(client, FIRST, NEXT)

    assert client.get("/admin/").status_code == 200
    assert elsewhere.get("/admin/").status_code == 302
