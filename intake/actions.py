"""What staff do with a document and with what it proposes; each is one transaction, told who acts."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.contrib.admin.models import ADDITION, LogEntry
from django.db import transaction
from django.utils import timezone

from activities.models import WorkArea
from intake.entering import ACTIVITY, Row, rows_of
from intake.entering.changing import merged, read_anew
from intake.entering.times import when
from intake.extracting.days import days_in
from intake.extracting.period import Period
from intake.models import Document, Proposal
from intake.outline import Span
from intake.proposing import Proposal as ProposedDocument
from intake.proposing import propose
from intake.proposing.as_json import as_json
from intake.reading import Line, Source, cleaned
from intake.reading.shadow import shadow
from intake.recording import Refused, enter
from intake.recording.bodies import Bodies
from intake.recording.refusals import day
from toolkit import names
from toolkit.folding import compared

State = Proposal.State
_KEPT = ("title", "committee", "period", "signed_on", "warnings", "nominees", "unplaced", "removed")
GONE = "这一条已经处理过，请看看现在的样子。"


@transaction.atomic
def take_in(*, name: str, lines: list[Line], by) -> tuple[Document, bool]:
    """A document with all that it proposes, and whether it is new; one read before stays as it is."""
    source = _as_kept(cleaned(lines))
    sha256 = hashlib.sha256(source.text.encode()).hexdigest().upper()
    if known := Document.objects.filter(sha256=sha256).first():
        return known, False
    proposal = propose(source)
    document, is_new = Document.objects.get_or_create(
        sha256=sha256, defaults=_told_of(name, proposal) | {"created_by": by, "updated_by": by}
    )
    if is_new:
        _lay_out(document, rows_of(proposal))
    return document, is_new


def _told_of(name: str, proposal: ProposedDocument) -> dict:
    """What is kept of a document besides its proposals."""
    found, text = as_json(proposal), proposal.source.text
    sections = [{key: one[key] for key in ("heading", "kind", "span")} for one in found["sections"]]
    return {
        "name": name or found["title"] or text[:30],
        "text": text,
        "status": proposal.status,
        "reading": {key: found[key] for key in _KEPT} | {"sections": sections},
    }


def _as_kept(source: Source) -> Source:
    """The text as its column keeps it, so that no span moves."""
    return replace(
        source, lines=tuple(replace(line, text=names.readable(line.text)) for line in source.lines)
    )


def _lay_out(document: Document, rows: Iterable[Row]) -> None:
    areas = list(WorkArea.objects.all())
    headings = [one["heading"] for one in document.reading["sections"]]
    of_section = [_area_for(heading, areas) for heading in headings]
    bodies = Bodies(document.reading["committee"])
    Proposal.objects.bulk_create(
        (
            Proposal(
                document=document,
                kind=row.kind,
                starts_at=row.span.start,
                ends_at=row.span.end,
                section=row.section,
                area=of_section[row.section] if row.section is not None else None,
                values=row.values | _campaign(bodies, row, document.text),
            )
            for row in rows
        ),
        batch_size=1000,
    )


def _campaign(bodies: Bodies, row: Row, text: str) -> dict:
    """The campaign on record that the words of an activity name, before whatever else stands in quotes."""
    if row.kind != ACTIVITY or bodies.campaign(row.values["campaign"]):
        return {}
    known = bodies.campaign_in(row.span.of(text))
    return {"campaign": known.name} if known else {}


def _area_for(heading: str, areas: list[WorkArea]) -> WorkArea | None:
    """The area whose name stands in a heading of the document; the longest of several."""
    words = compared(heading)
    fitting = [
        area for area in areas if words and (compared(area.name) in words or words in compared(area.name))
    ]
    return max(fitting, key=lambda area: len(area.name), default=None)


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
    """A dropped proposal is open again; what became of an accepted one is its record's own matter."""
    _held(proposal.document)
    back = Proposal.objects.filter(pk=proposal.pk, state=State.DROPPED)
    if not back.update(state=State.OPEN, decided_at=None, decided_by=None):
        raise Refused(GONE)


def _decide(proposal: Proposal, state: str, by) -> None:
    proposal.state, proposal.decided_by, proposal.decided_at = state, by, timezone.now()
    proposal.save()


@transaction.atomic
def change(*, proposal: Proposal, values: dict, area: WorkArea | None, by) -> Proposal:
    proposal = _open(proposal)
    proposal.values, proposal.area = proposal.values | values, area
    proposal.save(update_fields=["values", "area"])
    return proposal


@transaction.atomic
def change_and_accept(*, proposal: Proposal, values: dict, area: WorkArea | None, by):
    """Both or nothing: the record with what was just typed."""
    return accept(proposal=change(proposal=proposal, values=values, area=area, by=by), by=by)


@transaction.atomic
def choose_area(*, document: Document, section: int | None, area: WorkArea, by) -> int:
    """File all that is open in a section under an area; how many that were."""
    _held(document)
    kinds = (Proposal.Kind.ACTIVITY, Proposal.Kind.COMMENDATION)
    rows = document.proposals.filter(section=section, state=State.OPEN, kind__in=kinds)
    return rows.update(area=area)


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
    """Make one of an activity and the open activity before it."""
    proposal = _open(proposal)
    rows = proposal.document.proposals.filter(kind=Proposal.Kind.ACTIVITY, state=State.OPEN)
    before = rows.filter(starts_at__lt=proposal.starts_at).select_related("area").last()
    if proposal.kind != Proposal.Kind.ACTIVITY or before is None:
        raise Refused("前面没有可以合并的活动。")
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
