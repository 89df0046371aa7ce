from datetime import date

import pytest

from tests.factories import (
    ActivityFactory,
    CampaignFactory,
    CommendationFactory,
    NoticeFactory,
    PhotoFactory,
    ReportFactory,
    TeamFactory,
    WorkAreaFactory,
)


@pytest.fixture
def site(db):
    """A record of each kind that has a page."""
    area = WorkAreaFactory(slug="growth")
    activity = ActivityFactory(pk=7, area=area, starts_on=date(2020, 5, 4), published=True)
    PhotoFactory(activity=activity)
    activity.campaigns.add(CampaignFactory(slug="qingqing"))
    NoticeFactory(pk=9, published=True)
    TeamFactory(pk=8, published=True).activities.add(activity)
    CommendationFactory(year=2019, published=True)
    ReportFactory(is_public=True)
