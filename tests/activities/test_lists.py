"""The lists of activities: all, of an area, of a month or a year."""

from datetime import date, timedelta

import pytest

from activities.models import Activity
from activities.views import MOST_LISTED
from tests.activities.lists import many, stories
from tests.factories import (
    ActivityFactory,
    CampaignFactory,
    CommitteeFactory,
    WorkAreaFactory,
)
from tests.reading import BAD_PAGE_NUMBERS, TITLES, metas, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def areas():
    growth = WorkAreaFactory(name="服务成长", slug="growth", position=1)
    building = WorkAreaFactory(name="自身建设", slug="building", position=2)
    ActivityFactory(title="植树", area=growth, starts_on=date(2020, 3, 12), published=True)
    ActivityFactory(title="全会", area=building, starts_on=date(2020, 1, 16), published=True)
    ActivityFactory(title="暖冬", area=growth, starts_on=date(2019, 12, 30), published=True)
    ActivityFactory(title="草稿", area=growth, starts_on=date(2020, 3, 1))
    ActivityFactory(title="待审", area=growth, starts_on=date(2020, 3, 1), state="in_review")
    ActivityFactory(title="撤回", area=growth, starts_on=date(2020, 3, 1), state="withdrawn")


@pytest.mark.parametrize(
    ("address", "titles"),
    [
        ("/activities/", ["植树", "全会", "暖冬"]),
        ("/activities/?area=growth", ["植树", "暖冬"]),
        ("/activities/?page=1", ["植树", "全会", "暖冬"]),
        ("/activities/2020/03/", ["植树"]),
        ("/activities/year/2020/", ["植树", "全会"]),
        ("/activities/year/2020/?area=building", ["全会"]),
        ("/activities/2020/03/?area=building", []),
    ],
)
def test_list_shows_what_is_published_newest_first(client, areas, address, titles):
    assert texts(client.get(address), TITLES) == titles


def test_list_of_a_month_holds_what_is_known_only_by_its_season(client):
    ActivityFactory(
        title="春季活动",
        date_precision="season",
        starts_on=date(2020, 3, 1),
        ends_on=date(2020, 5, 31),
        published=True,
    )

    assert texts(client.get("/activities/2020/05/"), TITLES) == ["春季活动"]


@pytest.mark.parametrize(
    "address",
    [
        "/activities/?area=nothing",
        "/activities/?area=%00",
        "/activities/2020/02/",
        "/activities/2020/13/",
        "/activities/2020/00/",
        "/activities/0000/01/",
        "/activities/year/0000/",
        "/activities/year/1999/",
        "/activities/99999/01/",
        "/activities/0/",
        f"/activities/{10**30}/",
        f"/activities/{'9' * 5000}/",
        "/campaigns/nothing/",
        "/campaigns/%00/",
    ],
)
def test_odd_address_is_not_found(client, areas, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("page", BAD_PAGE_NUMBERS)
@pytest.mark.parametrize("address", ["/activities/", "/campaigns/"])
def test_list_has_no_page_of_a_bad_number(client, address, page):
    assert client.get(address, {"page": page}).status_code == 404


def test_list_turns_its_pages(client):
    area = WorkAreaFactory()
    for day in range(1, 24):
        ActivityFactory(title=f"第{day}天", area=area, starts_on=date(2020, 3, day), published=True)

    second = client.get("/activities/?page=2")

    assert texts(second, TITLES) == ["第3天", "第2天", "第1天"]
    assert texts(second, "//*[@class='pagination']/*") == ["上一页", "1", "2"]
    assert texts(second, "//title") == ["活动（第 2 页） - 共青团工作门户"]
    assert texts(second, "//link[@rel='canonical']/@href") == ["http://testserver/activities/?page=2"]


@pytest.mark.parametrize("address", ["/activities/", "/activities/?area=growth"])
def test_list_of_very_many_shows_the_newest_and_leads_on_to_the_years(client, address):
    many(MOST_LISTED + 1)
    end = {"page": 25, **({"area": "growth"} if "area" in address else {})}

    last = client.get("/activities/", end)

    assert texts(client.get(address), "//*[@class='pagination']/a")[-2:] == ["25", "下一页"]
    assert texts(last, TITLES)[-1] == str(date(2020, 12, 31) - timedelta(days=MOST_LISTED - 1))
    assert texts(last, "//*[@class='pagination-end']") == [
        "这里最多列出最近的 500 项。更早的活动，可以在“按时间”里选择年份。"
    ]
    assert texts(last, "//aside//a") == ["2020年", "2019年"]
    assert client.get("/activities/", {**end, "page": 26}).status_code == 404


def test_month_lists_all_of_its_activities(client):
    activities = many(MOST_LISTED + 1)
    Activity.objects.update(starts_on=activities[0].starts_on, ends_on=activities[0].starts_on)

    last = client.get("/activities/2020/12/?page=26")

    assert (len(texts(last, TITLES)), texts(last, "//*[@class='pagination-end']")) == (1, [])


def test_list_says_when_it_is_empty(client):
    assert texts(client.get("/activities/"), "//*[@class='empty']") == ["这里还没有发布的活动。"]


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("address", "queries"),
    [("/activities/", 5), ("/activities/year/2020/", 6), ("/activities/2020/03/", 6)],
)
def test_list_takes_the_same_queries_for_any_number(
    client, django_assert_num_queries, number, address, queries
):
    CommitteeFactory()
    stories(number)

    with django_assert_num_queries(queries):
        response = client.get(address)

    assert len(texts(response, TITLES)) == number


def test_list_names_its_column(client):
    CommitteeFactory(site_name="某区共青团", site_domain="league.example", site_code="")

    found = metas(client.get("/activities/"))

    assert {name: found[name] for name in found if name[0].isupper()} == {
        "SiteName": "某区共青团",
        "SiteDomain": "league.example",
        "ColumnName": "活动",
        "ColumnDescription": "共青团开展的各项活动",
        "ColumnKeywords": ",".join(("共青团", "活动", "志愿服务")),
        "ColumnType": "工作动态",
    }


def test_year_of_a_campaign_takes_few_queries(client, django_assert_num_queries):
    CommitteeFactory()
    stories(3)
    CampaignFactory(slug="all").activities.set(Activity.objects.all())

    with django_assert_num_queries(4):
        client.get("/campaigns/all/?year=2020")
