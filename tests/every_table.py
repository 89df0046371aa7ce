"""A site on which no table is empty, for whatever must lose none of them."""

from datetime import UTC, datetime

from axes.models import AccessAttempt, AccessAttemptExpiration, AccessFailureLog, AccessLog
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Group, Permission
from django.contrib.sessions.models import Session as FormerSession
from django.db import connection
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.models import KeptPassword, Session, Terms
from corrections.models import Sending
from desk.bin.actions import put_away
from desk.history.keeping import keep_new
from desk.models import ChosenFile, Event, Kind
from organizations.models import Committee
from reports.checks import blockers, findings_of
from reports.composing.compose import composed_from
from reports.composing.material import gather
from reports.document.periods import HalfYear
from reports.issuing.actions import issue, reopen, send_for_review
from reports.issuing.waiving import waive
from reports.models import Report
from search.refresh import refresh
from tests.factories import (
    PUBLISHED_AT,
    AskedFactory,
    AttachmentFactory,
    BatchFactory,
    BindingFactory,
    BranchReportFactory,
    CampaignFactory,
    CensusAnswerFactory,
    CommitteeFactory,
    CorrectionFactory,
    DraftFactory,
    FormerAddressFactory,
    MembershipFactory,
    NoticeFactory,
    OverruledFactory,
    ParticipantFactory,
    PersonPostFactory,
    PreviewFactory,
    ProposalFactory,
    ReportedPhotoFactory,
    ReportFactory,
    ServiceFieldFactory,
    SheetRowFactory,
    StaffFactory,
    StepFactory,
    TagFactory,
    UserFactory,
)
from tests.reports.every_source import report_of_every_source
from volunteers.models import Team

# No sample and no other test has records there.
LONG_AGO = HalfYear(2012, 1)
LATER = datetime(2099, 1, 1, tzinfo=UTC)


def fill_every_table() -> None:
    """Add rows of every kind to what is there, the same each time."""
    if not Committee.objects.exists():
        CommitteeFactory()
    report = report_of_every_source(1, LONG_AGO)
    activity = report.placements.filter(is_left_out=False).get().activity
    activity.campaigns.add(CampaignFactory(slug="long-ago"))
    activity.tags.add(TagFactory())
    held = PersonPostFactory(since=LONG_AGO.first_day)
    ParticipantFactory(activity=activity, name='欧阳 "小\\明"，\n李四', person=held.person)
    _topic_of(activity)
    team = Team.objects.filter(name__startswith="服务队").first()
    team.fields.add(ServiceFieldFactory())
    team.activities.add(activity)
    MembershipFactory(team=team)
    AttachmentFactory(notice=NoticeFactory(number="西团〔2012〕5号", published=True))
    NoticeFactory(state="published", published_at=LATER)  # notes a change of public pages ahead
    BindingFactory(report=report)
    _issued(report)
    CorrectionFactory()
    Sending.objects.create(client="192.0.2.7", starts_at=PUBLISHED_AT)
    FormerAddressFactory(new="/campaigns/long-ago/")
    AskedFactory(last_at=PUBLISHED_AT)
    DraftFactory(record=activity)
    said = {"kind": "returned", "name": "李书记", "reason": "地点不对", "at": PUBLISHED_AT}
    PreviewFactory(record=activity).opinions.create(**said)
    ChosenFile.objects.create(name="集市.jpg", content=b"\xff\xd8", is_picture=True, chosen_by=StaffFactory())
    SheetRowFactory()
    ProposalFactory(activity=activity, state="accepted", decided_at=PUBLISHED_AT, decided_by=StaffFactory())
    _of_branches(activity)
    StepFactory(record=activity)
    BatchFactory()
    OverruledFactory(record=activity)
    _accounts()
    keep_new([activity], by=StaffFactory(), words="新建。")
    put_away([NoticeFactory()], by=StaffFactory())
    refresh()
    TagFactory().activities.add(activity)  # waits to be found


def _of_branches(activity):
    ReportedPhotoFactory(report=BranchReportFactory(decided=True, state="adopted", activity=activity))
    CensusAnswerFactory(census_return__submitted=True)


def _topic_of(activity):
    topic = ReportFactory(kind="topic", slug="long-ago", title="专题总结")
    topic.campaigns.set(activity.campaigns.all())
    topic.areas.add(activity.area)
    topic.tags.set(activity.tags.all())


def _issued(report):
    """Issued, and once corrected."""
    author, approver = StaffFactory(), StaffFactory()
    for opening in ("{上级荣誉}", "张××荣获{上级荣誉}。"):
        if report.versions.exists():
            reopen(report=report, by=author, at=PUBLISHED_AT, reason="更正一处文字")
        Report.objects.filter(pk=report.pk).update(opening=opening)
        send_for_review(report=report, by=author, at=PUBLISHED_AT)
        _let_pass(report, approver)
        issue(report=report, by=approver, at=PUBLISHED_AT)


def _let_pass(report, approver):
    material = gather(Report.objects.get(pk=report.pk))
    for found in blockers(findings_of(material, composed_from(material))):
        waive(
            report=report,
            fingerprint=found.fingerprint,
            reason="按要求隐去姓名",
            by=approver,
            at=PUBLISHED_AT,
        )


def _accounts():
    staff, group = UserFactory(is_staff=True), Group.objects.create(name="编辑")
    group.permissions.add(Permission.objects.earliest("pk"))
    staff.groups.add(group)
    staff.user_permissions.add(Permission.objects.latest("pk"))
    LogEntry.objects.create(user=staff, action_flag=CHANGE, object_repr="活动", change_message="[]")
    Event.objects.create(kind=Kind.SIGNED_IN, by=staff)
    _way_in(staff)


def _way_in(account):
    for kind in (Session, FormerSession):
        kind.objects.create(session_key="signed-in", session_data="", expire_date=LATER)
    Terms.objects.get().second_step_roles.add(Group.objects.get(name="编辑"))
    KeptPassword.objects.create(account=account, encoded="!")
    TOTPDevice.objects.create(user=account, name="手机验证码", key="00" * 20)
    StaticDevice.objects.create(user=account, name="恢复码").token_set.create(token="lxg7ano5")
    came = {"username": "wang", "ip_address": "192.0.2.7", "user_agent": "", "path_info": "/admin/login/"}
    attempt = AccessAttempt.objects.create(**came, failures_since_start=1)
    AccessAttemptExpiration.objects.create(access_attempt=attempt, expires_at=LATER)
    AccessFailureLog.objects.create(**came)
    AccessLog.objects.create(**came)


def rows() -> dict[str, list[str]]:
    """Every table of the database with its rows as PostgreSQL writes them, in their order."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        )
        names = sorted(name for (name,) in cursor.fetchall())
        return {name: _rows_of(cursor, name) for name in names}


def _rows_of(cursor, name):
    quoted = connection.ops.quote_name(name)
    cursor.execute(f"SELECT told::text FROM {quoted} AS told ORDER BY 1")
    return [row for (row,) in cursor.fetchall()]
