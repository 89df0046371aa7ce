"""The three persons of the tests: who may do everything, something, nothing at the staff desk."""

import pytest
from django.contrib.auth.models import Permission

from tests.factories import StaffFactory, UserFactory


@pytest.fixture
def staff(db):
    """Staff who may do everything."""
    return StaffFactory(username="staff")


@pytest.fixture
def editor(db):
    """Staff who may view, add and change activities with all that stands on their page, and nothing else."""
    editor = UserFactory(username="editor", is_staff=True)
    editor.user_permissions.set(
        Permission.objects.filter(content_type__app_label="activities", codename__regex="^(view|add|change)_")
    )
    return editor


@pytest.fixture
def stranger(db):
    """Somebody with an account who is not staff."""
    return UserFactory(username="stranger")


@pytest.fixture
def desk(client, staff):
    """A client signed in as the staff member."""
    client.force_login(staff)
    return client
