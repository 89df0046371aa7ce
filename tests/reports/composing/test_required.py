import pytest

from reports.composing.compose import compose
from tests.factories import (
    ActivityFactory,
    PlanItemFactory,
    ReportFactory,
    ReportSectionFactory,
    ReportTypeFactory,
    WrittenItemFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    """A report of a type that asks for everything."""
    return ReportFactory(type=ReportTypeFactory(requires_follow_up=True, requires_problems=True))


def outline(report) -> list[tuple[str, str, list[str]]]:
    return [
        (section.kind, section.heading, [item.title for item in section.items])
        for section in compose(report).sections
    ]


def test_every_missing_part_reads_to_be_written(report):
    assert outline(report) == [
        ("follow_up", "上期计划的落实", ["待补"]),
        ("records", "工作成绩", ["待补"]),
        ("written", "存在问题", ["待补"]),
        ("plan", "下一步计划", ["待补"]),
    ]


def test_a_missing_part_stands_where_reports_have_it(report):
    ActivityFactory(title="活动", area__name="服务青年", published=True)
    PlanItemFactory(report=report, heading="志愿服务")

    assert outline(report) == [
        ("follow_up", "上期计划的落实", ["待补"]),
        ("records", "服务青年", ["活动"]),
        ("written", "存在问题", ["待补"]),
        ("plan", "下一步工作计划", ["志愿服务"]),
    ]


def test_a_part_that_is_written_is_not_missing(report):
    problems = ReportSectionFactory(report=report, kind="written", area=None, part="problems", heading="不足")
    WrittenItemFactory(section=problems, title="力量不足")

    assert [heading for _, heading, _ in outline(report)] == [
        "上期计划的落实",
        "工作成绩",
        "不足",
        "下一步计划",
    ]


def test_a_report_without_a_type_misses_nothing():
    assert outline(ReportFactory()) == []
