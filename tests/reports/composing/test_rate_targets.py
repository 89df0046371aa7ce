"""A plan that aims at a rate: held against the newest rate on record, never against a sum of rates."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError

from reports.composing.compose import compose
from reports.composing.follow_up import is_overdue, reach_of, status_of
from reports.composing.state import state_of
from reports.document.periods import HalfYear
from reports.models import Commitment, Evidence
from tests.factories import ActivityFactory, CommitmentFactory, FigureFactory, PlanItemFactory, ReportFactory
from tests.reports.evidence import IN_AUTUMN, trained

pytestmark = pytest.mark.django_db

LATER = date(2020, 11, 5)


@pytest.fixture
def joining():
    plan = PlanItemFactory(heading="扩大覆盖", report=ReportFactory(period=HalfYear(2020, 1)))
    return CommitmentFactory(plan_item=plan, text="提高入会率", target_value=60, target_unit="%")


@pytest.fixture
def report(joining):
    return ReportFactory(period=HalfYear(2020, 2), as_of=date(2020, 11, 30))


def measured(commitment, wording, starts_on=IN_AUTUMN) -> Evidence:
    """Evidence by an activity that states a rate."""
    evidence = trained(commitment, amount=None, starts_on=starts_on, title=f"{starts_on.month}月统计")
    evidence.figure = FigureFactory(activity=evidence.activity, name="入会率", wording=wording)
    evidence.save()
    return evidence


def told(report) -> str:
    return compose(report).sections[0].items[0].text


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        ("62.9%", "已完成1项：提高入会率，目标60%，实际62.9%，已达到目标（见“9月统计”）。"),
        ("60%以上", "已完成1项：提高入会率，目标60%，实际60%以上，已达到目标（见“9月统计”）。"),
        ("58.5%", "正在推进1项：提高入会率，目标60%，实际58.5%，未达到目标（见“9月统计”）。"),
        ("不足60%", "正在推进1项：提高入会率，目标60%，实际不足60%，未达到目标（见“9月统计”）。"),
        ("55%至65%", "正在推进1项：提高入会率，目标60%，实际55%至65%，未达到目标（见“9月统计”）。"),
    ],
)
def test_the_follow_up_says_whether_the_rate_has_come_to_its_target(report, joining, wording, said):
    measured(joining, wording)

    assert told(report) == said


def test_of_two_rates_the_newest_counts_and_leads_to_its_record(report, joining):
    measured(joining, "35%")
    newest = measured(joining, "40%", LATER)

    assert told(report) == (
        "正在推进1项：提高入会率，目标60%，实际40%，未达到目标（见“9月统计”“11月统计”）。"
    )
    [actual] = [one for one in compose(report).figures() if one.label == "实际"]
    assert [(one.id, one.figure_id) for one in actual.sources] == [(newest.activity_id, newest.figure_id)]


def test_a_list_says_it_too_and_evidence_without_a_rate_leaves_it_open(report, joining):
    report.follow_up_form = "table"
    report.save()
    trained(joining, amount=None, title="动员会")
    measured(joining, "62.9%")

    def child():
        return compose(report).sections[0].items[0].children[0].text

    assert child() == "（完成；目标60%，实际62.9%，已达到目标；依据：动员会、9月统计）"
    Evidence.objects.update(figure=None)
    assert child() == "（推进中；目标60%，实际数未登记；依据：动员会、9月统计）"


def test_the_database_and_the_page_agree_on_which_rates_have_come_to_their_targets(joining):
    day = date(2020, 12, 1)
    for wordings in ((), ("62.9%",), ("62.9%", "40%"), ("40%", "62.9%"), ("不足60%",), ("30%", "30%")):
        due = CommitmentFactory(
            plan_item=joining.plan_item, due_on=date(2020, 9, 30), target_value=60, target_unit="%"
        )
        for wording, starts_on in zip(wordings, (IN_AUTUMN, LATER), strict=False):
            measured(due, wording, starts_on)

    progress = Commitment.objects.with_progress(day)
    expected = {
        one.pk
        for one in progress
        if is_overdue(one, status_of(one, reach_of(one.actual, one.measured_as), one.evidence_count), day)
    }

    assert {*Commitment.objects.overdue(day).values_list("pk", flat=True)} == expected
    assert len(expected) == 4
    assert [one.actual and float(one.actual) for one in progress.order_by("pk")] == [
        *(None, None),
        *(62.9, 40, 62.9, 60, 30),
    ]


def test_evidence_of_earlier_versions_is_led_to_the_rate_that_it_meant(joining):
    sure, by_amount, unsure = (trained(joining, amount=amount) for amount in (None, 40, 50))
    for evidence, wordings in ((sure, ("62.9%",)), (by_amount, ("40%", "41%")), (unsure, ("60%",))):
        for wording in wordings:
            FigureFactory(activity=evidence.activity, wording=wording)

    import_module("reports.migrations.0014_rates_of_targets").name_the_rates(apps, None)

    kept = Evidence.objects.order_by("pk").values_list("figure__wording", "amount")
    assert [*kept] == [("62.9%", None), ("40%", None), (None, 50)]


def refusal_of(evidence) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refusal:
        evidence.full_clean()
    return refusal.value.message_dict


def test_the_only_rate_of_a_record_is_taken_and_of_several_staff_choose(joining):
    activity = ActivityFactory(published=True, starts_on=IN_AUTUMN)
    first = FigureFactory(activity=activity, name="入会率", wording="62.9%")
    evidence = Evidence(commitment=joining, activity=activity)

    evidence.full_clean()
    assert evidence.figure == first

    FigureFactory(activity=activity, name="参学率", wording="90%")
    evidence.figure = None
    assert refusal_of(evidence) == {"figure": ["活动里按“%”计的有“入会率：62.9%”“参学率：90%”，请选一个。"]}
    evidence.figure = FigureFactory(activity=activity, wording="60人")
    assert refusal_of(evidence) == {"figure": ["请选这个活动里按“%”计的数据。"]}


def test_a_rate_is_no_amount_and_an_amount_no_rate(joining):
    activity = ActivityFactory(published=True, starts_on=IN_AUTUMN)
    rate = FigureFactory(activity=activity, wording="62.9%")
    other = CommitmentFactory(plan_item=joining.plan_item, target_value=3, target_unit="期")

    assert refusal_of(Evidence(commitment=joining, activity=activity, amount=62)) == {
        "amount": ["比例、增减和倍数不相加：数量留空，在“依据的数据”里选登记的那个数。"]
    }
    assert refusal_of(Evidence(commitment=other, activity=activity, figure=rate)) == {
        "figure": ["目标是比例、增减或倍数的才选；其他目标填计入的数量。"]
    }


def test_a_figure_of_another_activity_that_a_rate_is_made_of_changes_the_state(report):
    earlier = FigureFactory(activity=ActivityFactory(starts_on=date(2019, 3, 5)), wording="2000人")
    activity = ActivityFactory(published=True, starts_on=IN_AUTUMN)
    now = FigureFactory(activity=activity, wording="1200人")
    FigureFactory(activity=activity, wording="60%", numerator=now, denominator=earlier)
    before = state_of(report)

    earlier.save()
    between = state_of(report)
    earlier.activity.save()

    assert len({before, between, state_of(report)}) == 3
