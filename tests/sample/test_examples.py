"""The invented half-years after the first of 2020: marked in print, and no part of the first one."""

from datetime import date

import pytest
from django.core.management import call_command

from activities.models import Activity
from notices.models import Notice
from reports.composing.compose import compose
from reports.models import Commitment, Evidence, Report
from sample.examples import MARK

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _sample(db, capsys):
    call_command("load_sample_data")


def follow_up(slug="2020-h2"):
    sections = compose(Report.objects.get(slug=slug)).sections
    return next(section for section in sections if section.kind == "follow_up")


def test_the_examples_lie_in_the_second_half_and_are_marked_in_title_and_text():
    examples = Activity.objects.filter(starts_on__gte=date(2020, 7, 1))

    assert 3 <= examples.count() <= 5
    for activity in examples:
        assert activity.title.startswith(MARK)
        assert activity.summary.startswith(MARK)
        assert "虚构" in activity.body
        assert {figure.note for figure in activity.figures.all()} == {"示例数据，不是事实。"}


@pytest.mark.parametrize("slug", ["2020-h2", "2021-h1"])
def test_the_example_report_is_a_marked_draft_that_the_public_does_not_see(slug):
    report = Report.objects.get(slug=slug)

    assert report.title.endswith("（示例）")
    assert report.opening.startswith(MARK)
    assert (report.state, report.is_public, report.signature) == ("draft", False, "")
    assert report not in Report.objects.public()


def test_the_first_half_has_its_four_sections_and_no_follow_up():
    kinds = [section.kind for section in compose(Report.objects.get(slug="2020-h1")).sections]

    assert kinds == ["records", "records", "records", "plan"]


def test_the_follow_up_opens_the_example_with_every_commitment_of_the_first_half():
    document = compose(Report.objects.get(slug="2020-h2"))

    assert document.sections[0].kind == "follow_up"
    assert [
        sum(int(figure.value) for figure in item.figures if figure.unit == "项")
        for item in document.sections[0].items
    ] == [2, 4, 2, 4, 5, 2]


def test_the_follow_up_shows_each_of_the_four_statuses():
    counts = {}
    for item in follow_up().items:
        for figure in item.figures:
            counts[figure.label] = counts.get(figure.label, 0) + figure.value

    assert counts == {"完成": 1, "推进中": 3, "调整": 1, "未开展": 14}


def test_a_heading_is_followed_up_in_sentences():
    first, second, *_ = follow_up().items

    assert (first.text, second.text) == (
        "已完成1项：举办西湖区少年军校夏令营，〔示例〕夏令营已按计划办完（关联的记录显示正在推进，"
        "见“〔示例〕西湖区少年军校夏令营”）。"
        "正在推进1项：开展共青团影院公益观影活动（见“〔示例〕共青团影院公益观影”）。",
        "正在推进1项：开展团干部集中培训（见“〔示例〕团干部集中培训”）。"
        "尚未启动2项：在“两新”组织中建立更多团组织；推进区域化团建。"
        "已作调整1项：启动西湖区青年联合会换届，〔示例〕改到下一年启动。",
    )


def test_the_plan_of_the_first_half_is_given_no_target_that_it_does_not_state():
    promised = Commitment.objects.filter(plan_item__report__slug="2020-h1")

    assert set(promised.values_list("target_value", "due_on")) == {(None, None)}


def test_whatever_staff_are_made_to_say_is_marked():
    said = Commitment.objects.exclude(said_status="")

    assert said.count() == 2
    assert all(reason.startswith(MARK) for reason in said.values_list("said_reason", flat=True))


def test_the_examples_own_plan_has_targets_and_is_marked():
    promised = Commitment.objects.filter(plan_item__report__slug="2020-h2")

    assert list(promised.values_list("text", "target_value", "target_unit")) == [
        (f"{MARK}举办志愿者培训", 3, "期"),
        (f"{MARK}建设青年志愿服务站", 40, "个"),
    ]
    assert set(promised.values_list("plan_item__heading", flat=True)) == {f"{MARK}健全志愿服务机制"}


def test_the_next_example_sets_the_actual_against_the_targets_of_that_plan():
    item, *older = follow_up("2021-h1").items

    assert all(one.title.endswith("（2020年上半年总结计划）") for one in older)

    assert item.text == (
        "正在推进1项：〔示例〕举办志愿者培训，目标3期，实际2期，计划6月30日前完成（见“〔示例〕志愿者培训（前两期）”）。"
        "尚未启动1项：〔示例〕建设青年志愿服务站，目标40个，计划6月30日前完成。"
    )


def test_the_evidence_counts_what_its_record_states():
    evidence = Evidence.objects.get(amount__isnull=False)

    assert evidence.activity.figures.get(name="培训期数").value == evidence.amount == 2


def test_the_example_notices_are_marked_and_published_by_the_committee():
    told = Notice.objects.values_list("kind", "state", "organization__kind", "ends_on")

    assert list(told) == [
        ("publicity", "published", "committee", date(2020, 12, 28)),
        ("notice", "published", "committee", date(2020, 12, 15)),
    ]
    for notice in Notice.objects.all():
        assert notice.title.startswith(MARK)
        assert notice.body.startswith("<p>本条是为演示系统功能而编写的示例")
        notice.full_clean()
