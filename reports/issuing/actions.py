"""The steps of a report from draft to issue, each in one transaction, told who acts and when.

draft → send_for_review → return_for_changes (with a reason) or issue
issued → reopen (with a reason) → … → issue: a correction, the next version

Two persons stand behind what is issued: the approver is neither the one who sent
it for review nor the one whose edit of it was the last. The steps therefore leave
a report's ``updated_by`` alone, which tells whose that was.
"""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from reports.checks import Finding, blockers, findings_of
from reports.composing.compose import composed_from
from reports.composing.material import gather
from reports.document import FORMAT, Document
from reports.document.snapshot import sha256_of, to_json
from reports.models import Report, ReportStep, ReportVersion, Waiver

State = Report.State
Action = ReportStep.Action


class Refused(Exception):
    """A step that may not be taken now; the message is a sentence for whoever tried."""


def digest_of(document: Document) -> str:
    """The hash by which ``issue`` knows the draft that its approver has read."""
    return sha256_of(to_json(document))


def send_for_review(*, report: Report, by, at: datetime) -> None:
    """送审: the contents are closed until the report is returned or issued."""
    with transaction.atomic():
        report = locked_in(report, State.DRAFT, State.RETURNED)
        _move(report, State.IN_REVIEW, Action.SENT, by, at)


def return_for_changes(*, report: Report, by, at: datetime, reason: str) -> None:
    """退回: back to its authors, with the reason."""
    with transaction.atomic():
        report = locked_in(report, State.IN_REVIEW)
        _move(report, State.RETURNED, Action.RETURNED, by, at, required_reason(reason, "退回"))


def issue(*, report: Report, by, at: datetime, read: str | None = None) -> ReportVersion:
    """签发: freeze what the report says now as its next version.

    Refused while a check blocks it that nobody has waived, by the person who sent it for review or edited
    it last, where nothing has changed since the last version, and where it does not
    say any more what was ``read`` (its digest; None where nobody read it before).
    """
    with transaction.atomic():
        report = locked_in(report, State.IN_REVIEW)
        _refuse_own_approval(report, by)
        material = gather(report)
        document = composed_from(material)
        _refuse_unread(document, read)
        used = _waivers_used(report, findings_of(material, document))
        version = _freeze(report, document, by, at)
        version.waivers.set(used)
        _move(report, State.ISSUED, Action.ISSUED, by, at)
    return version


def reopen(*, report: Report, by, at: datetime, reason: str) -> None:
    """发起更正: open an issued report for a correction; what was issued stays as it is."""
    with transaction.atomic():
        report = locked_in(report, State.ISSUED)
        _move(report, State.DRAFT, Action.REOPENED, by, at, required_reason(reason, "更正"))


def locked_in(report: Report, *states: str) -> Report:
    """The report as it is in the database now, held until the transaction ends."""
    report = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if report.state not in states:
        raise Refused(f"这份总结现在是“{report.get_state_display()}”，不能做这一步。请刷新页面看看最新情况。")
    return report


def _move(report: Report, state: str, action: str, by, at: datetime, reason: str = "") -> None:
    Report.objects.filter(pk=report.pk).update(state=state, revision=report.revision + 1, updated_at=at)
    ReportStep.objects.create(report=report, action=action, by=by, at=at, reason=reason)


def _refuse_own_approval(report: Report, by) -> None:
    if settings.REPORT_SELF_APPROVAL:
        return
    sent = report.steps.filter(action=Action.SENT).last()
    if sent and sent.by_id == by.pk:
        raise Refused("送审和签发不能是同一个人，请由另一位负责人签发。")
    if report.updated_by_id == by.pk:
        raise Refused("最后修改的人不能自己签发，请由另一位负责人签发。")


def _refuse_unread(document: Document, read: str | None) -> None:
    if read is not None and read != digest_of(document):
        raise Refused("你打开这一页以后，记录又有变动，请再看一遍。")


def _waivers_used(report: Report, findings: list[Finding]) -> list[Waiver]:
    """What was let pass of the findings that block the report; refused while one was not."""
    waived = {waiver.fingerprint: waiver for waiver in report.waivers.standing()}
    if blocking := blockers(findings, waived):
        raise Refused(f"还有 {len(blocking)} 处必须先改：{blocking[0].place}，{blocking[0].message}")
    return [waived[one.fingerprint] for one in blockers(findings)]


def _freeze(report: Report, document: Document, by, at: datetime) -> ReportVersion:
    """The document as the report's next version, which nothing changes any more."""
    snapshot = to_json(document) | {"status": "issued", "state": str(State.ISSUED)}
    last = report.versions.first()
    if last and last.snapshot == snapshot:
        raise Refused("与上一版没有任何不同，不需要再签发。")
    return ReportVersion.objects.create(
        report=report,
        number=last.number + 1 if last else 1,
        snapshot=snapshot,
        format=FORMAT,
        sha256=sha256_of(snapshot),
        reason=_reason_of_correction(report) if last else "",
        issued_at=at,
        issued_by=by,
    )


def _reason_of_correction(report: Report) -> str:
    return report.steps.filter(action=Action.REOPENED).last().reason


def required_reason(reason: str, step: str) -> str:
    reason = reason.strip()
    if not reason:
        raise Refused(f"请写明{step}的原因。")
    if len(reason) > 300:
        raise Refused(f"{step}的原因请控制在 300 字以内。")
    return reason
