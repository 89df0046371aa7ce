import pytest
from django.urls import reverse

from tests.factories import WorkAreaFactory
from tests.pages import Desk


@pytest.fixture
def form(desk):
    """A form in which everything else is typed well."""
    form = Desk(desk, reverse("admin:activities_activity_add"))
    return form.type(
        title="学雷锋主题活动",
        area=str(WorkAreaFactory().pk),
        starts_on="2020/03/05",
        place="赣江风光带",
        body="<p>全文</p>",
    )
