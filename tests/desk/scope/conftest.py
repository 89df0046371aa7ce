import pytest
from django.contrib.auth.models import Permission

from tests.desk.scope.site import Site


@pytest.fixture
def site(db):
    return Site()


@pytest.fixture
def clerk(site):
    """Somebody of the branch with every right: what is held back is held by the branch alone."""
    clerk = site.account()
    clerk.user_permissions.set(Permission.objects.all())
    return clerk


@pytest.fixture
def branch(client, clerk):
    """A client signed in as the clerk."""
    client.force_login(clerk)
    return client
