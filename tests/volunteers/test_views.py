from datetime import date

import pytest

from tests.factories import (
    ActivityFactory,
    CommitteeFactory,
    FigureFactory,
    MembershipFactory,
    OrganizationFactory,
    PhotoFactory,
    ServiceFieldFactory,
    ServiceRecordFactory,
    TeamFactory,
    VolunteerFactory,
)
from tests.reading import BAD_PAGE_NUMBERS, TITLES, texts

pytestmark = pytest.mark.django_db


NUMBERS = "//dl[@class='numbers']/div"


def test_list_groups_published_teams_by_kind(client):
    TeamFactory(name="河小青队", published=True)
    TeamFactory(name="突击队", kind="commando", announced_count=14, published=True)
    TeamFactory(name="西湖号", kind="vehicle", published=True)
    TeamFactory(name="草稿队")

    response = client.get("/volunteers/")

    assert texts(response, "//main//h2 | //main//h3") == [
        "青年突击队",
        "突击队",
        "志愿服务队",
        "河小青队",
        "志愿服务车",
        "西湖号",
    ]
    assert texts(response, "//dl[@class='numbers']/div") == [
        "青年突击队 14支 据公布",
        "志愿服务队 1支 已登记",
        "志愿服务车 1辆 已登记",
    ]


def test_list_adds_up_the_hours_that_may_be_told(client):
    ServiceRecordFactory(hours=2)
    ServiceRecordFactory(hours=3, activity=ActivityFactory(published=True))
    ServiceRecordFactory(hours=4, activity=ActivityFactory())

    response = client.get("/volunteers/")

    assert texts(response, "//dl[@class='numbers']/div") == ["有记录的服务时长 5 小时"]


def test_list_of_one_kind_shows_no_other(client):
    TeamFactory(name="服务站", kind="station", published=True)
    TeamFactory(name="突击队", kind="commando", published=True)

    response = client.get("/volunteers/?kind=station")

    assert texts(response, "//h1") == ["志愿服务站"]
    assert texts(response, TITLES) == ["服务站"]


@pytest.mark.parametrize("kind", ["nothing", "\x00", "STATION"])
def test_list_of_an_unknown_kind_is_not_found(client, kind):
    assert client.get("/volunteers/", {"kind": kind}).status_code == 404


@pytest.mark.parametrize("page", BAD_PAGE_NUMBERS)
def test_list_has_no_page_of_a_bad_number(client, page):
    assert client.get("/volunteers/", {"page": page}).status_code == 404


def test_list_says_when_it_is_empty(client):
    assert texts(client.get("/volunteers/"), "//*[@class='empty']") == ["还没有登记的队伍和阵地。"]


@pytest.mark.parametrize("number", [1, 3])
def test_list_takes_the_same_queries_for_any_number(client, django_assert_num_queries, number):
    CommitteeFactory()
    for _ in range(number):
        team = TeamFactory(organization=OrganizationFactory(), published=True)
        team.fields.add(ServiceFieldFactory())

    with django_assert_num_queries(2):
        response = client.get("/volunteers/")

    assert len(texts(response, TITLES)) == number


def test_team_tells_all_that_is_known_and_no_member(client):
    team = TeamFactory(
        name="突击队",
        kind="commando",
        announced_count=14,
        organization=OrganizationFactory(name="某街道团工委"),
        founded_on=date(2020, 1, 24),
        place="车站",
        coverage="三个社区",
        contact="0000-0000",
        summary="防疫。",
        body="<p>介绍。</p>",
        published=True,
    )
    team.fields.add(ServiceFieldFactory(name="村社区"))
    team.activities.add(ActivityFactory(title="值守", published=True), ActivityFactory(title="草稿"))
    MembershipFactory(team=team, volunteer=VolunteerFactory(name="某志愿者", phone="13800000000"))

    response = client.get(team.get_absolute_url())

    assert texts(response, "//dl[@class='facts']/div") == [
        "类别青年突击队",
        "所属某街道团工委",
        "服务领域村社区",
        "成立日期2020年1月24日",
        "地点车站",
        "覆盖范围三个社区",
        "联系方式0000-0000",
    ]
    assert texts(response, NUMBERS) == ["公布的数量14支", "参加的活动1次"]
    assert texts(response, "//*[@class='prose']/p") == ["介绍。"]
    assert texts(response, TITLES) == ["值守"]
    assert "某志愿者" not in response.content.decode()
    assert "13800000000" not in response.content.decode()


def test_team_tells_its_activities_and_hours_year_by_year(client):
    team = TeamFactory(published=True)
    team.activities.add(*(ActivityFactory(starts_on=date(2020, 3, day), published=True) for day in (1, 2)))
    ServiceRecordFactory(team=team, served_on=date(2020, 3, 1), hours=2)
    ServiceRecordFactory(team=team, served_on=date(2020, 3, 2), hours="0.5", activity=team.activities.first())
    ServiceRecordFactory(team=team, served_on=date(2019, 3, 2), hours=1)
    ServiceRecordFactory(team=team, hours=8, activity=ActivityFactory())

    response = client.get(team.get_absolute_url())

    assert texts(response, NUMBERS) == ["参加的活动2次", "有记录的服务时长 3.5小时"]
    assert texts(response, "//ol[@class='bars']/li") == [
        "2020年 2 次活动 服务时长 2.5 小时",
        "2019年 没有活动记录 服务时长 1 小时",
    ]


def test_list_shows_the_newest_picture_of_a_team_and_counts_what_is_published(client):
    team = TeamFactory(name="河小青队", published=True)
    for year in (2018, 2019):
        photo = PhotoFactory(activity__published=True, activity__starts_on=date(year, 3, 5), alt=f"{year}年")
        team.activities.add(photo.activity)
    team.activities.add(PhotoFactory(alt="草稿").activity)

    response = client.get("/volunteers/")

    assert texts(response, "//main//article") == ["河小青队 参加 2 次活动"]
    assert texts(response, "//main//img/@alt") == ["2019年"]


@pytest.mark.parametrize("number", [1, 3])
def test_team_takes_the_same_queries_for_any_number(client, django_assert_num_queries, number):
    CommitteeFactory()
    team = TeamFactory(organization=OrganizationFactory(), published=True)
    for _ in range(number):
        photo = PhotoFactory(activity__published=True)
        FigureFactory(activity=photo.activity)
        team.activities.add(photo.activity)
        team.fields.add(ServiceFieldFactory())

    with django_assert_num_queries(3):
        response = client.get(team.get_absolute_url())

    assert len(texts(response, TITLES)) == number


def test_team_hides_what_is_not_known(client):
    team = TeamFactory(kind="station", published=True)

    response = client.get(team.get_absolute_url())

    assert texts(response, "//dl[@class='facts']/div") == ["类别志愿服务站"]
    assert texts(response, NUMBERS) == texts(response, "//main//h2") == []


@pytest.mark.parametrize(("state", "status"), [("draft", 404), ("in_review", 404), ("withdrawn", 410)])
def test_team_that_is_not_public_is_not_shown(client, state, status):
    team = TeamFactory(name="不公开的队", state=state)

    response = client.get(team.get_absolute_url())

    assert response.status_code == status
    assert "不公开的队" not in response.content.decode()


def test_staff_preview_a_draft_team(desk):
    team = TeamFactory()

    response = desk.get(team.get_absolute_url())

    assert texts(response, "//*[@class='banner']") == ["草稿这是内部预览，公众看不到这一页。"]
