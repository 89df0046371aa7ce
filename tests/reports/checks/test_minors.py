from datetime import date

import pytest

from reports.checks import minors
from reports.models import Report
from tests.factories import (
    ActivityFactory,
    AwardFactory,
    HonorRecipientFactory,
    ParticipantFactory,
    PlacementFactory,
    PlanItemFactory,
    ReportSectionFactory,
    WrittenItemFactory,
)
from tests.reports.checks.drafts import activity, composed_reading

pytestmark = pytest.mark.django_db


def found(report) -> list[tuple[str, str]]:
    reading = composed_reading(Report.objects.get(pk=report.pk))
    return [(finding.code, finding.place) for finding in minors.findings(reading)]


@pytest.fixture
def girl(area):
    """A minor on record in an activity of the report."""
    read = activity(area, "读书会")
    return ParticipantFactory(activity=read, name="欧阳小明", is_minor=True)


def test_a_minor_is_found_in_the_opening_in_own_words_in_a_summary_and_in_the_plan(report, area, girl):
    Report.objects.update(opening="欧阳 小明等同学走上讲台。")
    activity(area, "演讲", starts_on=date(2020, 3, 6), summary="3月6日，欧阳小明演讲。")
    reworded = activity(area, "植树", starts_on=date(2020, 3, 7))
    PlacementFactory(report=report, activity=reworded, text="3月7日，欧阳小明种树。")
    section = ReportSectionFactory(report=report, kind="written", area=None, heading="存在问题")
    WrittenItemFactory(section=section, title="欧阳小明", text="人手不足。")
    PlanItemFactory(report=report, heading="读书", text="请欧阳小明再讲一次。")

    assert {place for _, place in found(report)} == {
        "开头语",
        "一、2.演讲",
        "一、3.植树",
        "二、1.欧阳小明",
        "三、1.读书",
    }


def test_a_minor_who_bears_an_honour_from_above_is_found(report):
    HonorRecipientFactory(honor__published=True, name="诸葛小亮", is_minor=True)
    Report.objects.update(opening="诸葛小亮获奖。")

    assert found(report) == [("minor_named", "开头语")]
    assert minors.names_a_minor(composed_reading(Report.objects.get(pk=report.pk)))


def test_the_advice_calls_the_minor_by_the_surname(report, girl):
    Report.objects.update(opening="欧阳小明走上讲台。")

    [finding] = minors.findings(composed_reading(Report.objects.get(pk=report.pk)))

    assert finding.message == (
        "“欧阳小明”登记为未成年人，总结会公开，不能写全名，请改成“欧阳同学”；"
        "说的是同名的成年人，请签发的人予以放行。"
    )


def test_surnames_adults_and_adults_of_the_same_name_elsewhere_raise_no_alarm(report, area, girl):
    Report.objects.update(opening="欧阳同学和王伟、李敏走上讲台。")
    read = activity(area, "座谈", starts_on=date(2020, 3, 9))
    ParticipantFactory(activity=read, name="王伟")
    ParticipantFactory(activity=ActivityFactory(), name="王伟", is_minor=True)
    ParticipantFactory(activity=read, name="李敏")

    assert found(report) == []


def test_a_minor_of_another_time_and_one_who_was_awarded_are_found(report):
    Report.objects.update(opening="王伟、李敏走上讲台。")
    ParticipantFactory(activity=ActivityFactory(), name="王伟", is_minor=True)
    AwardFactory(name="李敏", is_minor=True)

    assert found(report) == [("minor_named", "开头语")] * 2


@pytest.mark.parametrize(
    ("opening", "named"),
    [
        ("王明亮、李华走上讲台。", False),  # a longer name
        ("王明亮同志走上讲台。", False),
        ("李明亮发言。", False),
        ("王明远发言。", False),  # an adult on record
        ("王明说，他愿意。", True),
        ("王明等同学走上讲台。", True),
        ("王明和李华走上讲台。", True),
        ("感谢王明。", True),
    ],
)
def test_the_name_of_a_minor_is_not_found_in_a_longer_name(report, area, opening, named):
    read = activity(area, "读书会")
    ParticipantFactory(activity=read, name="王明", is_minor=True)
    ParticipantFactory(activity=read, name="王明远")
    Report.objects.update(opening=opening)

    assert found(report) == ([("minor_named", "开头语")] if named else [])
