"""予以放行: a finding that blocks a report let pass, with a reason, and taken back again.

A finding is known by its fingerprint, so a waiver holds for the words that it was given for and no others.
"""

from datetime import datetime

from django.db import transaction

from reports.checks import Finding, findings_of
from reports.composing.compose import composed_from
from reports.composing.material import gather
from reports.issuing.actions import Refused, locked_in, required_reason
from reports.models import Report, Waiver

State = Report.State
GONE = "这一处检查意见已经不在了：文字或记录有过变动。请回到全文，看看现在的检查意见。"
NEVER = "这一处不能放行：{}请改好再签发。"
ALREADY = "这一处已经放行过，理由见检查意见旁边。"


def waive(*, report: Report, fingerprint: str, reason: str, by, at: datetime) -> Waiver:
    """Let the finding pass for as long as the text that it points to stays as it is."""
    with transaction.atomic():
        report = locked_in(report, State.DRAFT, State.RETURNED, State.IN_REVIEW)
        found = _finding(report, fingerprint)
        if report.waivers.standing().filter(fingerprint=fingerprint).exists():
            raise Refused(ALREADY)
        return Waiver.objects.create(
            report=report,
            code=found.code,
            place=found.place,
            message=found.message,
            fingerprint=fingerprint,
            reason=required_reason(reason, "放行"),
            by=by,
            at=at,
        )


def take_back(*, waiver: Waiver, by, at: datetime) -> None:
    """The finding blocks again; that it was let pass once stays on record."""
    with transaction.atomic():
        report = locked_in(waiver.report, State.DRAFT, State.RETURNED, State.IN_REVIEW)
        standing = report.waivers.standing().filter(pk=waiver.pk)
        if not standing.update(taken_back_by=by, taken_back_at=at):
            raise Refused("这一处的放行已经撤回了。")


def _finding(report: Report, fingerprint: str) -> Finding:
    material = gather(report)
    findings = findings_of(material, composed_from(material))
    found = next((one for one in findings if one.fingerprint == fingerprint), None)
    if found is None:
        raise Refused(GONE)
    if not found.is_waivable:
        raise Refused(NEVER.format(found.message))
    return found
