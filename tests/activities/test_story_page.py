"""The page of one activity: what it tells, what it hides, and from whom."""

import json
from datetime import date

import pytest

from tests.factories import (
    ActivityFactory,
    CampaignFactory,
    CommitteeFactory,
    FigureFactory,
    ParticipantFactory,
    PartnershipFactory,
    PhotoFactory,
    RootOrganizationFactory,
    TagFactory,
    TeamFactory,
    UserFactory,
    WorkAreaFactory,
)
from tests.reading import TITLES, metas, texts

pytestmark = pytest.mark.django_db


def test_story_tells_all_that_is_known(client):
    CommitteeFactory(name="共青团某区委")
    activity = ActivityFactory(
        title="防疫志愿服务",
        area=WorkAreaFactory(name="服务成长"),
        place="村社区",
        audience="青年志愿者",
        occasion="第57个学雷锋纪念日",
        slogan="共渡难关",
        summary="组织{志愿者}。",
        body="<p>正文。</p>",
        author="甲",
        reviewer="乙",
        approved_by=UserFactory(last_name="王", first_name="小明"),
        published=True,
    )
    FigureFactory(activity=activity, name="志愿者", wording="300余名", position=1)
    first = FigureFactory(activity=activity, name="单价", wording="150元", part="unit_price", position=2)
    FigureFactory(activity=activity, name="又一个", wording="150元", repeats=first, position=3)
    ParticipantFactory(activity=activity, name="丙", post="书记", role="chaired")
    PartnershipFactory(activity=activity, partner__name="某基金", part="donor")
    activity.organizers.add(RootOrganizationFactory(name="某区团委"))
    activity.campaigns.add(CampaignFactory(name="青清行动"), CampaignFactory(name="不公开", state="draft"))
    activity.tags.add(TagFactory(name="防疫"))
    activity.teams.add(TeamFactory(name="突击队", published=True), TeamFactory(name="草稿队"))

    response = client.get(activity.get_absolute_url())

    assert texts(response, "//h1") == ["防疫志愿服务"]
    assert texts(response, "//dl[@class='facts']/div") == [
        "时间2020年3月5日",
        "地点村社区",
        "时间节点或背景第57个学雷锋纪念日",
        "主题共渡难关",
        "对象青年志愿者",
        "主办某区团委",
        "捐赠方某基金",
    ]
    assert texts(response, "//dl[@class='numbers']/div") == [
        "志愿者 300余名",
        "单价 150元单价",
        "又一个 150元疑似重复，合计只算一次",
    ]
    assert texts(response, "//*[@class='article-meta']/span") == [
        "发布时间：2020-05-29 09:00",
        "来源：共青团某区委",
        "作者：甲",
    ]
    assert texts(response, "//*[@class='prose']/p") == ["正文。"]
    assert texts(response, "//*[@class='people']/li") == ["丙书记主持"]
    assert texts(response, "//*[@class='article-foot']/p") == [
        *("审核人：王小明", "审核人（据纸质材料）：乙"),
        *("品牌活动", "标签"),
    ]
    assert texts(response, "//*[@class='article-foot']//li") == ["青清行动", "防疫"]
    assert texts(response, TITLES) == ["突击队"]
    assert texts(response, "//*[@class='breadcrumbs']//li") == ["首页", "活动", "服务成长"]


def test_story_hides_what_is_not_known(client):
    activity = ActivityFactory(published=True)

    response = client.get(activity.get_absolute_url())

    assert texts(response, "//dl/div") == ["时间2020年3月5日"]
    assert (
        texts(
            response,
            "//main//h2 | //*[@class='prose'] | //figure[@class='photo'] | //main//nav[@class='neighbours']",
        )
        == []
    )
    assert texts(response, "//*[@class='article-meta']/span") == ["发布时间：2020-05-29 09:00"]


def test_story_without_a_body_prints_its_summary_with_figures(client):
    activity = ActivityFactory(summary="组织{志愿者}上岗。", published=True)
    FigureFactory(activity=activity, name="志愿者", wording="300余名")

    assert texts(client.get(activity.get_absolute_url()), "//*[@class='prose']/p") == ["组织300余名上岗。"]


def test_story_tells_only_the_surname_of_a_minor(client):
    activity = ActivityFactory(published=True)
    ParticipantFactory(activity=activity, name="欧阳小明", is_minor=True)
    ParticipantFactory(activity=activity, name="芦君")

    response = client.get(activity.get_absolute_url())

    assert texts(response, "//*[@class='people']//strong") == ["欧阳同学", "芦君"]
    assert "小明" not in response.content.decode()


def test_story_escapes_every_text_and_cleans_its_body(client):
    script = "<script>alert(1)</script>"
    activity = ActivityFactory(
        **dict.fromkeys(
            ("title", "place", "audience", "occasion", "slogan", "source", "author", "reviewer"), script
        ),
        summary=script,
        published=True,
    )
    PhotoFactory(activity=activity, alt=f'"{script}', caption=script, credit=script)
    # Past the form and the model, as a careless import would write it.
    type(activity).objects.update(body=f'<p onclick="x">正文</p>{script}<a href="javascript:x">链接</a>')

    page = client.get(activity.get_absolute_url()).content.decode()

    assert page.count("<script>") == page.count("onclick") == page.count("javascript:") == 0
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 10


def test_story_names_itself_in_its_meta_tags(client):
    CommitteeFactory(name="共青团某区委", site_name="某区共青团")
    activity = ActivityFactory(title="植树", author="甲", summary="种下一片林。", published=True)
    activity.tags.add(TagFactory(name="生态"))

    found = metas(client.get(activity.get_absolute_url()))

    del found["viewport"], found["theme-color"]
    assert found == {
        "description": "种下一片林。",
        "SiteName": "某区共青团",
        "SiteDomain": "testserver",
        "ArticleTitle": "植树",
        "PubDate": "2020-05-29 09:00",
        "ContentSource": "共青团某区委",
        "Author": "甲",
        "Keywords": "生态",
        "Url": f"http://testserver{activity.get_absolute_url()}",
    }


def whole_story():
    """A story with a row of everything that its page prints."""
    photo = PhotoFactory(activity__published=True)
    activity = photo.activity
    PhotoFactory(activity=activity)
    FigureFactory(activity=activity)
    ParticipantFactory(activity=activity)
    PartnershipFactory(activity=activity)
    activity.organizers.add(RootOrganizationFactory())
    activity.campaigns.add(CampaignFactory())
    activity.tags.add(TagFactory())
    activity.teams.add(TeamFactory(published=True))
    return activity


@pytest.mark.parametrize("number", [1, 3])
def test_story_takes_the_same_queries_for_any_number(client, django_assert_num_queries, number):
    CommitteeFactory()
    stories = [whole_story() for _ in range(number)]

    with django_assert_num_queries(3):
        response = client.get(stories[0].get_absolute_url())

    assert len(texts(response, "//figure[@class='photo']")) == 2


def test_story_tells_machines_of_the_article_and_its_event(client):
    CommitteeFactory(name="共青团某区委")
    photo = PhotoFactory(activity=ActivityFactory(title="</script>植树", published=True))

    response = client.get(photo.activity.get_absolute_url())

    article, breadcrumbs = map(json.loads, texts(response, "//script[@type='application/ld+json']"))
    assert (article["@type"], article["headline"]) == ("NewsArticle", "</script>植树")
    assert article["image"] == f"http://testserver{photo.image.url.replace('photo.jpg', '1280.jpg')}"
    assert article["publisher"] == {"@type": "Organization", "name": "共青团某区委"}
    assert (article["about"]["@type"], article["about"]["startDate"]) == ("Event", "2020-03-05")
    assert [item["name"] for item in breadcrumbs["itemListElement"]] == [
        "首页",
        "活动",
        str(photo.activity.area),
    ]


def test_story_links_its_gallery_to_the_whole_pictures(client):
    activity = ActivityFactory(published=True)
    photos = [PhotoFactory(activity=activity, alt=f"照片{number}", position=number) for number in (1, 2, 3)]

    response = client.get(activity.get_absolute_url())

    assert texts(response, "//figure[@class='photo']/a/@href") == [photo.image.url for photo in photos]
    assert texts(response, "//figure[@class='photo']//img/@alt") == ["照片1", "照片2", "照片3"]
    assert texts(response, "//figure//img[@fetchpriority='high']/@alt") == ["照片1"]
    assert texts(response, "//figure[@class='photo']//img[@loading='lazy']/@alt") == ["照片2", "照片3"]
    assert texts(response, "//h2[@id='gallery']") == ["更多照片（2 张）"]


def test_story_prints_the_first_of_very_many_tags(client):
    activity = ActivityFactory(published=True)
    activity.tags.set([TagFactory(name=f"标签{number:05}") for number in range(40)])

    found = texts(client.get(activity.get_absolute_url()), "//*[@class='article-foot']//li")

    assert (len(found), found[-1]) == (31, "……")


def test_story_leads_to_the_next_newer_and_older_one(client):
    area = WorkAreaFactory()
    older, middle, newer = (
        ActivityFactory(title=f"{day}日", area=area, starts_on=date(2020, 3, day), published=True)
        for day in (4, 5, 6)
    )
    ActivityFactory(title="草稿", area=area, starts_on=date(2020, 3, 5))

    response = client.get(middle.get_absolute_url())

    assert texts(response, "//*[@class='neighbours']/a/@href") == [
        newer.get_absolute_url(),
        older.get_absolute_url(),
    ]


@pytest.mark.parametrize("state", ["draft", "in_review"])
def test_story_not_yet_published_is_not_found(client, stranger, state):
    activity = ActivityFactory(state=state)
    client.force_login(stranger)

    assert client.get(activity.get_absolute_url()).status_code == 404


def test_story_published_later_is_not_found_yet(client):
    activity = ActivityFactory(state="published", published_at="2999-01-01T00:00:00Z")

    assert client.get(activity.get_absolute_url()).status_code == 404


def test_withdrawn_story_is_gone(client):
    activity = ActivityFactory(title="撤回的活动", state="withdrawn")

    response = client.get(activity.get_absolute_url())

    assert response.status_code == 410
    assert texts(response, "//h1") == ["这一页已经撤下"]
    assert "撤回的活动" not in response.content.decode()


@pytest.mark.parametrize(("state", "name"), [("draft", "草稿"), ("withdrawn", "已撤回")])
def test_staff_preview_a_story_that_is_not_public(client, editor, state, name):
    activity = ActivityFactory(state=state)
    client.force_login(editor)

    response = client.get(activity.get_absolute_url())

    assert texts(response, "//*[@class='banner']") == [f"{name}这是内部预览，公众看不到这一页。"]
    assert response["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
