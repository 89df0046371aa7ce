"""Nothing of a volunteer is public."""

import pytest
from django.urls import reverse

from tests.factories import MembershipFactory, ServiceRecordFactory, TeamFactory, VolunteerFactory


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
