"""What stands in one place of the report against what stands in another."""

import pytest

from activities.models import Figure
from reports.checks import between
from reports.models import Report
from tests.factories import FigureFactory, PlacementFactory
from tests.reports.checks.drafts import activity, composed_reading

pytestmark = pytest.mark.django_db


def found(report) -> list[tuple[str, str]]:
    reading = composed_reading(Report.objects.get(pk=report.pk))
    return [(finding.code, finding.place) for finding in between.findings(reading)]


@pytest.mark.parametrize(
    ("opening", "is_found"),
    [
        ("全年服务群众3000人。", True),
        ("全年服务群众3000人次。", False),
        ("全年服务群众2000人。", False),
        ("全年慰问群众3000人。", False),
    ],
)
def test_one_number_of_one_thing_is_of_people_here_and_of_attendances_there(report, area, opening, is_found):
    Report.objects.update(opening=opening)
    activity(area, "义诊", summary="服务群众3000人次。")

    assert found(report) == ([("people_and_times", "一、1.义诊")] if is_found else [])


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("{志愿者}上街。", True),
        ("志愿者20名上街。", True),
        ("志愿者上街。", False),
        ("志愿者30名上街。", False),
    ],
)
def test_a_total_is_held_against_what_the_items_tell(report, area, text, is_told):
    cleaned = activity(area, "巡河", summary="上街。")
    FigureFactory(activity=cleaned, name="志愿者", wording="20名", counts="volunteers")
    FigureFactory(
        activity=activity(area, "植树", summary="种树。"), name="志愿者", wording="50名", counts="volunteers"
    )
    PlacementFactory(report=report, activity=cleaned, text=text)

    assert found(report) == ([] if is_told else [("total_untold", "一、1.巡河")])


def test_the_finding_names_what_the_total_counts_and_no_item_tells(report, area):
    cleaned = activity(area, "巡河", summary="上街。")
    FigureFactory(activity=cleaned, name="志愿者", wording="20名", counts="volunteers")
    PlacementFactory(report=report, activity=cleaned, text="志愿者上街。")

    [finding] = between.findings(composed_reading(Report.objects.get(pk=report.pk)))

    assert finding.message == (
        "合计“志愿者”20名里的“巡河”的20名，文中没有写出，请在那一条里写出；不该计入的，请改正记录的数据。"
    )


def test_a_rough_wording_is_sought_as_it_is_written(report, area):
    cleaned = activity(area, "巡河", summary="上街。")
    FigureFactory(activity=cleaned, name="志愿者", wording="300名", counts="volunteers")
    Figure.objects.update(wording="数百名")  # its number stands beside it
    PlacementFactory(report=report, activity=cleaned, text="数百名志愿者上街。")

    assert found(report) == []
