import pytest
from django.contrib.auth.models import Permission

from tests.factories import OrganizationFactory, UserFactory

RIGHTS = (
    "view_branchreport",
    "add_branchreport",
    "change_branchreport",
    "view_censusreturn",
    "change_censusreturn",
)


@pytest.fixture
def branch():
    return OrganizationFactory(name="一中团支部")


@pytest.fixture
def filler(branch):
    """Who reports for the branch."""
    filler = UserFactory(username="filler", is_staff=True, organizations=[branch])
    filler.user_permissions.set(Permission.objects.filter(codename__in=RIGHTS))
    return filler


@pytest.fixture
def phone(client, filler):
    """A client signed in as who reports."""
    client.force_login(filler)
    return client
