from datetime import UTC, date, datetime

import pytest
from django.db.models import ProtectedError

from activities.models import Activity, WorkArea
from honors.models import Commendation, HonorReceived
from organizations.models import Organization
from reports.composing.compose import compose, document_of
from reports.document import FORMAT
from reports.document.snapshot import sha256_of, to_json
from reports.editing.holding import edit
from reports.issuing.actions import Refused, issue, reopen, return_for_changes, send_for_review
from reports.models import Report, ReportVersion
from tests.factories import (
    ActivityFactory,
    AwardFactory,
    AwardTitleFactory,
    CommitmentFactory,
    FigureFactory,
    HonorReceivedFactory,
    OrganizationFactory,
    PlacementFactory,
    PlanItemFactory,
    ReportFactory,
    ReportSectionFactory,
    ServiceRecordFactory,
    StaffFactory,
    WorkAreaFactory,
    WrittenItemFactory,
)

pytestmark = pytest.mark.django_db

AT = datetime(2020, 6, 1, 1, 0, tzinfo=UTC)
LATER = datetime(2020, 6, 2, 1, 0, tzinfo=UTC)


@pytest.fixture
def author():
    return StaffFactory(username="author")


@pytest.fixture
def approver():
    return StaffFactory(username="approver")


@pytest.fixture
def report():
    """A draft that no check stops."""
    report = ReportFactory(opening="今年以来，工作情况如下。", signature="共青团西湖区委")
    ActivityFactory(title="学雷锋", summary="青年走上街头。", published=True)
    return report


@pytest.fixture
def sent(report, author):
    send_for_review(report=report, by=author, at=AT)
    report.refresh_from_db()
    return report


@pytest.fixture
def issued(sent, approver):
    issue(report=sent, by=approver, at=AT)
    sent.refresh_from_db()
    return sent


def trail(report) -> list[tuple]:
    return list(report.steps.values_list("action", "by__username", "at", "reason"))


@pytest.mark.parametrize("state", ["draft", "returned"])
def test_sending_closes_the_draft_and_notes_who_and_when(state, author):
    report = ReportFactory(state=state)

    send_for_review(report=report, by=author, at=AT)

    report.refresh_from_db()
    assert (report.state, report.is_open, report.revision, report.updated_at) == ("in_review", False, 1, AT)
    assert trail(report) == [("sent", "author", AT, "")]


def test_returning_opens_it_again_with_the_reason(sent, approver):
    return_for_changes(report=sent, by=approver, at=LATER, reason=" 数据要核对 ")

    sent.refresh_from_db()
    assert (sent.state, sent.is_open, sent.revision) == ("returned", True, 2)
    assert trail(sent)[-1] == ("returned", "approver", LATER, "数据要核对")


def test_issuing_freezes_what_the_report_says(sent, approver):
    document = compose(sent)

    version = issue(report=sent, by=approver, at=LATER)

    sent.refresh_from_db()
    assert sent.state == "issued"
    assert version.snapshot == to_json(document) | {"status": "issued", "state": "issued"}
    assert (version.number, version.format, version.sha256, version.reason) == (
        1,
        FORMAT,
        sha256_of(version.snapshot),
        "",
    )
    assert (version.issued_by, version.issued_at) == (approver, LATER)
    assert trail(sent)[-1] == ("issued", "approver", LATER, "")


def test_reopening_keeps_the_issued_version_in_force(issued, approver):
    before = document_of(issued)

    reopen(report=issued, by=approver, at=LATER, reason="人数有误")

    issued.refresh_from_db()
    assert (issued.state, issued.is_open) == ("draft", True)
    assert document_of(issued) == before
    assert trail(issued)[-1] == ("reopened", "approver", LATER, "人数有误")


def test_a_correction_is_a_new_version_with_its_reason_and_the_old_one_stays(issued, author, approver):
    first = issued.versions.get()
    reopen(report=issued, by=approver, at=LATER, reason="标题有误")
    issued.refresh_from_db()
    with edit(report=issued, by=author, revision=issued.revision) as draft:
        draft.open_with("更正后的开头。")
    send_for_review(report=issued, by=author, at=LATER)

    second = issue(report=issued, by=approver, at=LATER)

    assert (second.number, second.reason) == (2, "标题有误")
    assert document_of(issued).opening.text == "更正后的开头。"
    kept = ReportVersion.objects.get(pk=first.pk)
    assert (kept.snapshot, kept.sha256) == (first.snapshot, first.sha256)


def test_a_correction_that_changes_nothing_is_refused(issued, author, approver):
    reopen(report=issued, by=approver, at=LATER, reason="看一看")
    send_for_review(report=issued, by=author, at=LATER)

    with pytest.raises(Refused, match="与上一版没有任何不同"):
        issue(report=issued, by=approver, at=LATER)

    assert issued.versions.count() == 1


STEPS = {
    "send": lambda report, by: send_for_review(report=report, by=by, at=AT),
    "return": lambda report, by: return_for_changes(report=report, by=by, at=AT, reason="原因"),
    "issue": lambda report, by: issue(report=report, by=by, at=AT),
    "reopen": lambda report, by: reopen(report=report, by=by, at=AT, reason="原因"),
}
ALLOWED = {
    "draft": {"send"},
    "returned": {"send"},
    "in_review": {"return", "issue"},
    "issued": {"reopen"},
}


def test_every_state_says_what_may_be_done_in_it():
    assert set(ALLOWED) == set(Report.State.values)


@pytest.mark.parametrize(
    ("state", "step"),
    [(state, step) for state, allowed in ALLOWED.items() for step in STEPS if step not in allowed],
)
def test_a_step_from_another_state_is_refused_in_a_sentence(state, step, approver):
    report = ReportFactory(state=state)

    with pytest.raises(Refused, match=f"现在是“{report.get_state_display()}”，不能做这一步"):
        STEPS[step](report, approver)

    report.refresh_from_db()
    assert (report.state, report.revision, trail(report)) == (state, 0, [])


def test_a_stale_copy_of_the_report_does_not_take_a_step_twice(report, author):
    copy = Report.objects.get(pk=report.pk)
    send_for_review(report=report, by=author, at=AT)

    with pytest.raises(Refused):
        send_for_review(report=copy, by=author, at=AT)

    assert len(trail(report)) == 1


@pytest.mark.parametrize("reason", ["", "  \n", "长" * 301])
def test_returning_and_reopening_need_a_reason_of_at_most_300_characters(sent, author, approver, reason):
    with pytest.raises(Refused, match="退回的原因"):
        return_for_changes(report=sent, by=approver, at=AT, reason=reason)
    issue(report=sent, by=approver, at=AT)
    with pytest.raises(Refused, match="更正的原因"):
        reopen(report=sent, by=approver, at=AT, reason=reason)


def test_who_sent_it_may_not_issue_it(sent, author):
    with pytest.raises(Refused, match="送审和签发不能是同一个人"):
        issue(report=sent, by=author, at=AT)

    assert not sent.versions.exists()


def test_who_sent_it_may_issue_it_where_the_settings_say_so(sent, author, settings):
    settings.REPORT_SELF_APPROVAL = True

    assert issue(report=sent, by=author, at=AT).issued_by == author


def test_only_the_last_sending_counts_for_the_two_persons(sent, author, approver):
    return_for_changes(report=sent, by=approver, at=AT, reason="请改")
    send_for_review(report=sent, by=approver, at=LATER)

    assert issue(report=sent, by=author, at=LATER).issued_by == author


def test_a_blocker_stops_issuing_and_is_named(report, author, approver):
    Activity.objects.update(summary="青年走上街头，\ufffd参加者踊跃。")
    send_for_review(report=report, by=author, at=AT)

    with pytest.raises(Refused, match=r"还有 1 处必须先改"):
        issue(report=report, by=approver, at=AT)

    report.refresh_from_db()
    assert (report.state, report.versions.count()) == ("in_review", 0)


@pytest.fixture
def full():
    """A report that draws on every kind of record."""
    report = ReportFactory(
        opening="今年以来，荣获{上级荣誉}。", signature="共青团西湖区委", as_of=date(2020, 6, 30)
    )
    area = WorkAreaFactory(name="自身建设")
    activity = ActivityFactory(title="学雷锋", area=area, summary="组织{志愿者}上门。", published=True)
    FigureFactory(activity=activity, name="志愿者", wording="300余名", counts="volunteers")
    other = ActivityFactory(title="慰问", area=area, summary="送去{口罩}。", published=True)
    FigureFactory(activity=other, name="口罩", wording="1万个")
    title = AwardTitleFactory(
        commendation__area=area, commendation__published=True, name="优秀团员", announced_count=43
    )
    AwardFactory(title=title, name="李琪", organization=OrganizationFactory())
    HonorReceivedFactory(title="先进县（市、区）", published=True)
    ServiceRecordFactory(activity=activity)
    PlacementFactory(report=report, activity=activity, title="改写的标题", text="{志愿者}出动。")
    WrittenItemFactory(section__report=report)
    ReportSectionFactory(report=report, area=area, heading="练好内功")
    CommitmentFactory(plan_item=PlanItemFactory(report=report), target_value=40, target_unit="个")
    return report


def frozen(version) -> tuple:
    """The row as the database holds it now, its content hashed anew."""
    kept = ReportVersion.objects.get(pk=version.pk)
    return kept.snapshot, kept.sha256, sha256_of(kept.snapshot), kept.number, kept.reason, kept.issued_at


def test_no_later_change_or_deletion_of_a_record_alters_an_issued_version(full, author, approver):
    send_for_review(report=full, by=author, at=AT)
    version = issue(report=full, by=approver, at=AT)
    before, read = frozen(version), document_of(full)

    for model in (Activity, Commendation, HonorReceived):
        model.objects.update(title="变了", state="withdrawn")
    WorkArea.objects.update(name="变了")
    Organization.objects.update(short_name="变了")
    for activity in Activity.objects.all():
        activity.figures.update(wording="1名", value=1, unit="名", kind="people")
    full.placements.update(title="变了", text="变了")
    full.sections.update(heading="变了")
    Report.objects.update(title="变了", opening="变了", signature="变了", levels="bracketed")
    changed = frozen(version), document_of(full)
    full.placements.all().delete()
    full.plan_items.all().delete()
    full.sections.all().delete()
    for activity in Activity.objects.all():
        activity.service_records.all().delete()
    for model in (Activity, Commendation, HonorReceived, WorkArea):
        model.objects.all().delete()

    assert changed == (before, read)
    assert (frozen(version), document_of(full)) == (before, read)


def test_what_was_issued_cannot_be_deleted_with_its_report_or_its_approver(issued, approver):
    for row in (issued, approver):
        with pytest.raises(ProtectedError):
            row.delete()
