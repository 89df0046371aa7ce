"""Accounts at the desk."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from desk.forms.held import Held
from tests.factories import StaffFactory
from tests.pages import Desk

pytestmark = pytest.mark.django_db


def form_of(client, account):
    return Desk(client, reverse("admin:auth_user_change", args=[account.pk]))


def test_second_saver_of_an_account_takes_nothing_back(admin_client):
    account = StaffFactory(username="fang", last_name="方", email="")
    first, second = form_of(admin_client, account), form_of(admin_client, account)
    first.type(last_name="房").send()

    answer = second.type(email="fang@example.org").send()

    told = [(one.label, one.theirs) for one in answer.context["sitting"].told]
    assert told == [("姓", "房")]
    assert get_user_model().objects.values_list("last_name", "email").get(pk=account.pk) == ("房", "")


def test_page_of_an_account_tells_nothing_of_its_password(admin_client):
    form = form_of(admin_client, StaffFactory(password="pbkdf2_sha256$1$salt$hash"))

    assert "password" not in Held.unsealed(form.fields["desk_base"]).fields
