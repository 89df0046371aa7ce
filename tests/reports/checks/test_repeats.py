from datetime import date

import pytest

from reports.checks import repeats
from reports.document import Source
from tests.factories import (
    FigureFactory,
    PlacementFactory,
)
from tests.reports.checks.drafts import activity, composed_reading

pytestmark = pytest.mark.django_db


def found(report):
    return list(repeats.findings(composed_reading(report)))


def codes(report):
    return [finding.code for finding in found(report)]


def test_one_number_of_one_thing_twice_in_an_activity_is_listed_with_both_figures(report, area):
    emergency = activity(area)
    first = FigureFactory(activity=emergency, name="志愿者", wording="300余名", counts="volunteers")
    second = FigureFactory(activity=emergency, name="队员", wording="300余名", counts="volunteers")

    [finding] = found(report)

    assert (finding.code, finding.place) == ("suspected_repeat", "一、1.巡河")
    assert finding.message == (
        "“志愿者”“队员”都是300余名，可能是同一批，"
        "请核对；如果是，请在其中一个数据的“疑似与此重复”里选另一个，合计就只算一次。"
    )
    url = f"/activities/{emergency.pk}/"
    assert finding.sources == tuple(
        Source("activity", emergency.pk, "巡河", url, "300余名", figure.pk) for figure in (first, second)
    )


def test_a_repeat_that_is_marked_is_listed_as_marked(report, area):
    emergency = activity(area)
    first = FigureFactory(activity=emergency, wording="300余名")
    FigureFactory(activity=emergency, wording="300余名", repeats=first)

    [finding] = found(report)

    assert finding.message.endswith("已标记为疑似重复，合计只算一次。")


@pytest.mark.parametrize(
    "other",
    [
        {"wording": "301余名", "counts": "volunteers"},
        {"wording": "300余人", "counts": "participants"},
        {"wording": "300份", "counts": "volunteers"},
    ],
)
def test_unlike_figures_of_one_activity_are_no_repeat(report, area, other):
    emergency = activity(area)
    FigureFactory(activity=emergency, wording="300余名", counts="volunteers")
    FigureFactory(activity=emergency, **other)

    assert codes(report) == []


MEETING = "团区委全体（扩大）会议学习区委全会精神"
PLENARY = "第十届委员会第五次全体（扩大）会议"


@pytest.mark.parametrize(
    ("one", "other", "wordings", "expected"),
    [
        ({"title": MEETING}, {"title": PLENARY}, ("70余名", "70余人"), ["suspected_repeat"]),
        ({"place": "六号楼"}, {"title": "读书", "place": "六号楼"}, ("70人", "70人"), ["suspected_repeat"]),
        ({"title": MEETING}, {"title": PLENARY}, ("70余名", "80余人"), []),
        ({"title": MEETING}, {"title": PLENARY}, ("70余名", "70份"), []),
        ({"title": MEETING}, {"title": PLENARY, "starts_on": date(2020, 3, 6)}, ("70人", "70人"), []),
        ({"title": "巡河护绿"}, {"title": "读书分享"}, ("70人", "70人"), []),
        ({"title": "志愿服务活动"}, {"title": "青年志愿者活动"}, ("70人", "70人"), []),
        ({"place": ""}, {"title": "读书分享", "place": ""}, ("70人", "70人"), []),
    ],
)
def test_one_crowd_of_one_day_in_two_activities_is_listed(report, area, one, other, wordings, expected):
    for values, wording in zip((one, other), wordings, strict=True):
        FigureFactory(activity=activity(area, **values), wording=wording)

    assert codes(report) == expected


def test_two_activities_with_one_crowd_are_listed_with_place_and_links(report, area):
    meeting, plenary = activity(area, MEETING), activity(area, PLENARY)
    first = FigureFactory(activity=meeting, wording="70余名")
    FigureFactory(activity=plenary, wording="70余人", repeats=first)

    [finding] = found(report)

    assert finding.place == f"一、1.{MEETING}"
    assert finding.message == (
        f"与一、2.{PLENARY}同在2020年3月5日，数量相同（70余名、70余人），可能是同一批，"
        "已标记为疑似重复，合计只算一次。"
    )
    assert [source.id for source in finding.sources] == [meeting.pk, plenary.pk]


@pytest.mark.parametrize(
    ("title", "expected"),
    [("清明祭扫烈士墓", ["same_record"]), ("清明祭扫烈士墓仪式", ["same_record"]), ("读书分享", [])],
)
def test_an_activity_without_figures_entered_twice_is_listed(report, area, title, expected):
    activity(area, "清明祭扫烈士墓")
    activity(area, title)

    assert codes(report) == expected


def test_a_record_left_out_is_not_checked(report, area):
    emergency = activity(area, summary="组织青年清洁河岸。")
    FigureFactory(activity=emergency, wording="300余名")
    FigureFactory(activity=emergency, wording="300余名")
    PlacementFactory(report=report, activity=emergency, is_left_out=True)

    assert codes(report) == []


def test_a_merged_record_is_placed_where_its_item_stands(report, area):
    leader = PlacementFactory(report=report, activity=activity(area, "巡河"))
    merged = activity(area, "再次巡河")
    PlacementFactory(report=report, activity=merged, merged_into=leader)
    FigureFactory(activity=merged, name="志愿者", wording="30名")
    FigureFactory(activity=merged, name="队员", wording="30名")

    assert [(finding.code, finding.place) for finding in found(report)] == [
        ("suspected_repeat", "一、1.巡河")
    ]


def test_two_records_of_one_item_are_told_apart_by_their_titles_not_by_the_item_itself(report, area):
    leader = PlacementFactory(report=report, activity=activity(area, MEETING))
    PlacementFactory(report=report, activity=activity(area, PLENARY), merged_into=leader)
    for record in (leader.activity, leader.merged.get().activity):
        FigureFactory(activity=record, wording="70人")

    [finding] = found(report)

    assert finding.place == f"一、1.{MEETING}"
    assert finding.message.startswith(f"与合并在这一条里的另一条记录“{PLENARY}”同在2020年3月5日")


@pytest.mark.parametrize(
    ("title", "place", "times", "expected"),
    [
        ("巡河！", "江边", "1次", ["same_record"]),
        ("巡河", "", "1次", ["same_record"]),
        ("巡河", "湖边", "2次", []),
        ("植树", "江边", "2次", []),
    ],
)
def test_two_records_of_one_occasion_in_an_item_are_counted_once(report, area, title, place, times, expected):
    first = activity(area, place="江边")
    leader = PlacementFactory(report=report, activity=first, text="3月5日，共{合并场次}。")
    again = activity(area, title, place=place)
    for number, record in enumerate((first, again), 1):
        FigureFactory(activity=record, name="垃圾", wording=f"{number}00袋")
    PlacementFactory(report=report, activity=again, merged_into=leader)

    reading = composed_reading(report)

    assert [finding.code for finding in repeats.findings(reading)] == expected
    assert reading.document.sections[0].items[0].text == f"3月5日，共{times}。"
