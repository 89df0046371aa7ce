import csv
import json
from datetime import date

import pytest

from activities.open_data import FIELDS
from tests.factories import (
    ActivityFactory,
    AwardFactory,
    CampaignFactory,
    CommitteeFactory,
    FigureFactory,
    OrganizationFactory,
    ParticipantFactory,
    PartnershipFactory,
    TagFactory,
    WorkAreaFactory,
)
from tests.reading import texts

pytestmark = pytest.mark.django_db

CSV, JSON = "/data/activities.csv", "/data/activities.json"


def body(response) -> str:
    return b"".join(response.streaming_content).decode()


def table(response) -> list[dict]:
    return list(csv.DictReader(body(response).removeprefix("\ufeff").splitlines(keepends=True)))


@pytest.fixture
def planting():
    activity = ActivityFactory(
        pk=7,
        title="=植树",
        area=WorkAreaFactory(name="服务成长"),
        place="江岸",
        summary="组织{志愿者}。",
        starts_on=date(2020, 3, 12),
        published=True,
        author="某作者",
        reviewer="某审核人",
        source="某来源",
    )
    FigureFactory(activity=activity, name="志愿者", wording="300余名")
    activity.campaigns.add(CampaignFactory(name="河小青"), CampaignFactory(name="内部", state="draft"))
    activity.tags.add(TagFactory(name="生态"))
    activity.organizers.add(OrganizationFactory(name="某团支部"))
    PartnershipFactory(activity=activity, partner__name="某基金会")
    ParticipantFactory(activity=activity, name="某参加人")
    return activity


def test_csv_tells_an_activity_in_a_line(client, planting):
    response = client.get(CSV)

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    (row,) = table(response)
    assert list(row) == [field.heading for field in FIELDS]
    stamps = {"更新时间": row["更新时间"]}
    assert row == stamps | {
        "编号": "7",
        "标题": "'=植树",
        "工作板块": "服务成长",
        "品牌活动": "河小青",
        "标签": "生态",
        "时间": "2020年3月12日",
        "时间的准确程度": "day",
        "开始日期": "2020-03-12",
        "结束日期": "2020-03-12",
        "地点": "江岸",
        "主办": "某团支部",
        "合作单位": "某基金会（捐赠方）",
        "对象": "",
        "时间节点或背景": "",
        "主题": "",
        "概要": "组织300余名。",
        "活动数据": "志愿者：300余名",
        "发布时间": "2020-05-29T09:00:00+08:00",
        "网页": "/activities/7/",
    }


def test_json_tells_the_same_with_figures_apart(client, planting):
    CommitteeFactory(name="共青团某区委")

    response = client.get(JSON)

    data = json.loads(body(response))
    assert response["Content-Type"] == "application/json; charset=utf-8"
    (activity,) = data.pop("activities")
    newest = activity["updated_at"]
    assert data == {"title": "2020年的活动", "source": "共青团某区委", "year": 2020, "updated_at": newest}
    assert list(activity) == [field.key for field in FIELDS]
    assert (activity["title"], activity["campaigns"]) == ("=植树", ["河小青"])
    assert activity["figures"] == [
        {
            "name": "志愿者",
            "text": "300余名",
            "value": "300",
            "unit": "名",
            "kind": "people",
            "precision": "at_least",
            "high": None,
            "noun": "",
            "as_of": "",
            "part": "total",
            "part_of": None,
            "may_repeat": False,
        }
    ]


@pytest.mark.parametrize("address", [CSV, JSON])
def test_nothing_private_or_unpublished_is_told(client, planting, address):
    ActivityFactory(title="草稿")
    ActivityFactory(title="撤回", state="withdrawn")
    ActivityFactory(title="以后", state="published", published_at="2999-01-01T00:00Z")

    text = body(client.get(address))

    hidden = ("草稿", "撤回", "以后", "内部", "某参加人", "某作者", "某审核人")
    assert [word for word in hidden if word in text] == []


def test_files_hold_a_year_in_a_lasting_order(client):
    for title, day in (("丙", date(2020, 12, 31)), ("甲", date(2020, 1, 1)), ("乙", date(2020, 1, 1))):
        ActivityFactory(title=title, starts_on=day, published=True)
    ActivityFactory(title="去年", starts_on=date(2019, 12, 31), published=True)

    assert [row["标题"] for row in table(client.get(CSV))] == ["甲", "乙", "丙"]
    assert [row["标题"] for row in table(client.get(f"{CSV}?year=2019"))] == ["去年"]
    assert [row["title"] for row in json.loads(body(client.get(f"{JSON}?year=2018")))["activities"]] == []


def test_files_of_an_empty_site_are_whole(client):
    assert table(client.get(CSV)) == []
    assert json.loads(body(client.get(JSON)))["activities"] == []


@pytest.mark.parametrize("address", [CSV, JSON])
@pytest.mark.parametrize("year", ["", "0000", "20200", "-202", "二〇二〇", "２０２０", "abcd", "\x00"])
def test_file_of_no_year_is_not_found(client, address, year):
    assert client.get(address, {"year": year}).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("address", "most"), [(CSV, 5), (JSON, 7)])
def test_file_takes_the_same_queries_for_any_number(client, django_assert_num_queries, number, address, most):
    CommitteeFactory()
    for _ in range(number):
        activity = ActivityFactory(published=True)
        FigureFactory(activity=activity)
        activity.organizers.add(OrganizationFactory())
        activity.tags.add(TagFactory())
        activity.campaigns.add(CampaignFactory())
        PartnershipFactory(activity=activity)

    with django_assert_num_queries(most):
        body(client.get(address))


def test_page_explains_the_files(client, planting, django_assert_num_queries):
    CommitteeFactory()
    with django_assert_num_queries(3):
        response = client.get("/data/")

    assert texts(response, "//main//dl[1]//dt") == ["2020年"]
    assert texts(response, "//main//dl[1]//a/@href") == [f"{CSV}?year=2020", f"{JSON}?year=2020"]
    assert texts(response, "//main//dl[2]//dt") == [field.heading for field in FIELDS]
    assert texts(response, "//main//dl[2]//dd/code") == [field.key for field in FIELDS]


def test_page_of_an_empty_site_says_so(client):
    assert texts(client.get("/data/"), "//*[@class='empty']") == ["还没有发布的活动。"]


def test_rolls_of_honours_tell_what_their_pages_tell(client):
    known = {"title__name": "优秀团员", "title__commendation__published": True}
    first = AwardFactory(name="王伟", unit="第一中学", post="团委书记", note="回族", **known)
    minor = AwardFactory(name="欧阳小明", unit="第一小学", post="中队长", is_minor=True, title=first.title)
    AwardFactory(name="没有发布的人")

    rows = table(client.get("/data/honors.csv?year=2019"))

    assert [(row["年度"], row["称号"], row["获奖者"], row["单位"], row["职务"]) for row in rows] == [
        ("2019", "优秀团员", "王伟", "第一中学", "团委书记"),
        ("2019", "优秀团员", minor.public_name, "", ""),
    ]
    assert "回族" not in body(client.get("/data/honors.csv"))
