from datetime import date

import pytest

from reports.checks import parts
from reports.document.periods import HalfYear
from reports.models import ReportType
from tests.factories import (
    ActivityFactory,
    CommitmentFactory,
    PlanItemFactory,
    ReportFactory,
    ReportSectionFactory,
    WrittenItemFactory,
)
from tests.reports.checks.drafts import composed_reading

pytestmark = pytest.mark.django_db

YEAR = {"starts_on": date(2020, 1, 1), "ends_on": date(2020, 12, 31), "as_of": date(2020, 12, 31)}


def report_of(**requirements):
    asked = {"requires_achievements": False, "requires_plan": False, **requirements}
    return ReportFactory(type=ReportType.objects.create(name="半年总结", **asked))


def found(report):
    findings = parts.findings(composed_reading(report))
    return [(finding.code, finding.place, finding.message) for finding in findings]


@pytest.mark.parametrize(
    ("required", "part"),
    [
        ("requires_achievements", "工作成绩"),
        ("requires_follow_up", "上期计划的落实"),
        ("requires_problems", "存在问题"),
        ("requires_plan", "下一步计划"),
    ],
)
def test_a_required_part_that_is_missing_is_to_be_added(required, part):
    assert found(report_of(**{required: True})) == [
        ("part_missing", part, f"待补：{part}。“半年总结”必须有这一部分，请在编辑页补写。")
    ]


def test_required_parts_that_are_there_are_not_missing():
    report = report_of(
        requires_achievements=True, requires_follow_up=True, requires_problems=True, requires_plan=True
    )
    ActivityFactory(published=True)
    CommitmentFactory(plan_item__report=ReportFactory(period=HalfYear(2019, 2)))
    CommitmentFactory(plan_item__report=report, target_value=3, target_unit="期")
    problems = ReportSectionFactory(
        report=report, area=None, kind="written", part="problems", heading="困难与不足"
    )
    WrittenItemFactory(section=problems)

    assert found(report) == []


def test_a_part_of_problems_without_items_is_missing():
    report = report_of(requires_problems=True)
    ReportSectionFactory(report=report, area=None, kind="written", part="problems", heading="存在问题")
    other = ReportSectionFactory(report=report, area=None, kind="written", heading="几点体会")
    WrittenItemFactory(section=other)

    assert [code for code, *_ in found(report)] == ["part_missing"]


def test_a_report_without_a_type_asks_for_nothing():
    assert found(ReportFactory()) == []


@pytest.mark.parametrize(("characters", "is_found"), [(200, False), (201, True)])
def test_a_report_over_the_limit_of_its_type_may_be_shortened(characters, is_found):
    report = report_of(most_characters=200)
    report.opening = "团" * (characters - len(report.title))

    assert found(report) == (
        [("too_long", "全文", "全文201字，超过“半年总结”的上限200字，可用缩短版。")] if is_found else []
    )


def test_plan_items_whose_commitments_have_no_target_are_listed():
    report = ReportFactory(as_of=date(2020, 5, 29))
    with_target = PlanItemFactory(report=report, heading="服务站", position=1)
    CommitmentFactory(plan_item=with_target, target_value=40, target_unit="个")
    partly = PlanItemFactory(report=report, heading="培训", position=2)
    CommitmentFactory(plan_item=partly, target_value=3, target_unit="期")
    CommitmentFactory(plan_item=partly, text="启动换届")
    without = PlanItemFactory(report=report, heading="宣传", position=3)
    for text in "甲乙丙丁":
        CommitmentFactory(plan_item=without, text=text)
    PlanItemFactory(report=report, heading="空的", position=4)

    assert found(report) == [
        ("no_target", "一、2.培训", "“启动换届”没有量化目标；能量化的请填写目标数，下一期才能对照。"),
        (
            "no_target",
            "一、3.宣传",
            "“甲”“乙”“丙”等4项任务没有量化目标；能量化的请填写目标数，下一期才能对照。",
        ),
        ("no_target", "一、4.空的", "还没有任务，请写出要做的事；能量化的写上目标数。"),
    ]


def test_a_day_of_printing_is_asked_for_where_somebody_prints_it():
    assert found(ReportFactory(printed_by="团区委办公室", printed_on=date(2020, 7, 1))) == []
    assert found(ReportFactory(slug="later", kind="year", printed_by="团区委办公室", **YEAR)) == [
        ("left_to_fill", "印发机关", "写了印发机关，还没有印发日期，请在“公文格式”里补上。")
    ]
