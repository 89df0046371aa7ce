"""Who bears which title: looked up by year, title, organization and name."""

import pytest

from tests.factories import (
    AwardFactory,
    AwardTitleFactory,
    CommendationFactory,
    CommitteeFactory,
    HonorRecipientFactory,
    OrganizationFactory,
)
from tests.reading import metas, texts

pytestmark = pytest.mark.django_db

FOUND = "//ul[@class='roll']/li"


@pytest.fixture
def roll():
    """Three who bear a title, and one who may not be shown yet."""
    old = CommendationFactory(year=2018, title="2018年度表彰", published=True)
    new = CommendationFactory(year=2019, title="2019年度表彰", published=True)
    branch = OrganizationFactory(name="某街道第一团支部", short_name="一支部")
    cadres = AwardTitleFactory(commendation=new, name="优秀团干部", position=1)
    AwardFactory(title=cadres, name="李某", organization=branch)
    AwardFactory(title=cadres, name="欧阳晓晓", is_minor=True, organization=branch)
    flags = AwardTitleFactory(commendation=old, name="五四红旗团支部", recipients="organizations")
    AwardFactory(title=flags, name="某街道第一团支部", organization=branch)
    AwardFactory(title__commendation=CommendationFactory(year=2020), title__name="优秀团干部", name="李草稿")


PERSON, MINOR = "李某 优秀团干部 一支部 2019年度", "欧阳同学 优秀团干部 2019年度"
BRANCH = "某街道第一团支部 五四红旗团支部 2018年度"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"year": "2019"}, [PERSON, MINOR]),
        ({"title": "五四红旗团支部"}, [BRANCH]),
        ({"organization": "第一"}, [PERSON, BRANCH]),
        ({"organization": "一支部"}, [PERSON, BRANCH]),
        ({"name": "李"}, [PERSON]),
        ({"name": "欧阳同学"}, [MINOR]),
        ({"name": "欧　阳"}, [MINOR]),
        ({"name": "\u200b李 某"}, [PERSON]),
        ({"name": "晓晓"}, []),
        ({"name": "草稿"}, []),
        ({"name": "%"}, []),
        ({"name": "_"}, []),
        ({"year": "2018", "name": "李"}, []),
    ],
)
def test_list_finds_who_bears_what_is_asked_for(client, roll, query, found):
    response = client.get("/honors/", query)

    assert texts(response, FOUND) == found
    assert texts(response, "//h2[@id='found']") == [f"找到 {len(found)} 个获奖集体和个人"]
    assert metas(response)["robots"] == "noindex"


@pytest.mark.parametrize(
    ("kept", "typed"),
    [
        ("阿迪力·买买提", ("阿迪力・买买提", "阿迪力 买买提", "阿迪力买买提", "阿迪力.買買提", "買買")),
        ("歐陽修远", ("欧阳修远", "歐陽修遠", "欧　阳")),
        ("Anna李", ("anna李", "ＡＮＮＡ")),
    ],
)
def test_list_finds_a_name_however_it_is_typed(client, kept, typed):
    AwardFactory(title__commendation=CommendationFactory(published=True), name=kept)

    found = {name: texts(client.get("/honors/", {"name": name}), "//h2[@id='found']") for name in typed}

    assert found == {key: ["找到 1 个获奖集体和个人"] for key in typed}


def test_list_offers_the_years_and_titles_that_are_public(client, roll):
    response = client.get("/honors/")

    assert texts(response, "//select[@name='year']/option") == ["全部", "2019年度", "2018年度"]
    assert texts(response, "//select[@name='title']/option") == ["全部", "五四红旗团支部", "优秀团干部"]


@pytest.mark.parametrize("field", ["year", "title", "organization", "name"])
def test_list_says_beside_the_field_what_it_cannot_look_for(client, roll, field):
    response = client.get("/honors/", {field: "\x00" if field in ("organization", "name") else "abc"})

    assert response.status_code == 200
    assert len(texts(response, f"//*[@id='error_{0}_id_{field}' or @id='error_1_id_{field}']")) == 1
    assert texts(response, FOUND) == texts(response, "//main//h2") == []


def test_list_turns_the_pages_of_what_it_found(client):
    title = AwardTitleFactory(commendation__published=True)
    for number in range(51):
        AwardFactory(title=title, name=f"获奖者{number:02}", position=number)

    second = client.get("/honors/?year=2019&page=2")

    assert texts(second, FOUND) == [f"获奖者50 {title} 2019年度"]
    assert texts(second, "//*[@class='pagination']/a/@href")[0] == "?year=2019&page=1"


@pytest.mark.parametrize("number", [1, 3])
def test_found_list_takes_the_same_queries_for_any_number(client, django_assert_num_queries, number):
    CommitteeFactory()
    for _ in range(number):
        AwardFactory(title__commendation__published=True, organization=OrganizationFactory())

    with django_assert_num_queries(5):
        response = client.get("/honors/?year=2019")

    assert len(texts(response, FOUND)) == number


def test_who_bears_an_honour_from_above_is_found_beside_the_roll(client):
    branch = OrganizationFactory(name="第一中学团委")
    HonorRecipientFactory(honor__published=True, honor__year=2020, name="赵·六", organization=branch)
    HonorRecipientFactory(honor__published=True, name="赵六儿", organization=branch, is_minor=True)
    HonorRecipientFactory(name="赵六")

    for asked, found in (
        ({"name": "赵六"}, ["赵·六"]),
        ({"organization": "第一中学"}, ["赵·六"]),
        ({"name": "赵同学"}, ["赵同学"]),
    ):
        assert texts(client.get("/honors/", asked), "//h3/following-sibling::ul//strong") == found
    assert texts(client.get("/honors/", {"name": "赵六", "year": "2019"}), "//*[@class='empty']") == [
        "没有找到。名单可能还没有录入全，可以少填一项，或换一个更短的词再试。"
    ]
