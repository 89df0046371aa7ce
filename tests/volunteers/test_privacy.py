"""Every field of a volunteer is public, for downloads, or private; forgetting one is a failure here."""

import pytest
from django.urls import reverse

from tests.factories import MembershipFactory, ServiceRecordFactory, TeamFactory, VolunteerFactory
from volunteers.models import Volunteer

CLASSES = (
    Volunteer.PUBLIC_FIELDS,
    Volunteer.DOWNLOAD_FIELDS,
    Volunteer.PRIVATE_FIELDS,
    Volunteer.STAMPS,
)


def test_every_field_of_a_volunteer_is_classified_once():
    classified = sorted(name for names in CLASSES for name in names)

    assert classified == sorted(field.name for field in Volunteer._meta.concrete_fields)


def test_nothing_of_a_volunteer_is_public():
    assert frozenset() == Volunteer.PUBLIC_FIELDS


@pytest.mark.django_db
def test_public_team_pages_tell_nothing_of_their_members(client):
    volunteer = VolunteerFactory(
        name="欧阳某某", phone="13800138000", id_number="11010519491231002X", note="某某备注"
    )
    team = TeamFactory(published=True)
    MembershipFactory(team=team, volunteer=volunteer)
    ServiceRecordFactory(team=team, volunteer=volunteer)

    pages = [
        client.get(address).content.decode()
        for address in (reverse("volunteers:list"), team.get_absolute_url(), reverse("home"))
    ]

    private = ("欧阳某某", "13800138000", "11010519491231002X", "某某备注")
    assert [word for word in private for page in pages if word in page] == []
