"""数说共青团: the numbers of each year and half-year, and the records that each leads to."""

from datetime import date

import pytest

from reports.over_time.records import REPEATED
from tests.factories import (
    ActivityFactory,
    CommitteeFactory,
    FigureFactory,
    HonorReceivedFactory,
    IndicatorFactory,
    ServiceRecordFactory,
    TeamFactory,
)
from tests.reading import BAD_PAGE_NUMBERS, texts

pytestmark = pytest.mark.django_db

LINES = "//div[@class='tally']//tbody/tr"
RECORDS = "//ol[@class='records']/li"


def records(number=1):
    """So many activities of 2020-03-05, each with all that the page counts."""
    for _ in range(number):
        activity = ActivityFactory(published=True)
        first = FigureFactory(activity=activity, name="志愿者", wording="300余名", counts="volunteers")
        FigureFactory(activity=activity, name="队员", wording="300名", counts="volunteers", repeats=first)
        FigureFactory(activity=activity, wording="342人次")
        FigureFactory(activity=activity, wording="9000元")
        FigureFactory(activity=activity, wording="8小时")
        ServiceRecordFactory(activity=activity, hours="2.5", served_on=date(2020, 3, 5))
        HonorReceivedFactory(published=True)


def test_page_tells_each_total_of_each_year_and_half_year_and_leads_to_its_records(client):
    ActivityFactory(published=True, starts_on=date(2019, 8, 1))
    records()

    response = client.get("/figures/")

    assert texts(response, "//h1") == ["数说共青团"]
    assert texts(response, f"{LINES}/th") == ["2020年度", "2020年上半年", "2019年度", "2019年下半年"]
    assert texts(response, f"{LINES}[2]/td") == [
        "1项",
        "—没有记录",
        "342人次",
        "300余名",
        "—没有记录",
        "8小时",
        "9000元",
        "1项",
    ]
    assert texts(response, "//section[@class='chart'][3]//li") == [
        "2020年上半年 300余名",
        "2019年下半年 无记录",
    ]
    assert texts(response, "//section[@class='chart'][3]//rect/@width") == ["100", "0"]
    links = set(texts(response, "//main//a[starts-with(@href, '20')]/@href"))
    assert len(links) == 14
    assert {client.get(f"/figures/{link}").status_code for link in links} == {200}


@pytest.mark.parametrize(
    ("total", "rows"),
    [
        ("activities", ["巡河 2020年3月5日"]),
        ("volunteers", ["巡河 2020年3月5日 志愿者 300余名", f"巡河 2020年3月5日 队员 300名 {REPEATED}"]),
        ("attendances", ["巡河 2020年3月5日 人次 342人次"]),
        ("money", ["巡河 2020年3月5日 款 9000元"]),
        ("hours", ["巡河 2020年3月5日 时长 8小时"]),
        ("honors", ["2020年度先进区 2020年1月10日"]),
    ],
)
def test_number_leads_to_the_records_that_bear_it(client, total, rows):
    activity = ActivityFactory(title="巡河", published=True)
    first = FigureFactory(
        activity=activity, name="志愿者", wording="300余名", counts="volunteers", position=1
    )
    FigureFactory(
        activity=activity, name="队员", wording="300名", counts="volunteers", repeats=first, position=2
    )
    for name, wording in (("人次", "342人次"), ("款", "9000元"), ("时长", "8小时")):
        FigureFactory(activity=activity, name=name, wording=wording)
    FigureFactory(activity=activity, name="单价", wording="150元", part="unit_price")
    ServiceRecordFactory(activity=activity, hours="2.5", served_on=date(2020, 3, 5))
    HonorReceivedFactory(title="先进区", year=2020, starts_on=date(2020, 1, 10), published=True)
    FigureFactory(activity=ActivityFactory(title="草稿"), wording="7名", counts="volunteers")

    assert texts(client.get(f"/figures/2020-h1/{total}/"), RECORDS) == rows


def test_level_leads_to_the_one_record_that_says_it_last(client):
    IndicatorFactory(name="团支部数", slug="branches", unit="个", words="团支部", is_stock=True)
    for title, wording in (("摸底", "截至1月底，团支部560个"), ("复核", "截至2月底，团支部569个")):
        FigureFactory(activity=ActivityFactory(title=title, published=True), name="团支部", wording=wording)

    response = client.get("/figures/2020/branches/")

    assert texts(response, "//main//dl//*[self::dt or self::dd]") == ["存量", "569个（截至2月底）"]
    assert texts(response, RECORDS) == ["复核 2020年3月5日 团支部 截至2月底，团支部569个"]


def test_hours_of_a_team_that_is_not_public_name_no_team(client):
    ServiceRecordFactory(team=TeamFactory(name="草稿队"), hours=3, served_on=date(2020, 3, 5))

    response = client.get("/figures/2020/hours/")

    assert texts(response, "//main//dd") == ["3小时"]
    assert texts(response, RECORDS) == ["志愿服务记录 1条记录共3小时"]


def test_records_turn_their_pages(client):
    for _ in range(51):
        ActivityFactory(published=True)

    second = client.get("/figures/2020/activities/?page=2")

    assert (len(texts(second, RECORDS)), texts(second, "//main//dd")) == (1, ["51项"])


@pytest.mark.parametrize(
    "address",
    [
        "2020-h2/activities",
        "2020/volunteers",
        "1999/activities",
        "2020-h3/activities",
        "0000/activities",
        "9999/activities",
        "abc/activities",
        "2020/nothing",
        "2020-h1/honors",
    ],
)
def test_number_that_is_not_known_has_no_page(client, address):
    ActivityFactory(published=True)

    assert client.get(f"/figures/{address}/").status_code == 404


@pytest.mark.parametrize("page", BAD_PAGE_NUMBERS)
def test_records_have_no_page_of_a_bad_number(client, page):
    ActivityFactory(published=True)

    assert client.get("/figures/2020/activities/", {"page": page}).status_code == 404


def test_page_of_an_empty_site_says_so(client):
    assert texts(client.get("/figures/"), "//*[@class='empty']") == ["还没有可以统计的记录。"]


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/figures/", 4),
        ("/figures/2020/activities/", 5),
        ("/figures/2020-h1/volunteers/", 5),
        ("/figures/2020/hours/", 6),
        ("/figures/2020/honors/", 5),
    ],
)
def test_page_takes_the_same_queries_for_any_number(
    client, django_assert_num_queries, number, address, queries
):
    CommitteeFactory()
    records(number)

    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200
