import pytest

from organizations.models import Committee
from tests.factories import CommitteeFactory

pytestmark = pytest.mark.django_db


def test_current_is_none_before_the_committee_is_entered():
    assert Committee.objects.current() is None


def test_current_is_the_one_committee():
    committee = CommitteeFactory()

    assert Committee.objects.current() == committee
