from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.composing.compose import compose, document_of
from reports.document.snapshot import to_json
from reports.models import ReportVersion
from tests.factories import (
    ActivityFactory,
    AwardFactory,
    AwardTitleFactory,
    CommendationFactory,
    CommitmentFactory,
    FigureFactory,
    HonorReceivedFactory,
    OrganizationFactory,
    PlacementFactory,
    PlanItemFactory,
    ReportFactory,
    ReportSectionFactory,
    ReportVersionFactory,
    ServiceRecordFactory,
    WorkAreaFactory,
    WrittenItemFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    return ReportFactory(as_of=date(2020, 5, 29))


@pytest.fixture
def area():
    return WorkAreaFactory(name="服务成长成才", position=1)


def titles(document) -> list[list[str]]:
    return [[item.title for item in section.items] for section in document.sections]


def test_compose_tells_only_what_is_published(report, area):
    ActivityFactory(title="已发布", area=area, published=True)
    for state in ("draft", "in_review"):
        ActivityFactory(title=state, area=area, state=state)
    ActivityFactory(title="已撤回", area=area, published=True, state="withdrawn")

    assert titles(compose(report)) == [["已发布"]]


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "is_told"),
    [
        (date(2019, 12, 31), date(2019, 12, 31), False),
        (date(2019, 12, 31), date(2020, 1, 1), True),
        (date(2020, 5, 29), date(2020, 6, 10), True),
        (date(2020, 5, 30), date(2020, 5, 30), False),
        (date(2020, 1, 1), date(2020, 12, 31), True),
    ],
)
def test_compose_tells_what_overlaps_the_period_up_to_its_as_of_date(
    report, area, starts_on, ends_on, is_told
):
    ActivityFactory(
        title="活动", area=area, starts_on=starts_on, ends_on=ends_on, date_precision="range", published=True
    )

    assert titles(compose(report)) == ([["活动"]] if is_told else [])


def test_sections_stand_in_staffs_order_and_wording_and_unarranged_areas_before_the_plan(report, area):
    unarranged = WorkAreaFactory(name="自身建设", position=9)
    for where in (area, unarranged):
        ActivityFactory(area=where, published=True)
    PlanItemFactory(report=report, heading="志愿服务")
    ReportSectionFactory(report=report, area=None, kind="plan", heading="下半年工作计划", position=2)
    ReportSectionFactory(report=report, area=area, heading="服务青年富有成效", position=1)

    sections = compose(report).sections

    assert [(section.kind, section.heading) for section in sections] == [
        ("records", "服务青年富有成效"),
        ("records", "自身建设"),
        ("plan", "下半年工作计划"),
    ]


def test_a_plan_without_a_section_of_its_own_closes_the_report(report, area):
    ActivityFactory(area=area, published=True)
    PlanItemFactory(report=report, heading="志愿服务")

    assert [section.kind for section in compose(report).sections] == ["records", "plan"]


def test_an_empty_section_is_not_printed(report, area):
    ReportSectionFactory(report=report, area=area, heading="空的部分")
    ReportSectionFactory(report=report, area=None, kind="plan", heading="空的计划")

    assert compose(report).sections == ()


def test_items_stand_by_date_until_staff_place_them(report, area):
    late = ActivityFactory(title="五月", area=area, starts_on=date(2020, 5, 7), published=True)
    ActivityFactory(title="三月", area=area, starts_on=date(2020, 3, 5), published=True)
    ActivityFactory(title="一月", area=area, starts_on=date(2020, 1, 10), published=True)
    by_date = titles(compose(report))
    PlacementFactory(report=report, activity=late, position=1)

    assert by_date == [["一月", "三月", "五月"]]
    assert titles(compose(report)) == [["五月", "一月", "三月"]]


def test_a_record_left_out_counts_nowhere(report, area):
    left_out = ActivityFactory(area=area, published=True)
    FigureFactory(activity=left_out, wording="300余名", counts="volunteers")
    PlacementFactory(report=report, activity=left_out, is_left_out=True)

    document = compose(report)

    assert (document.sections, document.totals) == ((), ())


def test_an_activity_prints_its_figures_by_name_and_then_the_rest(report, area):
    activity = ActivityFactory(area=area, summary="组织{志愿者}青年志愿者。", published=True)
    FigureFactory(activity=activity, name="志愿者", wording="300余名")
    FigureFactory(activity=activity, name="口罩", wording="1万个")

    [section] = compose(report).sections
    [item] = section.items

    assert item.text == "组织300余名青年志愿者。涉及口罩1万个。"
    assert [(figure.label, str(figure.value), figure.precision) for figure in item.figures] == [
        ("志愿者", "300.00", "at_least"),
        ("口罩", "10000.00", "exact"),
    ]
    assert {source.url for figure in item.figures for source in figure.sources} == {
        f"/activities/{activity.pk}/"
    }


def test_a_commendation_is_its_sentence(report, area):
    commendation = CommendationFactory(area=area, summary="经研究决定，", published=True)
    groups = AwardTitleFactory(
        commendation=commendation,
        name="五四红旗团支部",
        recipients="organizations",
        noun="团（总）支部",
        announced_count=27,
        position=1,
    )
    people = AwardTitleFactory(commendation=commendation, name="优秀团员", announced_count=45, position=2)
    AwardFactory(title=groups, name="房管局团支部")
    AwardFactory(title=people, name="彭豪")

    [item] = compose(report).sections[0].items

    assert item.text == (
        "经研究决定，授予房管局团支部等27个团（总）支部“五四红旗团支部”称号；授予彭豪等45名同志“优秀团员”称号。"
    )
    assert [(figure.label, figure.text) for figure in item.figures] == [
        ("五四红旗团支部", "27个"),
        ("优秀团员", "45名"),
    ]


@pytest.mark.parametrize(
    ("names", "announced", "clause"),
    [
        ([], 45, "5月4日，授予45名同志“优秀团员”称号。"),
        (["彭豪"], None, "5月4日，授予彭豪“优秀团员”称号。"),
        (["彭豪", "纪小川"], 2, "5月4日，授予彭豪、纪小川2名同志“优秀团员”称号。"),
        ([], None, "获奖名单待补。"),
        ([], 0, "获奖名单待补。"),
    ],
)
def test_a_title_says_only_what_is_known_of_it(report, area, names, announced, clause):
    title = AwardTitleFactory(
        commendation=CommendationFactory(area=area, published=True),
        name="优秀团员",
        announced_count=announced,
    )
    for name in names:
        AwardFactory(title=title, name=name)

    assert compose(report).sections[0].items[0].text == clause


def test_a_minors_full_name_never_reaches_the_report(report, area):
    title = AwardTitleFactory(commendation=CommendationFactory(area=area, published=True), announced_count=2)
    AwardFactory(title=title, name="诸葛小亮", is_minor=True)

    assert "小亮" not in str(to_json(compose(report)))
    assert "诸葛同学等2名" in compose(report).sections[0].items[0].text


def test_honours_received_take_their_place_in_the_opening(report):
    HonorReceivedFactory(year=2019, title="先进县（市、区）", rank="第一位", scope="全市唯一", published=True)
    report.opening = "半年来，荣获{上级荣誉}，现汇报如下："

    document = compose(report)

    assert document.opening.text == "半年来，荣获2019年度先进县（市、区）第一位，全市唯一，现汇报如下："
    assert [source.type for source in document.opening_sources] == ["honorreceived"]


def test_honours_received_close_an_opening_that_does_not_name_them(report):
    HonorReceivedFactory(year=2019, title="先进单位", published=True)
    report.opening = "现汇报如下。"

    assert compose(report).opening.text == "现汇报如下。其间，荣获2019年度先进单位。"


def test_the_opening_may_name_a_total(report, area):
    ActivityFactory(area=area, published=True)
    report.opening = "共开展活动{开展活动}。"

    opening = compose(report).opening

    assert (opening.text, [figure.label for figure in opening.figures]) == ("共开展活动1项。", ["开展活动"])


def test_a_plan_item_prints_what_is_set_of_its_commitments(report):
    item = PlanItemFactory(report=report, heading="志愿服务", text="坚持常态化。")
    CommitmentFactory(plan_item=item, text="开展巡河", position=1)
    CommitmentFactory(
        plan_item=item,
        text="建设服务站",
        owner=OrganizationFactory(name="某街道团工委"),
        due_on=date(2020, 12, 1),
        target_value=40,
        target_unit="个",
        position=2,
    )

    [plan] = compose(report).sections
    [composed] = plan.items

    assert (composed.title, composed.text) == ("志愿服务", "坚持常态化。")
    assert [(child.title, child.text) for child in composed.children] == [
        ("开展巡河", ""),
        ("建设服务站", "（责任：某街道团工委；期限：2020年12月1日；目标：40个）"),
    ]
    assert [figure.text for figure in composed.children[1].figures] == ["40个"]


def test_written_items_stand_among_the_records_and_in_sections_of_their_own(report, area):
    ActivityFactory(title="活动", area=area, published=True)
    row = ReportSectionFactory(report=report, area=area, heading="服务青年", position=1)
    WrittenItemFactory(section=row, title="自己写的", position=1)
    problems = ReportSectionFactory(report=report, area=None, kind="written", heading="存在问题", position=2)
    WrittenItemFactory(section=problems, title="力量不足", text="专职人员少。")

    document = compose(report)

    assert titles(document) == [["自己写的", "活动"], ["力量不足"]]
    assert document.sections[1].items[0].text == "专职人员少。"


def test_compose_asks_the_database_as_often_for_many_records_as_for_one(report, area):
    def fill(count):
        for _ in range(count):
            activity = ActivityFactory(area=area, published=True)
            FigureFactory(activity=activity)
            ServiceRecordFactory(activity=activity, served_on=date(2020, 3, 5))
            AwardFactory(title__commendation=CommendationFactory(area=area, published=True))
            CommitmentFactory(plan_item__report=report)
            WrittenItemFactory(section__report=report)

    def queries():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            compose(report)
        return len(captured)

    fill(1)
    with_one = queries()
    fill(2)

    assert (with_one, queries()) == (15, 15)


def test_an_issued_report_is_read_back_from_its_newest_version(report, area):
    ActivityFactory(title="签发时的活动", area=area, published=True)
    issued = to_json(compose(report)) | {"state": "issued"}
    report.state = "issued"
    ReportVersionFactory(report=report, number=1, snapshot=issued)
    ReportVersionFactory(report=report, number=2, snapshot=issued | {"title": "更正后"}, reason="数字有误")
    ActivityFactory(title="后来的活动", area=area, published=True)

    document = document_of(report)

    assert ReportVersion.objects.count() == 2
    assert (document.title, titles(document)) == ("更正后", [["签发时的活动"]])
