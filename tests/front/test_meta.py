"""What each kind of page tells of itself in its head: 政府网站发展指引, Open Graph, its one address."""

import pytest

from tests.factories import (
    ActivityFactory,
    AwardTitleFactory,
    CampaignFactory,
    CommitteeFactory,
    NoticeFactory,
    PhotoFactory,
    ReportFactory,
    TeamFactory,
    WorkAreaFactory,
)
from tests.reading import metas, texts

SITE = {"SiteName", "SiteDomain", "SiteIDCode"}
COLUMN = SITE | {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
ARTICLE = SITE | {"ArticleTitle", "ContentSource", "PubDate", "Url"}
SHARED = ["og:type", "og:title", "og:description", "og:url", "og:site_name", "og:locale"]
PICTURE = ["og:image", "og:image:width", "og:image:height", "og:image:alt"]

KINDS = {
    "/": (SITE, PICTURE),
    "/about/": (SITE, []),
    "/sitemap/": (SITE, []),
    "/data/": (SITE, []),
    "/preferences/": (SITE, []),
    "/volunteers/?kind=service_team": (COLUMN, []),
    "/activities/": (COLUMN, []),
    "/activities/?area=growth": (COLUMN, []),
    "/activities/year/2020/": (COLUMN, []),
    "/activities/2020/03/": (COLUMN, []),
    "/activities/7/": (ARTICLE | {"Author", "Image"}, PICTURE),
    "/campaigns/": (COLUMN, []),
    "/campaigns/qingqing/": (COLUMN, PICTURE),
    "/notices/": (COLUMN, []),
    "/notices/?kind=notice": (COLUMN, []),
    "/notices/9/": (ARTICLE | {"Keywords"}, []),
    "/volunteers/": (COLUMN, []),
    "/volunteers/8/": (ARTICLE, []),
    "/honors/": (COLUMN, []),
    "/honors/2019/": (ARTICLE, []),
    "/reports/": (COLUMN, []),
    "/reports/compare/": (COLUMN, []),
    "/reports/2020-h1/": (ARTICLE - {"PubDate"}, []),
    "/figures/": (COLUMN, []),
    "/figures/2020/activities/": (COLUMN, []),
    "/search/": (COLUMN, None),
}


@pytest.fixture
def site(db):
    """A committee of which all is known, and a record of each kind that has a page."""
    CommitteeFactory(site_domain="league.example", site_code="0000000000", introduction="某区团委简介。")
    area = WorkAreaFactory(slug="growth")
    activity = ActivityFactory(pk=7, area=area, author="甲", summary="种下一片林。", published=True)
    PhotoFactory(activity=activity)
    activity.campaigns.add(CampaignFactory(slug="qingqing"))
    NoticeFactory(pk=9, published=True)
    TeamFactory(pk=8, summary="一支队伍。", published=True)
    AwardTitleFactory(commendation__published=True)
    ReportFactory(opening="上半年概况。", is_public=True)


@pytest.mark.parametrize(("address", "named", "shared"), [(kind, *tags) for kind, tags in KINDS.items()])
def test_page_tells_what_its_kind_must_tell(client, site, address, named, shared):
    response = client.get(address)

    told = metas(response)
    assert {name for name in told if name[0].isupper()} == named
    assert [name for name, content in told.items() if not content] == []
    assert texts(response, "//link[@rel='canonical']/@href") == [f"http://testserver{address}"]
    if shared is not None:
        properties = texts(response, "//meta[@property]/@property")
        assert properties == SHARED + shared
        assert "" not in texts(response, "//meta[@property]/@content")


@pytest.mark.parametrize("address", ["/nothing/", "/style/"])
def test_page_that_is_not_there_is_kept_from_search_engines(client, db, address):
    assert metas(client.get(address))["robots"] == "noindex"


@pytest.mark.parametrize(
    ("domain", "told"), [("", "testserver"), ("league.example", "league.example")], ids=["asked", "set"]
)
def test_page_names_the_domain_that_is_set_or_asked_for(client, db, domain, told):
    CommitteeFactory(site_domain=domain)

    assert {metas(client.get(address))["SiteDomain"] for address in ("/", "/activities/", "/nothing/")} == {
        told
    }


def test_page_describes_itself_even_where_nothing_is_known(client, db):
    activity = ActivityFactory(title="植树", published=True)
    team = TeamFactory(name="突击队", published=True)
    notice = NoticeFactory(title="推荐人选", published=True)

    described = [
        metas(client.get(address))["description"]
        for address in (
            "/",
            "/about/",
            *(record.get_absolute_url() for record in (activity, team, notice)),
        )
    ]

    assert described == ["共青团工作门户", "共青团工作门户", "植树", "突击队", "推荐人选"]
