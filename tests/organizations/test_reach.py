import pytest
from django.contrib.auth.models import AnonymousUser

from desk.scope.reach import Reach, reach_of
from organizations.models import Organization
from tests.factories import OrganizationFactory, RootOrganizationFactory, StaffFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_account_reaches_its_organization_and_all_beneath():
    street = OrganizationFactory(kind=Organization.Kind.WORKING_COMMITTEE)
    branch = OrganizationFactory(parent=OrganizationFactory(parent=street))
    OrganizationFactory()  # another one of the district

    reach = reach_of(UserFactory(is_staff=True, organizations=[street]))

    assert reach == Reach(keys=frozenset({street.pk, branch.parent.pk, branch.pk}))


def test_account_of_several_reaches_all_of_them():
    first, second = OrganizationFactory.create_batch(2)

    reach = reach_of(UserFactory(is_staff=True, organizations=[first, second]))

    assert reach == Reach(keys=frozenset({first.pk, second.pk}))


def test_account_of_the_root_reaches_the_whole():
    OrganizationFactory()

    assert reach_of(UserFactory(is_staff=True, organizations=[RootOrganizationFactory()])) == Reach(
        is_whole=True
    )
    assert reach_of(StaffFactory()) == Reach(is_whole=True)


def test_account_that_is_tied_to_none_reaches_nothing():
    OrganizationFactory()

    assert reach_of(UserFactory(is_staff=True, organizations=[])) == Reach()
    assert reach_of(StaffFactory(is_active=False)) == Reach()
    assert reach_of(AnonymousUser()) == Reach()


def test_reach_is_asked_once(django_assert_num_queries):
    account = UserFactory(is_staff=True)

    with django_assert_num_queries(1):
        assert reach_of(account) == reach_of(account)
