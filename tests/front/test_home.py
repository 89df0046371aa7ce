from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from activities.models import Activity
from reports.document.periods import HalfYear
from tests.factories import (
    PUBLISHED_AT,
    ActivityFactory,
    AwardTitleFactory,
    CommendationFactory,
    CommitteeFactory,
    FigureFactory,
    HonorReceivedFactory,
    NoticeFactory,
    OrganizationFactory,
    PhotoFactory,
    ReportFactory,
    ServiceRecordFactory,
    TeamFactory,
    WorkAreaFactory,
)
from tests.reading import TITLES, metas, texts

pytestmark = pytest.mark.django_db


def test_home_of_an_empty_site_says_so(client):
    response = client.get("/")

    assert texts(response, "//main//*[@class='empty']") == ["还没有发布的活动。"]
    assert texts(response, "//main//h2") == []
    assert texts(response, "//title") == ["共青团工作门户"]


def test_home_opens_with_the_newest_story_that_has_a_picture(client):
    area = WorkAreaFactory(name="服务成长")
    ActivityFactory(title="最新", area=area, starts_on=date(2020, 5, 3), published=True)
    pictured = ActivityFactory(title="有图", area=area, starts_on=date(2020, 5, 2), published=True)
    PhotoFactory(activity=pictured, alt="植树的人")
    older = ActivityFactory(title="较早", area=area, starts_on=date(2020, 5, 1), published=True)
    PhotoFactory(activity=older)

    response = client.get("/")

    assert texts(response, "//h2[@class='lead-title']") == ["有图"]
    assert texts(response, "//*[@class='lead-picture']//img/@alt") == ["植树的人"]
    assert texts(response, TITLES) == ["最新", "较早"]


def test_home_has_no_column_for_an_area_whose_only_story_is_the_lead(client):
    PhotoFactory(activity__published=True, activity__area=WorkAreaFactory(name="自身建设"))
    ActivityFactory(title="植树", area=WorkAreaFactory(name="服务成长"), published=True)

    response = client.get("/")

    assert texts(response, "//*[@class='column']/div/h3") == ["服务成长"]


def test_home_shows_the_newest_of_each_area_in_the_order_of_the_office(client):
    second = WorkAreaFactory(name="思想引领", position=2)
    first = WorkAreaFactory(name="服务成长", position=1)
    WorkAreaFactory(name="还没有活动", position=3)
    for day in range(1, 8):
        ActivityFactory(title=f"服务{day}", area=first, starts_on=date(2020, 5, day), published=True)
    ActivityFactory(title="引领", area=second, starts_on=date(2020, 4, 1), published=True)
    ActivityFactory(title="草稿", area=second, starts_on=date(2020, 5, 30))

    response = client.get("/")

    assert texts(response, "//h2[@class='lead-title']") == ["服务7"]
    assert texts(response, "//section[@class='column']//h3 | //section[@class='column']//h4") == [
        "服务成长",
        "服务6",
        "服务5",
        "服务4",
        "服务3",
        "思想引领",
        "引领",
    ]


def test_home_shows_what_is_coming_apart_from_the_news(client):
    area, today = WorkAreaFactory(), timezone.localdate()
    for days, title in ((40, "下月"), (1, "明天"), (0, "今天"), (-1, "昨天")):
        day = today + timedelta(days=days)
        ActivityFactory(title=title, area=area, starts_on=day, published=True)
    ActivityFactory(title="草稿", area=area, starts_on=today + timedelta(days=2))

    response = client.get("/")

    assert texts(response, "//section[@aria-labelledby='coming']//h3") == ["明天", "下月"]
    assert texts(response, "//h2[@class='lead-title']") == ["今天"]
    assert texts(response, "//section[@class='column']//h4") == ["昨天"]


def test_home_shows_the_newest_report_with_its_totals(client):
    FigureFactory(activity__published=True, wording="300余名", counts="volunteers")
    ReportFactory(period=HalfYear(2019, 2), is_public=True)
    ReportFactory(title="2020年上半年工作总结", is_public=True)
    ReportFactory(period=HalfYear(2020, 2), title="内部草稿")

    response = client.get("/")

    assert texts(response, "//section[@class='panel']/*[not(self::dl)]") == [
        "工作总结 · 未签发",
        "2020年上半年工作总结",
        "数说共青团：各年和半年的数据",
    ]
    assert texts(response, "//section[@class='panel']//dl/div") == ["开展活动 1项", "志愿者 300余名"]


def test_home_shows_honours_and_teams(client):
    HonorReceivedFactory(title="先进区", published=True)
    HonorReceivedFactory(title="没有公开的荣誉")
    commendation = CommendationFactory(title="年度表彰", published=True)
    AwardTitleFactory(commendation=commendation, name="优秀团员", announced_count=45, position=2)
    AwardTitleFactory(commendation=commendation, name="五四红旗团委", recipients="organizations", position=1)
    CommendationFactory(year=2021, title="没有公开的表彰")
    TeamFactory(name="突击队", kind="commando", announced_count=14, published=True)
    TeamFactory(name="没有公开的队")

    response = client.get("/")

    assert texts(response, "//section[@aria-labelledby='honors']//article") == [
        "2019年度先进区 上级荣誉2020年1月10日",
        "年度表彰 年度表彰2020年5月4日 五四红旗团委优秀团员45 名",
    ]
    assert texts(response, "//section[@aria-labelledby='teams']//article") == ["突击队 青年突击队 公布 14 支"]


def test_home_shows_the_four_newest_notices_by_kind_and_day(client):
    for day in range(1, 6):
        published_at = datetime(2020, 5, day, 23, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
        NoticeFactory(title=f"公示{day}", kind="publicity", state="published", published_at=published_at)
    NoticeFactory(title="草稿")
    NoticeFactory(title="撤回", state="withdrawn", published_at=PUBLISHED_AT)
    NoticeFactory(title="将来", state="published", published_at=timezone.now() + timedelta(days=1))

    response = client.get("/")

    assert texts(response, "//section[@aria-labelledby='notices']//article") == [
        f"公示{day} 公示 2020年5月{day}日" for day in (5, 4, 3, 2)
    ]
    assert texts(response, "//section[@aria-labelledby='notices']//a[@aria-label]/@href") == ["/notices/"]


def test_home_without_a_notice_has_no_place_for_them(client):
    NoticeFactory()

    assert texts(client.get("/"), "//*[@aria-labelledby='notices']") == []


def rows(number):
    """A site with so many of everything that the home page shows, its newest report composed from it."""
    for day in range(1, number + 1):
        activity = ActivityFactory(starts_on=date(2020, 5, day), summary="组织{志愿者}。", published=True)
        PhotoFactory(activity=activity)
        FigureFactory(activity=activity, name="志愿者", counts="volunteers")
        ServiceRecordFactory(activity=activity)
        HonorReceivedFactory(published=True)
        AwardTitleFactory(commendation__published=True)
        TeamFactory(published=True)
        NoticeFactory(organization=OrganizationFactory(), published=True)
        ReportFactory(period=HalfYear(2021 - day, 1), is_public=True)


@pytest.mark.parametrize("number", [3, 5])
def test_home_takes_the_same_queries_for_any_number(client, django_assert_num_queries, number):
    rows(number)
    CommitteeFactory()

    with django_assert_num_queries(20):  # seventeen of them read the newest draft, only when it has changed
        client.get("/")
    NoticeFactory(published=True)
    with django_assert_num_queries(4):
        client.get("/")


def test_head_and_foot_print_only_what_is_known_of_the_committee(client):
    CommitteeFactory(
        name="共青团某区委",
        site_name="某区共青团",
        phone="0000-0000",
        icp_number="某ICP备1号",
        police_number="某公网安备2号",
        site_code="123",
    )

    response = client.get("/about/")

    assert texts(response, "//footer//p") == [
        "主办单位：共青团某区委",
        "电话：0000-0000",
        "ICP备案：某ICP备1号 公安备案：某公网安备2号 网站标识码：123",
    ]
    assert metas(response)["SiteIDCode"] == "123"


def test_about_tells_of_the_committee_and_the_site(client):
    CommitteeFactory(name="共青团某区委", term="第十届", introduction="第一段。\n\n第二段。")
    WorkAreaFactory(name="服务成长", slug="growth")

    response = client.get("/about/")

    assert texts(response, "//*[@class='prose']/p") == ["第一段。", "第二段。"]
    assert texts(response, "//dl/div") == ["名称共青团某区委", "届次第十届"]
    assert texts(response, "//ul[@class='site-map']//a/@href") == [
        "/activities/?area=growth",
        "/sitemap/",
        "/preferences/",
        "/data/",
        "/corrections/",
    ]


def test_reader_without_an_account_gets_no_cookie(client):
    activity = ActivityFactory(published=True)

    for address in ("/", "/activities/", activity.get_absolute_url(), "/honors/", "/search/?q=团", "/feed/"):
        response = client.get(address)
        assert (response.status_code, list(response.cookies)) == (200, [])
        assert "Cookie" not in response.headers.get("Vary", "")


def test_nothing_is_read_of_a_story_that_disappears_meanwhile(client):
    ActivityFactory(published=True)
    Activity.objects.update(published_at="2999-01-01T00:00:00Z")

    assert texts(client.get("/"), "//main//h2") == []
