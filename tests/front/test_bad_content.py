"""Pages hold their shape with what nobody would have drawn them for."""

from datetime import date

import pytest

from activities.models import Activity, Tag
from reports.document.periods import HalfYear
from tests.factories import (
    ActivityFactory,
    AwardFactory,
    AwardTitleFactory,
    CampaignFactory,
    CommendationFactory,
    CommitteeFactory,
    FigureFactory,
    HonorReceivedFactory,
    NoticeFactory,
    OrganizationFactory,
    ParticipantFactory,
    PhotoFactory,
    ReportFactory,
    TagFactory,
    TeamFactory,
    WorkAreaFactory,
)
from tests.harness.looking import sticking_out
from tests.reading import texts

WIDTHS = (320, 640, 1280)
LATIN, CHINESE, RARE = "W" * 120, "青" * 120, "𬭎㛃旻珺堃喆昇玥祎璟瑄垚犇🎉e\u0301\u202eabc"


def long_site(text):
    """Everything named by one text, as far as its field lets it."""
    area = WorkAreaFactory(name=text[:60], slug="w" * 60)
    campaign = CampaignFactory(name=text[:60], slug="c" * 60, summary=text)
    activity = ActivityFactory(
        area=area,
        **dict.fromkeys(("title", "place", "audience", "occasion", "slogan", "summary"), text),
        **dict.fromkeys(("source", "author", "reviewer"), text[:60]),
        body=f"<h2>{text}</h2><p>{text}</p><table><tr><td>{text}</td><td>{text}</td></tr></table>",
        published=True,
    )
    activity.campaigns.add(campaign)
    activity.tags.add(TagFactory(name=text[:30]))
    photo = {"activity": activity, "alt": text, "caption": text, "credit": text[:40]}
    for _ in range(2):
        PhotoFactory(**photo)
    ActivityFactory(area=area, title=text, published=True)
    FigureFactory(activity=activity, name=text[:30], wording="9999999999.99元")
    ParticipantFactory(activity=activity, name=text[:30], post=text[:80])
    team = TeamFactory(name=text[:80], place=text, coverage=text, summary=text, published=True)
    team.activities.add(activity)
    notice = NoticeFactory(
        title=text,
        reviewer=text[:60],
        ends_on=date(2020, 6, 30),
        body=f"<h2>{text}</h2><p>{text}</p><table><tr><td>{text}</td><td>{text}</td></tr></table>",
        organization=OrganizationFactory(name=text),
        published=True,
    )
    HonorReceivedFactory(title=text, rank=text[:30], scope=text[:60], authority=text[:80], published=True)
    title = AwardTitleFactory(commendation__title=text, commendation__published=True, name=text[:60])
    AwardFactory(title=title, name=text)
    ReportFactory(title=text, opening=text, is_public=True)
    return [
        "/",
        "/activities/",
        "/activities/2020/03/",
        activity.get_absolute_url(),
        "/campaigns/",
        campaign.get_absolute_url(),
        "/notices/",
        notice.get_absolute_url(),
        "/volunteers/",
        team.get_absolute_url(),
        "/honors/",
        f"/honors/?name={text[:5]}",
        "/honors/2019/",
        "/reports/",
        "/reports/2020-h1/",
    ]


@pytest.mark.parametrize("text", [LATIN, CHINESE, RARE], ids=["latin", "chinese", "rare"])
def test_long_names_do_not_break_a_page(page, live_server, transactional_db, text):
    CommitteeFactory(site_name=text[:60], name=text[:60])
    broken = {}
    for address in long_site(text):
        answer = page.goto(f"{live_server.url}{address}", wait_until="domcontentloaded")
        broken[address] = [answer.status != 200, *(sticking_out(page, width) for width in WIDTHS)]

    assert {address: found for address, found in broken.items() if found != [False, [], [], []]} == {}


@pytest.mark.django_db
def test_one_item_alone_makes_whole_pages(client):
    """Without picture, summary, place, people or figures."""
    activity = ActivityFactory(published=True)
    campaign = CampaignFactory()
    activity.campaigns.add(campaign)
    notice = NoticeFactory(published=True)
    team = TeamFactory(published=True)
    CommendationFactory(published=True)
    ReportFactory(period=HalfYear(2020, 1), is_public=True)

    pages = [activity, campaign, notice, team]
    addresses = [
        "/",
        "/activities/",
        "/notices/",
        "/volunteers/",
        "/honors/",
        "/honors/2019/",
        "/reports/",
        "/reports/2020-h1/",
    ]
    for address in [*addresses, *(record.get_absolute_url() for record in pages)]:
        response = client.get(address)
        assert (response.status_code, len(texts(response, "//h1"))) == (200, 1)
        # Nothing printed of what is not there: no empty heading, list, paragraph or caption.
        assert texts(response, "//main//*[self::h2 or self::h3 or self::p or self::ul][not(node())]") == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/", "/activities/", "/campaigns/", "/notices/", "/volunteers/", "/honors/", "/reports/"]
)
def test_page_without_any_item_says_so(client, address):
    response = client.get(address)

    assert (response.status_code, len(texts(response, "//main//*[@class='empty']"))) == (200, 1)


@pytest.mark.django_db
def test_story_with_ten_thousand_tags_stays_light(client, django_assert_num_queries):
    CommitteeFactory()
    activity = ActivityFactory(published=True)
    tags = Tag.objects.bulk_create(Tag(name=f"标签{number}") for number in range(10_000))
    through = Activity.tags.through
    through.objects.bulk_create(through(activity=activity, tag=tag) for tag in tags)

    with django_assert_num_queries(3):
        response = client.get(activity.get_absolute_url())

    assert len(response.content) < 60_000
    assert len(client.get("/activities/").content) < 60_000


@pytest.mark.django_db
def test_feed_of_a_story_with_ten_thousand_tags_names_the_first(client):
    activity = ActivityFactory(published=True)
    tags = Tag.objects.bulk_create(Tag(name=f"标签{number}") for number in range(10_000))
    activity.tags.set(tags)

    assert len(client.get("/feed/").content) < 20_000


@pytest.mark.django_db
def test_names_with_rare_characters_are_printed_as_they_are(client):
    activity = ActivityFactory(title=RARE, published=True)
    ParticipantFactory(activity=activity, name="𬭎㛃")

    response = client.get(activity.get_absolute_url())

    # But for what turns the direction of the words: that is taken out, and an accent joins its letter.
    assert texts(response, "//h1") == [RARE.replace("e\u0301\u202e", "é")]
    assert texts(response, "//*[@class='people']//strong") == ["𬭎㛃"]
