from datetime import date

import pytest
from django.core.exceptions import ValidationError

from reports.composing.compose import compose
from reports.document.periods import HalfYear, Quarter, Year
from reports.editing.starting import frame_of, start_report
from reports.models import Report
from tests.factories import (
    ActivityFactory,
    CommendationFactory,
    CommitteeFactory,
    HonorReceivedFactory,
    PlanItemFactory,
    ReportFactory,
    StaffFactory,
    WorkAreaFactory,
)

pytestmark = pytest.mark.django_db

FIRST = HalfYear(2020, 1)


def start(period=FIRST, as_of=date(2020, 6, 30), by=None) -> Report:
    return start_report(report=frame_of(period, as_of), by=by or StaffFactory())


def test_start_report_takes_its_frame_from_the_half_year_and_the_committee():
    CommitteeFactory(name="共青团西湖区委")
    author = StaffFactory()

    report = start(as_of=date(2020, 5, 29), by=author)

    assert (report.title, report.slug, report.signature) == (
        "共青团西湖区委2020年上半年工作总结",
        "2020-h1",
        "共青团西湖区委",
    )
    assert (report.starts_on, report.ends_on, report.as_of) == (
        date(2020, 1, 1),
        date(2020, 6, 30),
        date(2020, 5, 29),
    )
    assert (report.state, report.created_by, report.is_public) == ("draft", author, False)


@pytest.mark.parametrize(
    ("period", "when"),
    [(FIRST, "2020年上半年"), (Year(2020), "2020年"), (Quarter(2020, 2), "2020年第二季度")],
)
def test_a_report_begins_with_what_the_period_comes_to(period, when):
    CommitteeFactory(name="某团区委")
    ActivityFactory(published=True, starts_on=date(2020, 5, 4))
    HonorReceivedFactory(published=True, starts_on=date(2020, 5, 4), year=2019, title="先进单位")

    report = start(period)

    assert compose(report).opening.text == (
        f"{when}，某团区委开展活动1项，荣获2019年度先进单位。现将主要工作总结如下。"
    )


def test_a_topic_begins_with_its_days_and_nothing_is_said_of_nothing():
    days = {"starts_on": date(2020, 4, 1), "ends_on": date(2020, 5, 31), "as_of": date(2020, 5, 31)}
    topics = [
        Report(kind="topic", title="五四", slug=slug, signature="某团区委", **days) for slug in ("a", "b")
    ]

    empty = start_report(report=topics[0], by=StaffFactory())
    ActivityFactory(published=True, starts_on=date(2020, 5, 4))
    told = start_report(report=topics[1], by=StaffFactory())

    assert empty.opening == ""
    assert compose(told).opening.text == "2020年4月1日至5月31日，某团区委开展活动1项。现将主要工作总结如下。"


def test_start_report_makes_a_section_for_each_area_with_something_to_tell_and_a_plan():
    guidance, building = (
        WorkAreaFactory(name="思想引领", position=1),
        WorkAreaFactory(name="自身建设", position=2),
    )
    empty = WorkAreaFactory(name="空板块", position=3)
    ActivityFactory(area=guidance, published=True)
    CommendationFactory(area=building, published=True)
    ActivityFactory(area=empty)

    report = start()

    assert list(report.sections.values_list("kind", "heading")) == [
        ("records", "思想引领"),
        ("records", "自身建设"),
        ("plan", "下一步工作计划"),
    ]


def test_start_report_opens_with_the_follow_up_of_an_earlier_plan():
    PlanItemFactory(report=ReportFactory(period=FIRST))

    report = start(HalfYear(2020, 2), date(2020, 12, 31))

    assert [section.kind for section in compose(report).sections] == ["follow_up"]
    assert list(report.sections.values_list("kind", flat=True)) == ["follow_up", "plan"]


def test_start_report_refuses_a_period_that_another_report_has():
    ReportFactory(period=FIRST)

    with pytest.raises(ValidationError, match="与已有的一份同类总结重叠"):
        start()

    assert Report.objects.count() == 1


def test_start_report_refuses_an_as_of_date_outside_the_period():
    with pytest.raises(ValidationError, match="统计截止日应在总结时段之内"):
        start(as_of=date(2020, 7, 1))


def test_a_report_takes_over_how_the_one_of_its_kind_before_it_was_printed_and_to_whom_it_went():
    frame = {"annex": "totals", "levels": "bracketed", "follow_up_form": "table"}
    sent = {"addressees": "团市委", "copied_to": "区委办公室", "printed_by": "团区委办公室"}
    own = {"printed_on": date(2020, 7, 1), "urgency": "urgent", "document_number": "西团〔2020〕5号"}
    ReportFactory(**frame, **sent, **own)

    after, of_another_kind = start(HalfYear(2020, 2), date(2020, 12, 31)), start(Year(2020))

    assert {name: getattr(after, name) for name in (*frame, *sent)} == {**frame, **sent}
    assert {name: getattr(after, name) for name in own} == {
        "printed_on": None,
        "urgency": "",
        "document_number": "",
    }
    assert {name: getattr(of_another_kind, name) for name in sent} == dict.fromkeys(sent, "")
