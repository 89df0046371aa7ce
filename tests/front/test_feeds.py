from datetime import datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from front.sitemaps import RecordSitemap
from tests.factories import (
    PUBLISHED_AT,
    ActivityFactory,
    CampaignFactory,
    CommendationFactory,
    CommitteeFactory,
    FigureFactory,
    HonorReceivedFactory,
    NoticeFactory,
    PhotoFactory,
    ReportFactory,
    TagFactory,
    TeamFactory,
    WorkAreaFactory,
)

pytestmark = pytest.mark.django_db

ATOM = {"atom": "http://www.w3.org/2005/Atom"}
MAP = {
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
}
SECTIONS = ("columns", "activities", "campaigns", "notices", "teams", "honors", "reports")


def xml(response):
    return ElementTree.fromstring(response.content)


def told(element, *paths):
    return [[found.text for found in element.findall(path, ATOM)] for path in paths]


def test_feed_is_not_made_for_a_port_that_there_cannot_be(client):
    ActivityFactory(published=True, body="<p>正文</p>")

    assert client.get("/feed/", headers={"host": "testserver:99999"}).status_code == 400


def test_feed_tells_the_latest_published_activities(client):
    CommitteeFactory(name="共青团某区委", site_name="某区共青团")
    area = WorkAreaFactory(name="服务成长")
    older = ActivityFactory(title="较早", area=area, summary="组织{志愿者}。", published=True)
    FigureFactory(activity=older, name="志愿者", wording="300余名")
    later = PUBLISHED_AT + timedelta(days=1)
    newer = ActivityFactory(title="较新", area=area, state="published", published_at=later, source="某单位")
    ActivityFactory(title="草稿", area=area)

    response = client.get("/feed/")

    feed = xml(response)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert told(feed, "atom:title", "atom:author/atom:name") == [["某区共青团：活动"], ["共青团某区委"]]
    entries = feed.findall("atom:entry", ATOM)
    assert [
        told(entry, "atom:title", "atom:summary", "atom:published", "atom:author/atom:name")
        for entry in entries
    ] == [
        [["较新"], [], ["2020-05-30T01:00:00+00:00"], ["某单位"]],
        [["较早"], ["组织300余名。"], ["2020-05-29T01:00:00+00:00"], []],
    ]
    assert [entry.find("atom:link", ATOM).get("href") for entry in entries] == [
        f"http://testserver{newer.get_absolute_url()}",
        f"http://testserver{older.get_absolute_url()}",
    ]


def test_feed_holds_the_whole_story_and_links_its_photos(client):
    activity = ActivityFactory(summary="种树 < 浇水。", body="<p>正文 &amp; 图。</p>", published=True)
    activity.tags.add(TagFactory(name="生态"))
    photo = PhotoFactory(activity=activity, alt="植树的人")
    folder = photo.image.url.rpartition("/")[0]

    entry = xml(client.get("/feed/")).find("atom:entry", ATOM)

    assert told(entry, "atom:summary", "atom:content") == [["种树 &lt; 浇水。"], ["<p>正文 &amp; 图。</p>"]]
    assert told(entry, "atom:updated") == [[activity.updated_at.isoformat()]]
    assert [found.get("term") for found in entry.findall("atom:category", ATOM)][1:] == ["生态"]
    enclosure = entry.find("atom:link[@rel='enclosure']", ATOM)
    assert enclosure.attrib == {
        "rel": "enclosure",
        "type": "image/jpeg",
        "href": f"http://testserver{folder}/1280.jpg",
        "title": "植树的人",
    }


def test_feed_of_an_empty_site_is_whole(client):
    feed = xml(client.get("/feed/"))

    assert told(feed, "atom:title", "atom:entry", "atom:author/atom:name") == [["共青团活动"], [], ["共青团"]]


def test_feed_has_what_rfc_4287_wants_of_it(client):
    for _ in range(2):
        ActivityFactory(published=True)

    feed = xml(client.get("/feed/"))

    entries = feed.findall("atom:entry", ATOM)
    for element in (feed, *entries):
        counts = [len(element.findall(f"atom:{name}", ATOM)) for name in ("id", "title", "updated")]
        assert counts == [1, 1, 1]
        assert datetime.fromisoformat(element.find("atom:updated", ATOM).text).tzinfo is not None
    assert len(feed.findall("atom:link[@rel='self']", ATOM)) == len(feed.findall("atom:author", ATOM)) == 1
    assert [len(entry.findall("atom:link[@rel='alternate']", ATOM)) for entry in entries] == [1, 1]
    assert len({entry.find("atom:id", ATOM).text for entry in entries}) == 2


def test_feed_leaves_out_what_xml_cannot_hold(client):
    CommitteeFactory(site_name="某\x0b区", name="某\x1f区委")
    ActivityFactory(title="植\x08树 <&>", summary="一\x08片\ufffe林", source="甲\x01", published=True)

    entry = xml(client.get("/feed/")).find("atom:entry", ATOM)

    assert told(entry, "atom:title", "atom:summary", "atom:author/atom:name") == [
        ["植树 <&>"],
        ["一片林"],
        ["甲"],
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_feed_takes_the_same_queries_for_any_number(client, django_assert_num_queries, number):
    CommitteeFactory()
    for _ in range(number):
        FigureFactory(activity__published=True)

    with django_assert_num_queries(5):
        response = client.get("/feed/")

    assert len(xml(response).findall("atom:entry", ATOM)) == number


def test_sitemap_lists_every_public_page_and_no_other(client):
    activity = ActivityFactory(published=True)
    notice = NoticeFactory(published=True)
    team = TeamFactory(published=True)
    CampaignFactory(slug="qingqing")
    CommendationFactory(year=2019, published=True)
    HonorReceivedFactory(year=2018, published=True)
    ReportFactory(is_public=True)
    ActivityFactory()
    ActivityFactory(state="withdrawn")
    NoticeFactory()
    NoticeFactory(state="withdrawn")
    TeamFactory()
    CampaignFactory(state="draft")
    CommendationFactory(year=2017)

    assert {section: locations(client.get(f"/sitemap-{section}.xml")) for section in SECTIONS} == {
        "columns": [
            "/",
            "/activities/",
            "/campaigns/",
            "/notices/",
            "/volunteers/",
            "/honors/",
            "/reports/",
            "/figures/",
            "/about/",
        ],
        "activities": [activity.get_absolute_url()],
        "campaigns": ["/campaigns/qingqing/"],
        "notices": [notice.get_absolute_url()],
        "teams": [team.get_absolute_url()],
        "honors": ["/honors/2019/", "/honors/2018/"],
        "reports": ["/reports/2020-h1/"],
    }


def locations(response):
    found = xml(response).findall("map:url/map:loc", MAP)
    return [location.text.removeprefix("http://testserver") for location in found]


def test_sitemap_is_an_index_of_its_sections(client):
    ActivityFactory(published=True)

    index = xml(client.get("/sitemap.xml"))

    assert [found.text for found in index.findall("map:sitemap/map:loc", MAP)] == [
        f"http://testserver/sitemap-{section}.xml" for section in SECTIONS
    ]


def test_sitemap_turns_its_pages(client, monkeypatch):
    monkeypatch.setattr(RecordSitemap, "limit", 2)
    keys = sorted(ActivityFactory(published=True).pk for _ in range(3))

    index = xml(client.get("/sitemap.xml"))
    second = client.get("/sitemap-activities.xml?p=2")

    assert "http://testserver/sitemap-activities.xml?p=2" in [
        found.text for found in index.findall("map:sitemap/map:loc", MAP)
    ]
    assert locations(second) == [f"/activities/{keys[-1]}/"]


def test_sitemap_tells_of_changes_and_photos(client):
    photo = PhotoFactory(activity__published=True)
    folder = photo.image.url.rpartition("/")[0]

    (url,) = xml(client.get("/sitemap-activities.xml")).findall("map:url", MAP)

    changed = timezone.localtime(photo.activity.updated_at).isoformat()
    assert [found.text for found in url.findall("map:lastmod", MAP)] == [changed]
    assert [found.text for found in url.findall("image:image/image:loc", MAP)] == [
        f"http://testserver{folder}/1280.jpg"
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_sitemap_takes_the_same_queries_for_any_number(client, django_assert_num_queries, number):
    CommitteeFactory()
    for _ in range(number):
        PhotoFactory(activity__published=True)

    with django_assert_num_queries(5):
        response = client.get("/sitemap-activities.xml")

    assert len(locations(response)) == number


def test_index_of_the_sitemap_takes_few_queries(client, django_assert_num_queries):
    CommitteeFactory()
    ActivityFactory(published=True)

    with django_assert_num_queries(8):
        client.get("/sitemap.xml")


def test_sitemap_tells_what_was_published_since_it_was_last_asked_for(client):
    for _ in range(2):
        activity = ActivityFactory(published=True)

        assert locations(client.get("/sitemap-activities.xml"))[-1] == activity.get_absolute_url()


@pytest.mark.parametrize("number", ["0", "-1", "abc", "1000000000", "9" * 5000])
def test_sitemap_has_no_page_of_a_bad_number(client, number):
    assert client.get("/sitemap-activities.xml", {"p": number}).status_code == 404


def test_sitemap_has_no_section_of_another_name(client):
    assert client.get("/sitemap-volunteers.xml").status_code == 404


def test_robots_are_told_where_the_sitemap_is(client):
    response = client.get("/robots.txt")

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /corrections/",
        "Disallow: /search/?",
        "Disallow: /style/",
        "",
        "Sitemap: http://testserver/sitemap.xml",
    ]
