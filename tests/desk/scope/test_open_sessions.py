"""Whoever loses the role, the branch or the account loses sight of the records with the next request."""

import pytest
from django.urls import reverse

from activities.models import Activity
from tests.pages import Desk

pytestmark = pytest.mark.django_db

LIST = reverse("admin:activities_activity_changelist")


@pytest.fixture
def reporter(site, client):
    """Somebody of the branch with a form open."""
    account = site.account("支部填报员")
    client.force_login(account)
    return account


@pytest.fixture
def form(reporter, client, site):
    return Desk(
        client, reverse("admin:activities_activity_change", args=[site.own["activities.activity"].pk])
    )


def without_role(account):
    account.groups.clear()


def without_branch(account):
    account.memberships.all().delete()


def without_desk(account):
    type(account).objects.filter(pk=account.pk).update(is_staff=False)


def without_account(account):
    type(account).objects.filter(pk=account.pk).update(is_active=False)


@pytest.mark.parametrize("loses", [without_role, without_branch, without_desk, without_account])
def test_open_form_is_not_saved_and_nothing_shown(client, reporter, form, site, loses):
    assert client.get(LIST).status_code == 200
    loses(reporter)

    answers = [client.get(LIST), form.type(place="文三路").send(), client.get(form.address)]

    assert {one.status_code for one in answers} <= {403, 302}
    assert not Activity.objects.filter(place="文三路").exists()
    assert site.own["activities.activity"].title not in "".join(one.content.decode() for one in answers)


def test_account_that_is_tied_to_nothing_is_told_why_the_desk_is_empty(client, reporter):
    without_branch(reporter)

    page = client.get(reverse("admin:index"))

    assert "还没有归到任何团组织" in page.content.decode()
    assert page.context["app_list"] == []
