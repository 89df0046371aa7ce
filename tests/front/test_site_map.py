from datetime import date

import pytest

from tests.factories import (
    ActivityFactory,
    CampaignFactory,
    CommendationFactory,
    CommitteeFactory,
    HonorReceivedFactory,
    ReportFactory,
    WorkAreaFactory,
)
from tests.reading import texts

pytestmark = pytest.mark.django_db


def site(number):
    area = WorkAreaFactory(slug=f"area-of-{number}")
    for year in range(2020 - number, 2020):
        ActivityFactory(area=area, starts_on=date(year, 3, 5), published=True)
        CampaignFactory()
        HonorReceivedFactory(year=year, published=True)


def test_site_map_lists_what_the_public_may_see(client):
    area = WorkAreaFactory(name="服务成长", slug="growth")
    ActivityFactory(area=area, starts_on=date(2020, 3, 5), published=True)
    ActivityFactory(area=area, starts_on=date(2018, 3, 5))
    CampaignFactory(name="河小青", slug="hexiaoqing")
    CampaignFactory(name="内部", state="draft")
    CommendationFactory(year=2019, area=area, published=True)
    CommendationFactory(year=2017, area=area)
    ReportFactory(title="上半年总结", is_public=True)

    links = texts(client.get("/sitemap/"), "//main//section//a/@href")

    assert links == [
        "/activities/",
        "/activities/?area=growth",
        "/activities/year/2020/",
        "/calendar.ics",
        "/feed/",
        "/campaigns/",
        "/campaigns/hexiaoqing/",
        "/notices/",
        "/notices/?kind=notice",
        "/notices/?kind=announcement",
        "/notices/?kind=publicity",
        "/volunteers/",
        "/volunteers/?kind=service_team",
        "/volunteers/?kind=commando",
        "/volunteers/?kind=station",
        "/volunteers/?kind=vehicle",
        "/honors/",
        "/honors/2019/",
        "/reports/",
        "/reports/2020-h1/",
        "/figures/",
        "/reports/compare/",
        "/data/",
        "/",
        "/search/",
        "/about/",
        "/corrections/",
        "/preferences/",
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_site_map_takes_the_same_queries_for_any_number(client, django_assert_num_queries, number):
    CommitteeFactory()
    site(number)

    with django_assert_num_queries(6):
        client.get("/sitemap/")
