"""What staff do with a document and with what it proposes; each is one transaction, told who acts."""

from datetime import date

from django.contrib.admin.models import ADDITION, DELETION, LogEntry
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone

from activities.models import WorkArea
from desk.bin.actions import put_away
from desk.history.keeping import keep_new
from intake.entering.changing import merged, read_anew
from intake.entering.times import when
from intake.extracting.days import days_in
from intake.extracting.period import Period
from intake.models import Document, Proposal
from intake.outline import Span
from intake.reading.shadow import shadow
from intake.recording import Refused, enter
from intake.recording.arranging import arrange
from intake.recording.bodies import Bodies
from intake.recording.refusals import day, require
from reports.models import Report

State = Proposal.State
_WHEN = ("starts_on", "ends_on", "date_precision", "day_part")
GONE = "这一条已经处理过，请看看现在的样子。"


def _held(document: Document) -> None:
    """Nobody else decides about this document until the transaction ends."""
    Document.objects.select_for_update().only("pk").get(pk=document.pk)


def _open(proposal: Proposal) -> Proposal:
    _held(proposal.document)
    rows = Proposal.objects.select_related("document", "area").defer("document__text")
    held = rows.filter(pk=proposal.pk, state=State.OPEN).first()
    if held is None:
        raise Refused(GONE)
    return held


@transaction.atomic
def accept(*, proposal: Proposal, by, bodies: Bodies | None = None):
    """Make the record, a draft that remembers where it comes from. Raises Refused, and then makes nothing."""
    proposal = _open(proposal)
    document = proposal.document
    record = enter(proposal, bodies or Bodies(document.reading["committee"]), by=by)
    field = "plan_item" if proposal.kind == Proposal.Kind.PLAN_ITEM else proposal.kind
    setattr(proposal, field, record)
    _decide(proposal, State.ACCEPTED, by)
    told = f"由文件“{document}”第{proposal.starts_at + 1}至{proposal.ends_at}字读入。"
    LogEntry.objects.log_actions(by.pk, [record], ADDITION, change_message=told, single_object=True)
    keep_new([record], by=by, words=told)
    return record


@transaction.atomic
def accept_each(*, proposals: list[Proposal], by) -> tuple[list, list[str]]:
    """Accept as many as are in order: the records made, and why the others were refused."""
    made, refused, bodies = [], [], None
    for proposal in proposals:
        bodies = bodies or Bodies(proposal.document.reading["committee"])
        try:
            made.append(accept(proposal=proposal, by=by, bodies=bodies))
        except Refused as refusal:
            refused.append(f"“{proposal.title}”：{refusal}")
            bodies = None  # it may know rows that were taken back with the refusal
    return made, refused


def why_not(*, proposal: Proposal, by) -> Refused | None:
    """What accepting would be refused for; nothing is made either way."""
    try:
        with transaction.atomic():
            accept(proposal=proposal, by=by)
            transaction.set_rollback(True)
    except Refused as refusal:
        return refusal
    return None


@transaction.atomic
def drop(*, proposal: Proposal, by) -> None:
    _decide(_open(proposal), State.DROPPED, by)


@transaction.atomic
def take_back(*, proposal: Proposal, by) -> None:
    """Open again: what was dropped, or accepted with a draft that nobody has touched; that draft goes."""
    _held(proposal.document)
    proposal = Proposal.objects.filter(pk=proposal.pk).exclude(state=State.OPEN).first()
    if proposal is None:
        raise Refused(GONE)
    record = proposal.record
    if record:
        _refuse_undoing(record, proposal, by)
    proposal.state, proposal.decided_by, proposal.decided_at = State.OPEN, None, None
    proposal.activity = proposal.commendation = proposal.honor = proposal.plan_item = None
    proposal.save()
    if record:
        _undo(record, proposal, by)


def _refuse_undoing(record, proposal: Proposal, by) -> None:
    rests_on_it = (getattr(record, name, None) for name in ("evidence", "placements"))
    if not proposal.may_be_undone or any(rows and rows.exists() for rows in rests_on_it):
        raise Refused(f"“{record}”采用以后又改过或用过，请到这条记录里处理。")
    if proposal.decided_by_id != by.pk:  # one's own slip is put right without the right to delete
        require(by, f"{record._meta.app_label}.delete_{record._meta.model_name}")


def _undo(record, proposal: Proposal, by) -> None:
    """Into the bin, from which it comes back as a draft of its own."""
    told = f"撤销采用：文件“{proposal.document}”里的这一条放回待定。"
    LogEntry.objects.log_actions(by.pk, [record], DELETION, change_message=told, single_object=True)
    try:
        put_away([record], by=by)
    except ProtectedError as refusal:
        raise Refused(f"“{record}”已经有别的记录要用，不能撤销。") from refusal


def _decide(proposal: Proposal, state: str, by) -> None:
    proposal.state, proposal.decided_by, proposal.decided_at = state, by, timezone.now()
    proposal.save()


@transaction.atomic
def change(*, proposal: Proposal, values: dict, area: WorkArea | None, by) -> Proposal:
    proposal = _open(proposal)
    if any(values.get(name) != proposal.values.get(name) for name in _WHEN if name in values):
        values = values | {"when_note": "", "is_inferred": False}  # somebody has said when
    proposal.values, proposal.area = proposal.values | values, area
    proposal.save(update_fields=["values", "area"])
    return proposal


@transaction.atomic
def change_and_accept(*, proposal: Proposal, values: dict, area: WorkArea | None, by):
    """Both or nothing: the record with what was just typed."""
    return accept(proposal=change(proposal=proposal, values=values, area=area, by=by), by=by)


@transaction.atomic
def arrange_report(*, document: Document, by) -> Report:
    """Give the report of the document's own time its headings and its order."""
    _held(document)
    return arrange(document, by=by)


@transaction.atomic
def choose_area(*, document: Document, section: int | None, area: WorkArea, by) -> int:
    """File all that is open in a section under an area; how many that were."""
    _held(document)
    kinds = (Proposal.Kind.ACTIVITY, Proposal.Kind.COMMENDATION)
    rows = document.proposals.filter(section=section, state=State.OPEN, kind__in=kinds)
    return rows.update(area=area)


@transaction.atomic
def choose_campaigns(*, document: Document, chosen: dict[int, dict], by) -> None:
    """What becomes of the campaign that open activities name, by key: one on record, a new one, or none."""
    _held(document)
    rows = list(document.proposals.filter(pk__in=chosen, state=State.OPEN, kind=Proposal.Kind.ACTIVITY))
    for one in rows:
        one.values |= chosen[one.pk]
    Proposal.objects.bulk_update(rows, ["values"])


@transaction.atomic
def date_by(*, document: Document, year: int, by) -> None:
    """Say which year a document tells of that does not say so: its days get it, marked as inferred."""
    document = Document.objects.select_for_update().get(pk=document.pk)
    period = Period(f"{year}年", date(year, 1, 1), date(year, 12, 31))
    document.reading["period"] = {
        "label": period.label,
        "start": str(period.start),
        "end": str(period.end),
    }
    document.updated_by = by
    document.save()
    seen = shadow(document.text)
    rows = [
        one
        for one in document.proposals.filter(state=State.OPEN)
        if "starts_on" in one.values and not one.values["starts_on"]
    ]
    for one in rows:
        days = days_in(seen, Span(one.starts_at, one.ends_at), period)
        one.values |= when(document.text, tuple(days), period)
    Proposal.objects.bulk_update(rows, ["values"], batch_size=1000)


@transaction.atomic
def merge(*, proposal: Proposal, by) -> Proposal:
    """Make one of an activity and the activity before it, while both are open."""
    proposal = _open(proposal)
    rows = proposal.document.proposals.filter(kind=Proposal.Kind.ACTIVITY)
    before = rows.filter(starts_at__lt=proposal.starts_at).select_related("area").last()
    if proposal.kind != Proposal.Kind.ACTIVITY or before is None:
        raise Refused("前面没有可以合并的活动。")
    if before.state != State.OPEN:
        raise Refused(f"上一条“{before.title}”已经处理过，不能再并入。")
    before.values = merged(before.values, proposal.values)
    before.ends_at = max(before.ends_at, proposal.ends_at)
    before.save()
    proposal.delete()
    return before


@transaction.atomic
def split(*, proposal: Proposal, at: int, by) -> list[Proposal]:
    """Read the words before and from ``at`` on as activities of their own."""
    proposal = _open(proposal)
    if proposal.kind != Proposal.Kind.ACTIVITY or not proposal.starts_at < at < proposal.ends_at:
        raise Refused("只能在活动的两句之间拆开。")
    document = proposal.document
    spans = (Span(proposal.starts_at, at), Span(at, proposal.ends_at))
    pieces = [piece for span in spans for piece in read_anew(document.text, span, _period(document))]
    made = [
        Proposal(
            document=document,
            kind=Proposal.Kind.ACTIVITY,
            starts_at=span.start,
            ends_at=span.end,
            section=proposal.section,
            area=proposal.area,
            values=values,
        )
        for span, values in pieces
    ]
    proposal.delete()
    return Proposal.objects.bulk_create(made)


def _period(document: Document) -> Period | None:
    period = document.reading["period"]
    return period and Period(period["label"], day(period["start"]), day(period["end"]))
