"""The list of campaigns, and the page of one with its years, figures and picture."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from activities.models import Activity
from activities.views import MOST_LISTED
from tests.activities.lists import many, stories
from tests.factories import (
    PUBLISHED_AT,
    ActivityFactory,
    CampaignFactory,
    CommitteeFactory,
    FigureFactory,
    IndicatorFactory,
    PhotoFactory,
)
from tests.reading import BAD_PAGE_NUMBERS, TITLES, texts

pytestmark = pytest.mark.django_db

YEARS = "//ol[@class='bars']/li"


def test_campaign_of_very_many_shows_the_newest_and_those_of_each_year(client):
    campaign = CampaignFactory(slug="many")
    campaign.activities.set(many(MOST_LISTED + 1))

    newest, year = client.get("/campaigns/many/?page=25"), client.get("/campaigns/many/?year=2019&page=7")

    assert texts(newest, YEARS) == ["2020年 366 次活动", "2019年 135 次活动"]
    assert texts(newest, f"{YEARS}//a/@href") == ["?year=2020", "?year=2019"]
    assert texts(newest, f"{YEARS}//rect/@width") == ["100", "37"]
    assert texts(newest, "//*[@class='pagination-end']") == [
        "这里最多列出最近的 500 次活动，更早的可以在“历年”里按年份查看。"
    ]
    assert (texts(newest, "//*[@id='activities']/.."), texts(year, "//*[@id='activities']/..")) == (
        ["各次活动 共 501 次"],
        ["2019年的活动 看全部年份"],
    )
    assert len(texts(year, TITLES)) == 15
    assert client.get("/campaigns/many/?year=2019&page=8").status_code == 404


def test_campaign_tells_of_each_year_its_newest_stock_and_of_all_years_the_newest(client):
    IndicatorFactory(name="团支部数", unit="个", words="团支部", is_stock=True)
    campaign = CampaignFactory(slug="branches")
    for day, wording in (
        (date(2019, 3, 5), "截至2月底，团支部540个"),
        (date(2019, 12, 5), "截至11月底，团支部560个"),
        (date(2020, 3, 5), "截至2月底，团支部569个"),
    ):
        campaign.activities.add(activity := ActivityFactory(published=True, starts_on=day))
        FigureFactory(activity=activity, wording=wording)

    response = client.get("/campaigns/branches/")

    assert texts(response, "//dl[@class='numbers']//dd") == ["3次", "569个（截至2月底）"]
    assert texts(response, YEARS) == [
        "2020年 1 次活动 团支部数569个（截至2月底）",
        "2019年 2 次活动 团支部数560个（截至11月底）",
    ]


def test_campaign_counts_in_each_year_what_its_list_of_the_year_holds(client):
    campaign = CampaignFactory(slug="winter")
    days = {"starts_on": date(2019, 12, 30), "ends_on": date(2020, 1, 2), "date_precision": "range"}
    campaign.activities.add(ActivityFactory(published=True, **days), ActivityFactory(published=True))

    response = client.get("/campaigns/winter/")

    assert texts(response, YEARS) == ["2020年 2 次活动", "2019年 1 次活动"]
    assert texts(response, "//*[@id='activities']/../span") == ["共 2 次"]
    assert [len(texts(client.get(f"/campaigns/winter/?year={year}"), TITLES)) for year in (2020, 2019)] == [
        2,
        1,
    ]


def test_campaign_adds_up_its_figures_by_the_rules_of_counting_year_by_year(client):
    campaign = CampaignFactory(slug="leifeng")
    older, newer = (ActivityFactory(starts_on=date(year, 3, 5), published=True) for year in (2019, 2020))
    campaign.activities.add(older, newer, draft := ActivityFactory())
    first = FigureFactory(activity=newer, wording="300余名", counts="volunteers")
    FigureFactory(activity=newer, wording="300名", counts="volunteers", repeats=first)
    FigureFactory(activity=older, wording="20名", counts="volunteers")
    FigureFactory(activity=newer, wording="70人", counts="participants")
    FigureFactory(activity=newer, wording="342人次")
    FigureFactory(activity=newer, wording="150元", part="unit_price")
    FigureFactory(activity=draft, wording="9名", counts="volunteers")
    FigureFactory(activity=ActivityFactory(published=True), wording="7名", counts="volunteers")

    response = client.get("/campaigns/leifeng/")

    assert texts(response, "//dl[@class='numbers']/div") == [
        "活动2次",
        "参加人员 70人",
        "参与人次 342人次",
        "志愿者 300余名",
    ]
    assert texts(response, YEARS) == [
        "2020年 1 次活动 参加人员70人，参与人次342人次，志愿者300余名",
        "2019年 1 次活动 志愿者20名",
    ]


def test_campaign_opens_with_the_picture_of_its_newest_pictured_activity(client):
    campaign = CampaignFactory(slug="pictured", name="有照片")
    for title, year in (("旧", 2018), ("新", 2019)):
        photo = PhotoFactory(activity__title=title, activity__starts_on=date(year, 5, 1), alt=f"{title}照片")
        photo.activity.campaigns.add(campaign)
    Activity.objects.update(state="published", published_at=PUBLISHED_AT)
    campaign.activities.add(ActivityFactory(title="没有照片", published=True))
    PhotoFactory(alt="草稿照片", activity__starts_on=date(2021, 5, 1)).activity.campaigns.add(campaign)

    page = client.get("/campaigns/pictured/")

    assert texts(page, "//*[@class='opening-picture']//figcaption") == ["新"]
    assert texts(page, "//main//img/@alt") == ["新照片", "旧照片"]
    assert texts(client.get("/campaigns/pictured/?year=2020"), "//main//img/@alt") == ["新照片"]
    assert texts(client.get("/campaigns/"), "//main//img/@alt") == ["新照片"]


@pytest.mark.parametrize("page", BAD_PAGE_NUMBERS)
def test_campaign_has_no_page_of_a_bad_number(client, page):
    CampaignFactory(slug="many")

    assert client.get("/campaigns/many/", {"page": page}).status_code == 404


@pytest.mark.parametrize("year", ["0000", "abc", "１９９９", "\x00", "9" * 5000])
def test_campaign_has_no_year_that_is_none(client, year):
    CampaignFactory(slug="many")

    assert client.get("/campaigns/many/", {"year": year}).status_code == 404


def test_campaign_list_counts_published_activities(client):
    campaign = CampaignFactory(name="青清行动", summary="清洁家园。")
    ActivityFactory(published=True).campaigns.add(campaign)
    ActivityFactory().campaigns.add(campaign)
    CampaignFactory(name="没有公开", state="draft")
    # Published after the site began to run.
    ActivityFactory(state="published", published_at=timezone.now()).campaigns.add(campaign)

    response = client.get("/campaigns/")

    assert texts(response, "//main//article") == ["青清行动 清洁家园。 2 次活动 2020年"]


@pytest.mark.parametrize("number", [1, 3])
def test_campaign_list_takes_the_same_queries_for_any_number(client, django_assert_num_queries, number):
    CommitteeFactory()
    for _ in range(number):
        ActivityFactory(published=True).campaigns.add(CampaignFactory())

    with django_assert_num_queries(3):
        response = client.get("/campaigns/")

    assert len(texts(response, TITLES)) == number


def test_campaign_shows_its_activities_year_by_year(client):
    campaign = CampaignFactory(slug="hexiaoqing")
    for title, year in (("今年", 2020), ("去年", 2019)):
        ActivityFactory(title=title, starts_on=date(year, 5, 1), published=True).campaigns.add(campaign)
    ActivityFactory(title="草稿").campaigns.add(campaign)

    response = client.get("/campaigns/hexiaoqing/")

    assert texts(response, "//main//h3 | //main//h4") == ["2020年", "今年", "2019年", "去年"]


@pytest.mark.parametrize("number", [1, 3])
def test_campaign_takes_the_same_queries_for_any_number(client, django_assert_num_queries, number):
    CommitteeFactory()
    stories(number)
    campaign = CampaignFactory(slug="all")
    campaign.activities.set(Activity.objects.all())

    with django_assert_num_queries(4):
        response = client.get("/campaigns/all/")

    assert len(texts(response, TITLES)) == number


def test_campaign_says_of_a_year_without_activities_that_it_has_none(client):
    CampaignFactory(slug="qingqing").activities.add(ActivityFactory(published=True))

    response = client.get("/campaigns/qingqing/?year=1999")

    assert texts(response, "//*[@class='empty']") == ["这一年没有发布的活动。"]


def test_campaign_that_is_not_public_is_not_found(client):
    CampaignFactory(slug="hidden", state="draft")

    assert client.get("/campaigns/hidden/").status_code == 404


def test_campaign_that_was_public_once_is_gone(client):
    CampaignFactory(slug="withdrawn", state="withdrawn")
    CampaignFactory(slug="expired", expires_at=PUBLISHED_AT + timedelta(days=1))

    answers = [client.get(f"/campaigns/{slug}/").status_code for slug in ("withdrawn", "expired")]

    assert answers == [410, 410]
