"""The follow-up in prose, and what a shorter version keeps of it."""

import re
from datetime import date

import pytest

from reports.composing.compose import compose
from reports.composing.gathering import Most, told_together
from reports.composing.length import shortened, typed_characters
from reports.document.periods import HalfYear
from tests.factories import CommitmentFactory, OrganizationFactory, PlanItemFactory, ReportFactory
from tests.reports.evidence import trained

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan_item():
    return PlanItemFactory(heading="建强队伍", report=ReportFactory(period=HalfYear(2020, 1)))


@pytest.fixture
def report(plan_item):
    return ReportFactory(period=HalfYear(2020, 2), as_of=date(2020, 11, 30))


def text_of(report) -> str:
    return compose(report).sections[0].items[0].text


def test_commitments_that_stand_alike_are_told_together(report, plan_item):
    said = {"plan_item": plan_item, "said_reason": "场地未定。"}
    CommitmentFactory(plan_item=plan_item, text="打造品牌。", position=1)
    CommitmentFactory(plan_item=plan_item, text="建设阵地", position=2)
    CommitmentFactory(text="青联换届", said_status="under_way", position=3, **said)
    CommitmentFactory(text="办夏令营", said_status="done", position=4, **(said | {"said_reason": "已办完"}))
    CommitmentFactory(
        text="评十佳", said_status="adjusted", position=5, **(said | {"said_reason": "改到明年"})
    )

    assert text_of(report) == (
        "已完成1项：办夏令营，已办完（尚无关联的记录）。"
        "正在推进1项：青联换届，因场地未定（尚无关联的记录）。"
        "尚未启动2项：打造品牌；建设阵地。"
        "已作调整1项：评十佳，改到明年。"
    )


def test_a_commitment_tells_who_how_far_and_by_which_records(report, plan_item):
    owner = OrganizationFactory(name="第一团支部")
    training = CommitmentFactory(
        plan_item=plan_item, text="培训团干部", owner=owner, target_value=9, target_unit="期"
    )
    names = [str(trained(training).activity) for _ in range(4)]

    item = compose(report).sections[0].items[0]

    assert item.text == (
        f"正在推进1项：培训团干部，由第一团支部负责，目标9期，实际4期（见“{'”“'.join(names[:3])}”等4项记录）。"
    )
    assert [figure.label for figure in item.figures] == ["推进中", "目标", "实际", "依据"]
    assert [source.label for source in item.sources] == names


@pytest.mark.parametrize(
    ("due_on", "status", "words"),
    [
        (date(2020, 11, 29), "", "，原定11月29日前完成，已逾期"),
        (date(2020, 11, 29), "under_way", "，因正在选址，原定11月29日前完成，已逾期"),
        (date(2020, 11, 30), "", "，计划11月30日前完成"),
        (date(2021, 3, 1), "", "，计划2021年3月1日前完成"),
        (date(2020, 11, 29), "done", "，正在选址"),
        (date(2020, 11, 29), "adjusted", "，正在选址"),
    ],
)
def test_what_is_past_its_day_says_so(report, plan_item, due_on, status, words):
    said = {"said_status": status, "said_reason": "正在选址"} if status else {}
    CommitmentFactory(plan_item=plan_item, text="建设阵地", due_on=due_on, **said)

    assert f"：建设阵地{words}" in text_of(report)


def test_a_table_says_what_is_past_its_day_as_well(report, plan_item):
    report.follow_up_form = "table"
    CommitmentFactory(plan_item=plan_item, text="建设阵地", due_on=date(2020, 9, 1))

    section = compose(report).sections[0]

    assert section.is_table
    assert section.items[0].children[0].text == "（未开展；期限：2020年9月1日，已逾期；尚无关联的记录）"


def test_a_shorter_version_counts_what_has_no_record_and_keeps_measures_to_the_last(report, plan_item):
    training = CommitmentFactory(
        plan_item=plan_item, text="培训团干部", target_value=9, target_unit="期", position=1
    )
    trained(training)
    CommitmentFactory(plan_item=plan_item, text="建设阵地，打造品牌", position=2)
    document = compose(report)
    follow_up = document.sections[0]

    short = shortened(document, typed_characters(document) - 5).sections[0]

    assert short.items[0].text.endswith("）。尚未启动1项。")
    assert told_together(document, follow_up, Most()).items[0].text == (
        "所列任务2项，正在推进1项、尚未启动1项；培训团干部目标9期、实际1期。"
    )
    assert (
        told_together(document, follow_up, Most(0, 0)).items[0].text
        == "所列任务2项，正在推进1项、尚未启动1项。"
    )


def test_the_page_links_the_records_that_bear_a_heading_out(client, report, plan_item):
    report.is_public = True
    report.save()
    activity = trained(CommitmentFactory(plan_item=plan_item)).activity

    page = client.get(report.get_absolute_url()).content.decode()

    assert f'<a class="evidence" href="{activity.get_absolute_url()}" title="依据：{activity}"' in page


def test_the_page_prints_a_table_where_the_office_wants_one(client, report, plan_item):
    report.is_public, report.follow_up_form = True, "table"
    report.save()
    CommitmentFactory(plan_item=plan_item, text="建设阵地")

    page = client.get(report.get_absolute_url()).content.decode()

    assert re.search(r'<th scope="row">建设阵地</th>\s*<td>（未开展；尚无关联的记录）\s*</td>', page)
