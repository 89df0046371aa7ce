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
    CommendationFactory,
    CommitmentFactory,
    FigureFactory,
    PlacementFactory,
    PlanItemFactory,
    ReportSectionFactory,
    ReportVersionFactory,
    ServiceRecordFactory,
    WorkAreaFactory,
    WrittenItemFactory,
)

pytestmark = pytest.mark.django_db


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

    assert (with_one, queries()) == (19, 19)


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
