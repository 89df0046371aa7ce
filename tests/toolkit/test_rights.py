"""Who could change records may do the acts that were a field of their form, from the migration on."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission

from tests.factories import UserFactory
from toolkit.publishing import ACTS
from toolkit.rights import hand_on_publishing

pytestmark = pytest.mark.django_db

CODENAMES = {f"{act}_notice" for act in ACTS}


@pytest.fixture
def handing_on():
    """The migration of notices, in a database that has none of its rights yet."""
    Permission.objects.filter(codename__in=CODENAMES).delete()
    return hand_on_publishing("notices", "notice")


def codenames(held):
    return set(held.values_list("codename", flat=True))


def test_rights_go_to_every_person_and_group_that_may_change(handing_on):
    change = Permission.objects.get(codename="change_notice")
    person, stranger, group = UserFactory(), UserFactory(), Group.objects.create(name="编辑")
    person.user_permissions.add(change)
    group.permissions.add(change)
    stranger.user_permissions.add(Permission.objects.get(codename="change_activity"))

    handing_on.code(apps, None)

    assert codenames(person.user_permissions) == codenames(group.permissions) == {"change_notice", *CODENAMES}
    assert codenames(stranger.user_permissions) == {"change_activity"}


def test_rights_are_named_in_chinese(handing_on):
    handing_on.code(apps, None)

    assert set(Permission.objects.filter(codename__in=CODENAMES).values_list("name", flat=True)) == {
        f"可以{label}通知公告" for label in ACTS.values()
    }


def test_rights_are_taken_back(handing_on):
    handing_on.code(apps, None)

    handing_on.reverse_code(apps, None)

    assert not Permission.objects.filter(codename__in=CODENAMES).exists()
