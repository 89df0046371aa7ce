"""A document comes in: read, its records proposed, all of it kept; each step is told before it is done."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from django.db import transaction

from activities.models import WorkArea
from intake.entering import ACTIVITY, Row, rows_of
from intake.models import Document, Proposal
from intake.proposing import Proposal as ProposedDocument
from intake.proposing import propose
from intake.proposing.as_json import as_json
from intake.reading import Source, cleaned, read
from intake.recording.bodies import Bodies
from toolkit import names
from toolkit.folding import compared

_KEPT = ("title", "committee", "period", "signed_on", "warnings", "nominees", "unplaced", "removed")
_AT_ONCE = 5_000  # proposals written between two words on how far it is


@dataclass(frozen=True)
class Taken:
    """The end of it: the document, and whether it is new; one read before stays as it is."""

    document: Document
    is_new: bool


def take_in(*, name: str, data: bytes, by) -> Taken:
    """All steps at once. Raises Unreadable."""
    *_, taken = taking_in(name=name, data=data, by=by)
    return taken


def taking_in(*, name: str, data: bytes, by) -> Iterator[str | Taken]:
    """What is done next, step by step, and last what came of it. Raises Unreadable."""
    yield "正在认出文字"
    lines = read(data)
    yield f"读出{sum(len(line.text) for line in lines):,}字，正在去掉页码、水印等不属于正文的文字"
    source = _as_kept(cleaned(lines))
    sha256 = hashlib.sha256(source.text.encode()).hexdigest().upper()
    if known := Document.objects.filter(sha256=sha256).first():
        yield Taken(known, False)
        return
    yield "正在分出各部分，找活动、荣誉、日期和数据，这一步最久"
    proposal = propose(source)
    yield "正在核对数据，列出要留意的地方"
    told = _told_of(name, proposal) | {"created_by": by, "updated_by": by}
    rows = rows_of(proposal)
    yield f"读出{len(rows):,}条，正在记下来，等你审阅"
    yield from _keep(sha256, told, rows)


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


def _keep(sha256: str, told: dict, rows: list[Row]) -> Iterator[str | Taken]:
    """All of it or nothing, also where whoever waits for it goes away meanwhile."""
    with transaction.atomic():
        document, is_new = Document.objects.get_or_create(sha256=sha256, defaults=told)
        if is_new:
            proposed = _laid_out(document)
            for at in range(0, len(rows), _AT_ONCE):
                if at:
                    yield f"已记下{at:,}条，共{len(rows):,}条"
                made = [proposed(row) for row in rows[at : at + _AT_ONCE]]
                Proposal.objects.bulk_create(made, batch_size=1000)
    yield Taken(document, is_new)


def _laid_out(document: Document) -> Callable[[Row], Proposal]:
    """What makes a row a proposal of the document, filed under the area of its section."""
    areas, bodies = list(WorkArea.objects.all()), Bodies(document.reading["committee"])
    of_section = [_area_for(one["heading"], areas) for one in document.reading["sections"]]
    return lambda row: Proposal(
        document=document,
        kind=row.kind,
        starts_at=row.span.start,
        ends_at=row.span.end,
        section=row.section,
        area=of_section[row.section] if row.section is not None else None,
        values=row.values | _campaign(bodies, row, document.text),
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
