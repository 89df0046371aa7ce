from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.composing.compose import compose
from reports.composing.follow_up import shown_status
from reports.composing.material import gather
from reports.composing.sections.follow_up import follow_up_section
from reports.document.periods import HalfYear, Year
from reports.models import Report
from tests.factories import (
    ActivityFactory,
    CommendationFactory,
    CommitmentFactory,
    EvidenceFactory,
    OrganizationFactory,
    PlanItemFactory,
    ReportFactory,
    ReportSectionFactory,
    TeamFactory,
)
from tests.reports.evidence import IN_AUTUMN, trained

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan_item():
    """A heading of the plan of the first half of 2020."""
    return PlanItemFactory(heading="建强队伍", report=ReportFactory(period=HalfYear(2020, 1)))


@pytest.fixture
def report(plan_item):
    """The report of the second half, as of 30 November, with a table of what became of the plan."""
    return ReportFactory(period=HalfYear(2020, 2), as_of=date(2020, 11, 30), follow_up_form="table")


@pytest.fixture
def training(plan_item):
    return CommitmentFactory(plan_item=plan_item, text="培训团干部", target_value=3, target_unit="期")


def follow_up_of(report):
    return follow_up_section(gather(report))


def commitments_of(report):
    """(text, what the follow-up says of it) for each commitment."""
    return [(child.title, child.text) for item in follow_up_of(report).items for child in item.children]


def test_the_first_report_has_no_follow_up():
    report = ReportFactory()
    ActivityFactory(published=True)

    assert [section.kind for section in compose(report).sections] == ["records"]


def test_an_earlier_report_without_a_plan_leaves_no_follow_up():
    ReportFactory(period=HalfYear(2020, 1))
    report = ReportFactory(period=HalfYear(2020, 2))

    assert compose(report).sections == ()


def test_the_follow_up_opens_with_every_commitment_of_the_nearest_plan_and_what_is_open_of_older_ones(
    report, plan_item
):
    oldest = PlanItemFactory(heading="旧的一项", report=ReportFactory(period=HalfYear(2019, 2)))
    CommitmentFactory(plan_item=oldest, text="还没做", position=1)
    done = {"said_status": "done", "said_reason": "已办", "plan_item": oldest}
    CommitmentFactory(text="上一期里已做完", position=2, said_on=date(2020, 6, 30), **done)
    CommitmentFactory(text="这一期里做完", position=3, said_on=IN_AUTUMN, **done)
    reached = CommitmentFactory(plan_item=oldest, text="已达到目标", target_value=1, target_unit="场")
    shown = ActivityFactory(published=True, starts_on=date(2020, 3, 1))
    EvidenceFactory(commitment=reached, activity=shown, amount=1)
    PlanItemFactory(heading="都做完了", report=oldest.report)
    PlanItemFactory(heading="年度的计划", report=ReportFactory(period=Year(2019)))
    CommitmentFactory(plan_item=plan_item, text="甲", position=1)
    CommitmentFactory(plan_item=plan_item, text="乙", position=2)
    PlanItemFactory(report=plan_item.report, heading="空的一项", position=2)
    ActivityFactory(published=True, starts_on=IN_AUTUMN)

    document = compose(report)

    assert [section.kind for section in document.sections] == ["follow_up", "records"]
    follow_up = document.sections[0]
    assert follow_up.heading == "2020年上半年总结所列计划的落实情况"
    assert [
        (item.title, item.text, [child.title for child in item.children]) for item in follow_up.items
    ] == [
        ("建强队伍", "未开展2项。", ["甲", "乙"]),
        ("空的一项", "没有列出具体任务。", []),
        ("旧的一项（2019年下半年总结计划）", "完成1项，未开展1项。", ["还没做", "这一期里做完"]),
    ]


def test_staff_place_the_follow_up_and_name_it(report, plan_item):
    ReportSectionFactory(report=report, kind="follow_up", area=None, heading="上期计划", position=9)
    area = ReportSectionFactory(report=report, heading="服务青年", position=1).area
    ActivityFactory(published=True, starts_on=IN_AUTUMN, area=area)

    assert [section.heading for section in compose(report).sections] == ["服务青年", "上期计划"]


def test_a_plan_of_other_days_than_a_half_year_is_called_by_its_title(report, plan_item):
    spring = plan_item.report
    Report.objects.update(kind="other")
    spring.title = "第一季度工作总结"
    spring.kind = report.kind = "other"
    spring.save()

    assert follow_up_of(report).heading == "《第一季度工作总结》所列计划的落实情况"


@pytest.mark.parametrize(
    ("target", "actual", "records", "expected"),
    [
        (None, None, 0, "未开展"),
        (None, None, 1, "推进中"),
        (Decimal(3), None, 0, "未开展"),
        (Decimal(3), None, 2, "推进中"),
        (Decimal(3), Decimal(2), 2, "推进中"),
        (Decimal(3), Decimal(3), 2, "完成"),
        (Decimal(3), Decimal("3.5"), 1, "完成"),
    ],
)
def test_the_records_show_how_far_a_commitment_has_come(target, actual, records, expected):
    assert shown_status(target, actual, records).label == expected


def test_a_target_is_set_against_what_the_evidence_adds_up_to(report, training):
    first, second = trained(training), trained(training)

    child = follow_up_of(report).items[0].children[0]

    assert child.text == f"（推进中；目标3期，实际2期；依据：{first.activity}、{second.activity}）"
    target, actual = child.figures
    assert (target.value, target.text, [source.type for source in target.sources]) == (
        3,
        "3期",
        ["commitment"],
    )
    assert (actual.value, actual.unit, actual.text) == (2, "期", "2期")
    assert [(source.id, source.text) for source in actual.sources] == [
        (first.activity_id, "1期"),
        (second.activity_id, "1期"),
    ]
    assert [(source.type, source.id) for source in child.sources] == [
        ("activity", first.activity_id),
        ("activity", second.activity_id),
    ]


def test_a_target_that_is_reached_is_done(report, training):
    activity = trained(training, amount=3).activity

    assert commitments_of(report) == [("培训团干部", f"（完成；目标3期，实际3期；依据：{activity}）")]


def test_evidence_without_an_amount_leaves_the_actual_number_open(report, training):
    activity = trained(training, amount=None).activity

    assert commitments_of(report) == [("培训团干部", f"（推进中；目标3期，实际数未登记；依据：{activity}）")]


def test_the_word_of_staff_stands_with_its_reason_beside_what_the_records_show(report, training):
    training.said_status, training.said_reason = "adjusted", "因场地改造，改到明年举办。"
    training.said_on = IN_AUTUMN
    training.save()

    assert commitments_of(report) == [
        (
            "培训团干部",
            "（调整，理由：因场地改造，改到明年举办；记录显示：未开展；目标3期；尚无关联的记录）",
        )
    ]


def test_owner_and_date_stand_as_in_the_plan(report, plan_item):
    owner = OrganizationFactory(name="第一团支部")
    CommitmentFactory(plan_item=plan_item, text="甲", owner=owner, due_on=date(2020, 10, 1))

    assert commitments_of(report) == [
        ("甲", "（未开展；责任：第一团支部；期限：2020年10月1日，已逾期；尚无关联的记录）")
    ]


def test_of_many_records_the_first_are_named_and_all_are_counted(report, training):
    names = [str(trained(training, amount=None).activity) for _ in range(4)]

    child = follow_up_of(report).items[0].children[0]

    assert f"依据：{'、'.join(names[:3])}等4项记录" in child.text
    assert len(child.figures[-1].sources) == len(child.sources) == 4


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "counts"),
    [
        (date(2020, 6, 30), date(2020, 6, 30), False),
        (date(2020, 6, 30), date(2020, 7, 1), True),
        (date(2020, 11, 30), date(2020, 12, 5), True),
        (date(2020, 12, 1), date(2020, 12, 1), False),
    ],
)
def test_only_records_of_the_period_up_to_its_as_of_date_are_evidence(
    report, training, starts_on, ends_on, counts
):
    trained(training, starts_on=starts_on, ends_on=ends_on, date_precision="range")

    assert commitments_of(report)[0][1].startswith("（推进中" if counts else "（未开展")


def test_only_published_records_are_evidence(report, training):
    EvidenceFactory(commitment=training, activity=ActivityFactory(starts_on=IN_AUTUMN), amount=3)
    EvidenceFactory(commitment=training, activity=None, team=TeamFactory(), amount=3)

    assert commitments_of(report) == [("培训团干部", "（未开展；目标3期；尚无关联的记录）")]


@pytest.mark.parametrize(
    ("founded_on", "counts"),
    [(None, True), (date(2019, 3, 5), True), (date(2020, 11, 30), True), (date(2020, 12, 1), False)],
)
def test_a_team_is_evidence_from_its_founding_on(report, training, founded_on, counts):
    team = TeamFactory(published=True, founded_on=founded_on)
    EvidenceFactory(commitment=training, activity=None, team=team, amount=3)

    assert commitments_of(report)[0][1].startswith("（完成" if counts else "（未开展")


def test_a_commendation_is_evidence(report, training):
    given = CommendationFactory(published=True, starts_on=IN_AUTUMN)
    EvidenceFactory(commitment=training, activity=None, commendation=given)

    assert commitments_of(report) == [("培训团干部", f"（推进中；目标3期，实际数未登记；依据：{given}）")]


def test_a_heading_counts_its_commitments_by_status(report, plan_item, training):
    trained(training, amount=3)
    CommitmentFactory(plan_item=plan_item, said_status="done", said_reason="已办")
    CommitmentFactory(plan_item=plan_item)

    item = follow_up_of(report).items[0]

    assert item.text == "完成2项，未开展1项。"
    assert [(figure.label, len(figure.sources)) for figure in item.figures] == [("完成", 2), ("未开展", 1)]


def test_every_figure_of_the_follow_up_stands_in_its_text_with_a_source(report, training):
    trained(training)

    items = follow_up_of(report).items
    told = [*items, *(child for item in items for child in item.children)]

    assert all(figure.text in item.text and figure.sources for item in told for figure in item.figures)


def test_the_follow_up_asks_the_database_no_more_for_more_commitments(report, plan_item, training):
    training.owner = OrganizationFactory()
    training.save()
    trained(training)
    with CaptureQueriesContext(connection) as few:
        follow_up_of(report)
    for _ in range(3):
        more = CommitmentFactory(
            plan_item=PlanItemFactory(report=plan_item.report), owner=OrganizationFactory()
        )
        trained(more, amount=None)
        EvidenceFactory(commitment=more, activity=None, team=TeamFactory(published=True))

    with CaptureQueriesContext(connection) as many:
        follow_up_of(report)

    assert len(few) == len(many)


def test_the_page_links_each_record_that_bears_a_commitment_out(client, report, training):
    report.is_public = True
    report.save()
    activity = trained(training).activity

    page = client.get(report.get_absolute_url()).content.decode()

    assert f'<a class="evidence" href="{activity.get_absolute_url()}" title="依据：{activity}"' in page
