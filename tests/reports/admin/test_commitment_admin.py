from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from reports.models import Commitment, Evidence, Report
from tests.factories import (
    ActivityFactory,
    CommitmentFactory,
    EvidenceFactory,
    OrganizationFactory,
    PlanItemFactory,
    ReportFactory,
)

pytestmark = pytest.mark.django_db

LIST = reverse("admin:reports_commitment_changelist")


@pytest.fixture
def plan_item():
    return PlanItemFactory(heading="建强队伍", report=ReportFactory())


@pytest.fixture
def training(plan_item):
    return CommitmentFactory(
        plan_item=plan_item,
        text="培训团干部",
        owner=OrganizationFactory(name="第一团支部"),
        due_on=date(2020, 9, 30),
        target_value=3,
        target_unit="期",
    )


def evidence_for(commitment, amount=None):
    activity = ActivityFactory(published=True, starts_on=date(2020, 9, 1))
    return EvidenceFactory(commitment=commitment, activity=activity, amount=amount)


def page_of(commitment):
    return reverse("admin:reports_commitment_change", args=[commitment.pk])


def cells(response) -> list[list[str]]:
    """The words of each row of the list, without its tick box."""
    rows = []
    listed = response.context["cl"]
    for commitment in listed.result_list:
        admin = listed.model_admin
        rows.append(
            [
                str(getattr(admin, name)(commitment))
                for name in ("period", "due", "target", "actual", "status")
            ]
        )
    return rows


def form_of(commitment, rows=(), **changes) -> dict:
    """What the page posts: the commitment's fields and one dictionary for each new row of evidence."""
    fields = {
        "plan_item": commitment.plan_item_id,
        "text": commitment.text,
        "owner": commitment.owner_id or "",
        "due_on": commitment.due_on or "",
        "target_value": commitment.target_value or "",
        "target_unit": commitment.target_unit,
        "made_from": Report.objects.get(pk=commitment.plan_item.report_id).revision,
        "said_status": "",
        "said_reason": "",
        "evidence-TOTAL_FORMS": len(rows),
        "evidence-INITIAL_FORMS": 0,
    }
    for place, row in enumerate(rows):
        fields |= {f"evidence-{place}-{name}": value for name, value in row.items()}
        fields[f"evidence-{place}-commitment"] = commitment.pk
    return fields | changes


def test_the_list_shows_target_and_actual_and_what_is_overdue(desk, training):
    evidence_for(training, amount=2)

    response = desk.get(LIST)

    assert cells(response) == [["2020年上半年", "2020-09-30（逾期）", "3期", "2期", "推进中"]]
    assert '>培训团干部<span class="beneath">建强队伍</span></a>' in response.text


def test_the_list_shows_whose_word_the_status_is(desk, training):
    training.said_status, training.said_reason = "adjusted", "改到明年"
    training.said_on = date(2020, 10, 1)
    training.save()

    assert cells(desk.get(LIST)) == [["2020年上半年", "2020-09-30", "3期", "None", "调整（人工认定）"]]


def test_the_list_costs_the_same_for_one_row_and_for_three(desk, training):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            response = desk.get(LIST)
        assert len(response.context["cl"].result_list) == Commitment.objects.count()
        return len(captured)

    evidence_for(training, amount=1)
    with_one = queries()
    for _ in range(2):
        another = CommitmentFactory(
            plan_item=PlanItemFactory(report=training.plan_item.report), owner=OrganizationFactory()
        )
        evidence_for(another)
        evidence_for(another)

    assert queries() == with_one


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("attention=overdue", {"逾期"}),
        ("attention=without_evidence", {"未来"}),
        ("q=第一团支部", {"逾期"}),
        ("q=建强队伍", {"逾期", "未来", "完成"}),
        ("said_status__exact=done", {"完成"}),
    ],
)
def test_the_list_finds_what_is_asked_for(desk, plan_item, question, expected):
    owner = OrganizationFactory(name="第一团支部")
    overdue = CommitmentFactory(plan_item=plan_item, text="逾期", due_on=date(2020, 9, 30), owner=owner)
    evidence_for(overdue)
    CommitmentFactory(plan_item=plan_item, text="未来", due_on=timezone.localdate() + timedelta(days=1))
    done = CommitmentFactory(
        plan_item=plan_item, text="完成", due_on=date(2020, 9, 30), said_status="done", said_reason="已办"
    )
    evidence_for(done)

    response = desk.get(f"{LIST}?{question}")

    assert {commitment.text for commitment in response.context["cl"].result_list} == expected


def test_the_list_is_filtered_by_report_and_by_owner(desk, training):
    other = CommitmentFactory(
        plan_item__report=ReportFactory(slug="h2", starts_on=date(2020, 7, 1), ends_on=date(2020, 12, 31)),
        owner=OrganizationFactory(),
    )
    for question in (
        f"plan_item-report={other.plan_item.report_id}",
        f"owner={other.owner_id}",
    ):
        assert list(desk.get(f"{LIST}?{question}").context["cl"].result_list) == [other]


def test_evidence_is_entered_on_the_commitments_page(desk, training):
    activity = ActivityFactory()

    response = desk.post(page_of(training), form_of(training, [{"activity": activity.pk, "amount": "1"}]))

    assert response.status_code == 302
    assert list(Evidence.objects.values_list("commitment", "activity", "amount")) == [
        (training.pk, activity.pk, 1)
    ]


@pytest.mark.parametrize(
    ("target", "has_record", "amount", "errors"),
    [
        (None, True, "1", {"amount": ["这项任务没有量化目标，请先填写目标数和单位，或把这里留空。"]}),
        (3, True, "0", {"amount": ["计入目标的数量必须大于零。"]}),
        (3, False, "1", {"activity": ["活动、队伍和表彰选且只选一个。"]}),
    ],
)
def test_evidence_that_breaks_a_rule_is_refused_beside_its_field(
    desk, plan_item, target, has_record, amount, errors
):
    commitment = CommitmentFactory(
        plan_item=plan_item, target_value=target, target_unit="期" if target else ""
    )
    row = {"activity": ActivityFactory().pk if has_record else "", "amount": amount}

    response = desk.post(page_of(commitment), form_of(commitment, [row]))

    (formset,) = [one.formset for one in response.context["inline_admin_formsets"]]
    assert formset.forms[0].errors == errors
    assert not Evidence.objects.exists()


def test_the_same_record_twice_is_refused(desk, training):
    activity = ActivityFactory()

    response = desk.post(
        page_of(training), form_of(training, [{"activity": activity.pk}, {"activity": activity.pk}])
    )

    (formset,) = [one.formset for one in response.context["inline_admin_formsets"]]
    assert formset.forms[1].errors == {"activity": ["这条记录已经是本任务的依据。"]}


def test_a_word_of_staff_needs_its_reason(desk, training):
    response = desk.post(page_of(training), form_of(training, said_status="done"))

    assert response.context["adminform"].errors == {
        "said_reason": ["人工认定进展时必须写明理由；没有认定时不要填理由。"]
    }


def test_what_an_issued_plan_promised_is_only_read_while_its_follow_up_stays_open(desk, training):
    report = training.plan_item.report
    report.state = "issued"
    report.save()
    page = page_of(training)

    desk.post(page, form_of(training, text="改写", said_status="done", said_reason="已办完"))

    training.refresh_from_db()
    assert (training.text, training.said_status) == ("培训团干部", "done")
    assert "deletelink" not in desk.get(page).content.decode()


def test_nothing_is_added_to_an_issued_plan(desk, training):
    report = training.plan_item.report
    report.state = "issued"
    report.save()

    response = desk.post(reverse("admin:reports_commitment_add"), form_of(training, text="后来加的"))

    assert response.context["adminform"].errors == {
        "plan_item": ["这份计划所在的总结已经送审或签发，任务不能再增减。"]
    }


def test_the_page_shows_what_the_records_show(desk, training):
    evidence_for(training, amount=2)

    page = desk.get(page_of(training)).content.decode()

    assert "推进中，实际2期" in page


def test_the_commitments_page_costs_the_same_for_one_piece_of_evidence_and_for_three(desk, training):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            desk.get(page_of(training))
        return len(captured)

    evidence_for(training)
    with_one = queries()
    evidence_for(training)
    evidence_for(training)

    assert queries() == with_one


def test_staff_without_permission_see_nothing(client, editor, training):
    client.force_login(editor)

    assert client.get(LIST).status_code == 403
