from datetime import date

import pytest

from reports.checks import records
from reports.composing.compose import composed_from
from reports.composing.material import gather
from reports.document.periods import HalfYear
from reports.document.snapshot import to_json
from tests.factories import (
    AwardFactory,
    AwardTitleFactory,
    CommendationFactory,
    FigureFactory,
    HonorReceivedFactory,
    HonorRecipientFactory,
    PlacementFactory,
    ReportFactory,
    ReportSectionFactory,
    ReportVersionFactory,
    WrittenItemFactory,
)
from tests.reports.checks.drafts import activity, composed_reading

pytestmark = pytest.mark.django_db


def found(report):
    return list(records.findings(composed_reading(report)))


def codes(report):
    return [finding.code for finding in found(report)]


@pytest.mark.parametrize(
    ("number", "price", "total", "expected"),
    [
        ("60份", "150元", "9000元", []),
        ("60份", "150元", "9500元", ["product_differs"]),
        ("60余份", "150元", "9500元", []),
        ("60余份", "150元", "8000元", ["product_differs"]),
        ("60份", "150元", "9000余元", []),
        ("60份", "150元", "10000余元", ["product_differs"]),
        ("约60份", "150元", "9300元", []),
        ("约60份", "150元", "19000元", ["product_differs"]),
    ],
)
def test_number_times_price_is_the_total(report, area, number, price, total, expected):
    parcels = activity(area)
    FigureFactory(activity=parcels, name="礼包", wording=number, counts="goods")
    FigureFactory(activity=parcels, name="礼包单价", wording=price, counts="goods", part="unit_price")
    FigureFactory(activity=parcels, name="礼包总价", wording=total, counts="goods")

    assert codes(report) == expected


def test_a_product_that_differs_is_written_out(report, area):
    parcels = activity(area)
    FigureFactory(activity=parcels, name="礼包", wording="60份")
    FigureFactory(activity=parcels, name="礼包单价", wording="150元", part="unit_price")
    FigureFactory(activity=parcels, name="礼包总价", wording="9500元")

    [finding] = found(report)

    assert finding.message == ("“礼包”60份 × “礼包单价”150元 = 9000元，与“礼包总价”9500元不符，请核对。")
    assert [source.text for source in finding.sources] == ["60份", "150元", "9500元"]


def test_each_price_is_held_against_its_own_number_and_total(report, area):
    gifts = activity(area)
    for name, number, price, total in (
        ("礼包", "60份", "150元", "9000元"),
        ("口罩", "100个", "2元", "300元"),
    ):
        FigureFactory(activity=gifts, name=name, wording=number)
        FigureFactory(activity=gifts, name=f"{name}单价", wording=price, part="unit_price")
        FigureFactory(activity=gifts, name=f"{name}总价", wording=total)

    [finding] = found(report)

    assert (finding.code, finding.message[:4]) == ("product_differs", "“口罩”")


@pytest.mark.parametrize(
    ("total", "expected"), [("9200元", []), ("9100元", []), ("8000元", ["product_differs"])]
)
def test_a_total_of_several_prices_holds_each_product(report, area, total, expected):
    gifts = activity(area)
    for name, number, price in (("礼包", "60份", "150元"), ("口罩", "50个", "2元")):
        FigureFactory(activity=gifts, name=name, wording=number)
        FigureFactory(activity=gifts, name=f"{name}单价", wording=price, part="unit_price")
    FigureFactory(activity=gifts, name="款物总值", wording=total)

    assert codes(report) == expected


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ({"礼包数": "50份"}, ["product_differs"]),
        ({"礼包数": "50份", "场次": "3场"}, []),
        ({"参加人员": "50人"}, []),
    ],
)
def test_a_price_of_nothing_named_is_held_against_the_only_number_it_can_be_of(
    report, area, others, expected
):
    gifts = activity(area)
    FigureFactory(activity=gifts, name="单价", wording="150元", part="unit_price")
    FigureFactory(activity=gifts, name="总价", wording="9000元")
    for name, wording in others.items():
        FigureFactory(activity=gifts, name=name, wording=wording)

    assert codes(report) == expected


def test_a_price_without_a_total_or_a_number_is_left_alone(report, area):
    parcels = activity(area)
    FigureFactory(activity=parcels, name="礼包", wording="60份")
    FigureFactory(activity=parcels, name="礼包单价", wording="150元", part="unit_price")

    assert codes(report) == []


@pytest.mark.parametrize(
    ("announced", "rows", "message"),
    [
        (45, 1, "“优秀团员”公布45名，已登记1名，名单待补。"),
        (45, 0, "“优秀团员”公布45名，已登记0名，名单待补。"),
        (1, 2, "“优秀团员”公布1名，已登记2名，登记的比公布的多，请核对。"),
        (2, 2, None),
        (None, 1, None),
    ],
)
def test_the_announced_count_is_held_against_the_rows_entered(report, area, announced, rows, message):
    commendation = CommendationFactory(area=area, summary="5月，", published=True)
    title = AwardTitleFactory(commendation=commendation, name="优秀团员", announced_count=announced)
    for _ in range(rows):
        AwardFactory(title=title)

    assert [(finding.code, finding.message) for finding in found(report)] == (
        [("rows_missing", message)] if message else []
    )


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("组织青年清洁河岸。", ["no_figure_or_date"]),
        ("3月组织青年清洁河岸。", []),
        ("在学雷锋纪念日前后清洁河岸。", []),
        ("全年常态化清洁河岸。", []),
    ],
)
def test_an_item_without_figure_or_date_is_listed(report, area, summary, expected):
    activity(area, summary=summary)

    assert codes(report) == expected


def test_an_item_without_figure_or_date_says_when_its_record_was(report, area):
    activity(area, summary="组织青年清洁河岸。")
    section = ReportSectionFactory(report=report, area=area, heading="服务青年")
    WrittenItemFactory(section=section, title="自己写的", position=1)

    assert [(finding.place, finding.message) for finding in found(report)] == [
        ("一、1.自己写的", "没有数据，也没有写时间，请补上其中一样。"),
        ("一、2.巡河", "没有数据，也没有写时间（记录的时间是2020年3月5日），请补上其中一样。"),
    ]


def test_items_of_problems_need_no_figure(report):
    problems = ReportSectionFactory(report=report, area=None, kind="written", heading="存在问题")
    WrittenItemFactory(section=problems, title="力量不足", text="专职人员少。")

    assert codes(report) == []


def test_a_record_told_in_an_earlier_issued_report_is_listed(report, area):
    standing = activity(area, starts_on=date(2019, 7, 1), ends_on=date(2020, 12, 31), date_precision="range")
    activity(area, "读书分享")
    earlier = ReportFactory(period=HalfYear(2019, 2), title="2019年下半年总结")
    ReportVersionFactory(report=earlier, snapshot=to_json(composed_from(gather(earlier))))

    [finding] = found(report)

    assert (finding.code, finding.place) == ("told_before", "一、1.巡河")
    assert finding.message == (
        "已写入签发过的《2019年下半年总结》，请确认这次写的是新的进展；不再写时可选“不写入”。"
    )
    assert [(source.type, source.id) for source in finding.sources] == [("activity", standing.pk)]


def test_only_the_newest_versions_of_earlier_periods_tell_of_a_record(report, area):
    standing = activity(area, starts_on=date(2019, 7, 1), ends_on=date(2020, 12, 31), date_precision="range")
    earlier = ReportFactory(period=HalfYear(2019, 2))
    ReportVersionFactory(report=earlier, snapshot=to_json(composed_from(gather(earlier))))
    PlacementFactory(report=earlier, activity=standing, is_left_out=True)
    corrected = to_json(composed_from(gather(earlier)))
    ReportVersionFactory(report=earlier, number=2, reason="有误", snapshot=corrected)
    later = ReportFactory(period=HalfYear(2020, 2))
    ReportVersionFactory(report=later, snapshot=to_json(composed_from(gather(later))))

    assert codes(report) == []


def test_evidence_in_a_follow_up_is_not_told_before(report, area):
    standing = activity(area)
    source = {"type": "activity", "id": standing.pk}
    section = {"kind": "follow_up", "items": [{"sources": [source], "children": [{"sources": [source]}]}]}
    ReportVersionFactory(
        report=ReportFactory(period=HalfYear(2019, 2)),
        snapshot={"format": 1, "title": "总结", "sections": [section]},
    )

    assert codes(report) == []


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (0, None),
        (1, "“优秀青年”公布4名，已登记1名，名单待补。"),
        (4, None),
        (5, "“优秀青年”公布4名，已登记5名，登记的比公布的多，请核对。"),
    ],
)
def test_of_others_who_were_honoured_the_number_is_held_against_those_named(report, rows, message):
    honor = HonorReceivedFactory(title="优秀青年", given_to="people", announced_count=4, published=True)
    HonorRecipientFactory.create_batch(rows, honor=honor)

    assert [(one.code, one.place, one.message) for one in found(report)] == (
        [("rows_missing", "开头语", message)] if message else []
    )
