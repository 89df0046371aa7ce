from datetime import date

import pytest

from tests.factories import (
    AwardFactory,
    AwardTitleFactory,
    CommendationFactory,
    CommitteeFactory,
    HonorReceivedFactory,
    HonorRecipientFactory,
    OrganizationFactory,
)
from tests.reading import BAD_PAGE_NUMBERS, TITLES, metas, texts

pytestmark = pytest.mark.django_db

ROLL = "//section[@class='award-title']"


def test_list_shows_the_years_newest_first(client):
    CommendationFactory(year=2018, title="2018年度表彰", published=True)
    commendation = CommendationFactory(year=2019, title="2019年度表彰", published=True)
    AwardTitleFactory(commendation=commendation, name="优秀团员", announced_count=45)
    HonorReceivedFactory(year=2020, title="先进区", rank="第一位", scope="全市唯一", published=True)
    CommendationFactory(year=2021, title="草稿")

    response = client.get("/honors/")

    assert texts(response, "//main//h2") == ["历年一览", "2020年度", "2019年度", "2018年度"]
    assert texts(response, TITLES) == ["2020年度先进区第一位，全市唯一", "2019年度表彰", "2018年度表彰"]
    assert texts(response, "//ul[@class='story-points']/li") == ["优秀团员45 名"]


def test_list_opens_with_the_numbers_of_each_year(client):
    commendation = CommendationFactory(year=2019, published=True)
    AwardTitleFactory(commendation=commendation, recipients="organizations", announced_count=6)
    cadres = AwardTitleFactory(commendation=commendation, announced_count=43)
    AwardTitleFactory(
        commendation=CommendationFactory(year=2019, title="又一次", published=True), announced_count=2
    )
    AwardTitleFactory(commendation=commendation)
    AwardFactory(title=cadres)
    AwardFactory(title=AwardTitleFactory(commendation=CommendationFactory(year=2019, title="草稿")))
    HonorReceivedFactory(year=2020, published=True)

    response = client.get("/honors/")

    assert texts(response, "//div[@class='tally']//tr") == [
        "年度表彰集体表彰个人已录入名单上级荣誉",
        "2020年度 —没有记录 —没有记录 —没有记录 1项",
        "2019年度 6个 45名另1项未公布 1条 —没有记录",
    ]
    assert texts(response, "//div[@class='tally']//td/a/@href") == [
        "/honors/2020/",
        "/honors/2019/",
        "/honors/2019/",
        "/honors/?year=2019",
    ]


@pytest.mark.parametrize("page", BAD_PAGE_NUMBERS)
def test_list_has_no_page_of_a_bad_number(client, page):
    assert client.get("/honors/", {"page": page}).status_code == 404


def test_list_says_when_it_is_empty(client):
    assert texts(client.get("/honors/"), "//*[@class='empty']") == ["还没有发布的表彰和荣誉。"]


@pytest.mark.parametrize("number", [1, 3])
def test_list_takes_the_same_queries_for_any_number(client, django_assert_num_queries, number):
    CommitteeFactory()
    for year in range(2015, 2015 + number):
        AwardTitleFactory(commendation=CommendationFactory(year=year, published=True))
        HonorReceivedFactory(year=year, published=True)

    with django_assert_num_queries(3):
        response = client.get("/honors/")

    assert len(texts(response, TITLES)) == 2 * number


def test_year_shows_the_announced_count_against_the_names(client):
    commendation = CommendationFactory(year=2019, published=True)
    title = {"commendation": commendation}
    people = AwardTitleFactory(**title, name="优秀团干部", announced_count=43, noun="同志", position=1)
    AwardFactory(title=people, name="李某", organization=OrganizationFactory(name="某团支部"))
    whole = AwardTitleFactory(
        **title, name="红旗团委", announced_count=1, recipients="organizations", noun="团委", position=2
    )
    AwardFactory(title=whole, name="某局团委")
    AwardTitleFactory(**title, name="优秀志愿者", announced_count=47, position=3)
    unknown = AwardTitleFactory(**title, name="优秀团员", position=4)
    AwardFactory(title=unknown, name="彭某")

    response = client.get("/honors/2019/")

    assert texts(response, ROLL) == [
        "优秀团干部 公布 43 名同志 已录入 1 名，其余名单待补 李某某团支部",
        "红旗团委 公布 1 个团委 共 1 个 某局团委",
        "优秀志愿者 公布 47 名同志 名单待补",
        "优秀团员 共 1 名 彭某",
    ]


def test_year_prints_only_the_surname_of_a_minor(client):
    title = AwardTitleFactory(commendation__published=True)
    AwardFactory(title=title, name="张小明", is_minor=True, organization=OrganizationFactory(name="某学校"))

    response = client.get("/honors/2019/")

    assert texts(response, f"{ROLL}//li") == ["张同学"]
    assert "张小明" not in response.content.decode()
    assert "某学校" not in response.content.decode()


def test_year_says_when_nothing_is_known_of_the_roll(client):
    CommendationFactory(published=True)

    assert texts(client.get("/honors/2019/"), "//*[@class='empty']") == ["名单待补。"]


def test_year_tells_what_is_known_of_the_decision(client):
    CommendationFactory(
        title="2019年度表彰",
        authority="某团委",
        decision_number="团字〔2020〕1号",
        publicity_starts_on=date(2020, 4, 20),
        publicity_ends_on=date(2020, 4, 26),
        decided_on=date(2020, 4, 28),
        summary="为树立先进，",
        published=True,
    )
    HonorReceivedFactory(title="先进区", authority="省团委", published=True)

    response = client.get("/honors/2019/")

    assert texts(response, "//h1 | //main//h2") == ["2019年度表彰荣誉", "上级荣誉", "2019年度表彰"]
    assert texts(response, "//dl[@class='facts']/div") == [
        "时间2020年5月4日",
        "表彰单位某团委",
        "文号团字〔2020〕1号",
        "决定日期2020年4月28日",
        "公示2020年4月20日至26日",
    ]
    assert texts(response, "//*[@class='prose']") == ["为树立先进，授予下列称号："]
    assert texts(response, "//*[@class='panel']") == ["2019年度先进区 省团委2020年1月10日"]
    assert metas(response)["ArticleTitle"] == "2019年度表彰荣誉"


@pytest.mark.parametrize("number", [1, 3])
def test_year_takes_the_same_queries_for_any_number(client, django_assert_num_queries, number):
    CommitteeFactory()
    for _ in range(number):
        title = AwardTitleFactory(commendation__published=True)
        AwardFactory(title=title, organization=OrganizationFactory())
        HonorReceivedFactory(published=True)

    with django_assert_num_queries(6):
        response = client.get("/honors/2019/")

    assert len(texts(response, ROLL)) == number


@pytest.mark.parametrize("year", ["2018", "0000", "9999", "99999", "abc"])
def test_year_without_honours_is_not_found(client, year):
    CommendationFactory(year=2018)

    assert client.get(f"/honors/{year}/").status_code == 404


def test_year_whose_honours_were_withdrawn_is_gone(client):
    CommendationFactory(title="撤回的表彰", state="withdrawn")

    response = client.get("/honors/2019/")

    assert response.status_code == 410
    assert "撤回的表彰" not in response.content.decode()


def test_year_hides_drafts_beside_what_is_published(client, stranger):
    CommendationFactory(title="已发布的表彰", published=True)
    CommendationFactory(title="草稿里的表彰")
    client.force_login(stranger)

    assert texts(client.get("/honors/2019/"), "//main//h2") == ["已发布的表彰"]


def test_staff_preview_drafts_of_a_year(desk):
    CommendationFactory(title="草稿里的表彰")

    response = desk.get("/honors/2019/")

    assert texts(response, "//main//h2") == ["草稿里的表彰"]
    assert texts(response, "//*[@class='banner']") == ["内部预览这一页有尚未发布的内容，公众看不到它们。"]
    assert "no-store" in response["Cache-Control"]


def test_year_escapes_every_text_and_cleans_its_body(client):
    script = "<script>alert(1)</script>"
    commendation = CommendationFactory(
        title=script, authority=script, decision_number=script, summary=script, published=True
    )
    AwardFactory(title__commendation=commendation, title__name=script, title__noun=script, name=script)
    type(commendation).objects.update(body=f"<p>正文</p>{script}")
    HonorReceivedFactory(title=script, rank=script, scope=script, authority=script, published=True)

    for address in ("/honors/", "/honors/2019/", "/"):
        page = client.get(address).content.decode()
        assert (page.count("<script>"), "&lt;script&gt;" in page) == (0, True)


def test_year_tells_what_others_received_with_who_is_named(client):
    honor = HonorReceivedFactory(
        year=2020, title="优秀共青团员", given_to="people", announced_count=34, published=True
    )
    branch = OrganizationFactory(name="第一中学团委")
    HonorRecipientFactory(honor=honor, name="赵六", organization=branch, position=1)
    HonorRecipientFactory(honor=honor, name="诸葛小亮", organization=branch, position=2, is_minor=True)
    HonorReceivedFactory(year=2020, title="先进区", published=True)

    response = client.get("/honors/2020/")

    assert texts(response, "//main//h2") == ["上级荣誉", "区内集体和个人的上级荣誉"]
    assert texts(response, "//section[@aria-labelledby='others']//p[@class='panel-title']") == [
        "34名个人荣获2020年度“优秀共青团员”"
    ]
    assert texts(response, "//p[@class='award-title-count']/span") == [
        "公布 34 名个人",
        "已录入 2 名，其余名单待补",
    ]
    assert texts(response, "//ul[contains(@class,'award-title-names')]/li") == [
        "赵六第一中学团委",
        "诸葛同学",
    ]


def test_list_tells_what_others_received_beside_what_the_committee_gave(client):
    title = AwardTitleFactory(commendation=CommendationFactory(year=2020, published=True), announced_count=43)
    AwardFactory(title=title)
    others = {"year": 2020, "published": True}
    HonorReceivedFactory(title="好团员", given_to="people", announced_count=34, **others)
    HonorReceivedFactory(title="好青年", given_to="people", announced_count=4, **others)
    HonorReceivedFactory(title="好支部", given_to="collectives", announced_count=12, **others)

    response = client.get("/honors/")

    assert texts(response, "//div[@class='tally']//tr") == [
        "年度表彰集体表彰个人已录入名单上级荣誉区内受上级表彰",
        "2020年度 —没有记录 43名 1条 —没有记录 12个集体38名个人",
    ]
    assert texts(response, "//p[@class='story-meta']/span[1]") == ["区内荣誉"] * 3 + ["年度表彰"]
