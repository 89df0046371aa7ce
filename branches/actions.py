"""The way of a report from its branch to the records, each act in one transaction, told who acts.

    草稿、已退回 → 上报 → 采用, 并入已有的活动, or 退回 (with a reason)

What is adopted becomes a draft of an activity; publishing that is an act of its own (desk.publishing).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction

from activities.models import Activity, WorkArea
from branches.entering import enter_activity
from branches.models import BranchReport
from desk.bin.actions import put_away
from desk.history.keeping import keep_new, kept
from desk.templatetags.people import person
from toolkit.dates.moments import moment_text
from toolkit.publishing import stamp
from toolkit.texts.quoting import quoted

State = BranchReport.State


class Refused(Exception):
    """An act that may not be done now; the message is a sentence for whoever tried."""


@dataclass(frozen=True)
class Adopted:
    """The activity that a report became, and whether it was this act that made it so."""

    activity: Activity
    is_new: bool
    is_merged: bool = False  # into one that was on record


@transaction.atomic
def report_up(report: BranchReport, *, by, at: datetime) -> None:
    now = _locked(report)
    if not now.is_in_hand:
        raise Refused(how_it_stands(now))
    if not now.summary:
        raise Refused("上报前请写一两句经过：谁参加、做了什么。")
    now.reported_at = at
    _move(now, State.REPORTED, "上报。", by=by, at=at)


@transaction.atomic
def send_back(report: BranchReport, *, reason: str, by, at: datetime) -> None:
    now = _locked(report)
    if now.state != State.REPORTED:
        raise Refused(how_it_stands(now))
    if not reason.strip():
        raise Refused("请写明退回的原因。")
    now.reason, now.decided_at, now.decided_by = reason.strip(), at, by
    _move(now, State.RETURNED, f"退回。原因：{now.reason}", by=by, at=at)


@transaction.atomic
def adopt(report: BranchReport, *, area: WorkArea, by, at: datetime) -> Adopted:
    """The report as a draft of an activity; of two that adopt it at once the second is given the first's."""
    now = _locked(report)
    if now.state == State.ADOPTED and now.activity:
        return Adopted(now.activity, is_new=False)
    if now.state != State.REPORTED:
        raise Refused(how_it_stands(now))
    activity = enter_activity(now, area=area, by=by, at=at)
    keep_new([activity], by=by, words=f"采用{now.organization}的来报。")
    now.activity, now.decided_at, now.decided_by = activity, at, by
    _move(now, State.ADOPTED, "采用。", by=by, at=at)
    return Adopted(activity, is_new=True)


@transaction.atomic
def merge(report: BranchReport, *, activity: Activity, by, at: datetime) -> Adopted:
    """The report belongs to an activity that is on record, of which nothing is changed."""
    now = _locked(report)
    if now.state == State.ADOPTED and now.activity:
        return Adopted(now.activity, is_new=False)
    if now.state != State.REPORTED:
        raise Refused(how_it_stands(now))
    now.activity, now.is_merged, now.decided_at, now.decided_by = activity, True, at, by
    _move(now, State.ADOPTED, f"并入已有的活动{quoted(activity)}。", by=by, at=at)
    return Adopted(activity, is_new=True, is_merged=True)


@transaction.atomic
def take_back(reports: Iterable[BranchReport], *, by, at: datetime) -> int:
    """Undo what ``by`` adopted, as long as nobody has changed any of it since; the drafts go to the bin."""
    told = [_locked(report) for report in reports]
    for report in told:
        if report.state != State.ADOPTED or report.decided_by_id != by.pk:
            raise Refused(f"{quoted(report)}{how_it_stands(report)}不能整批撤销，请逐条处理。")
        activity = report.activity
        if activity and not report.is_merged and _is_touched(activity, report):
            raise Refused(f"{quoted(activity)}后来又有改动，不能整批撤销，请逐条处理。")
    for report in told:
        made = None if report.is_merged else report.activity
        report.activity, report.is_merged, report.decided_at, report.decided_by = None, False, None, None
        _move(report, State.REPORTED, "撤销采用。", by=by, at=at)
        if made:
            put_away([made], by=by)
    return len(told)


def _is_touched(activity: Activity, report: BranchReport) -> bool:
    return activity.state != Activity.State.DRAFT or activity.updated_at > report.decided_at


def _locked(report: BranchReport) -> BranchReport:
    found = BranchReport.objects.select_for_update(of=("self",)).filter(pk=report.pk).first()
    if found is None:
        raise Refused("这条来报已被删除。")
    return found


def how_it_stands(report: BranchReport) -> str:
    """Who did what with it meanwhile, and how it stands now."""
    if report.decided_by:
        who = f"{person(report.decided_by)}已于{moment_text(report.decided_at)}办理，"
    else:
        who = ""
    return f"{who}它现在是“{report.get_state_display()}”。"


def _move(report: BranchReport, to: str, words: str, *, by, at: datetime) -> None:
    with kept([report], by=by, words=words):
        report.state = to
        stamp(report, by=by)
        report.save()
    LogEntry.objects.log_actions(by.pk, [report], CHANGE, change_message=words)
