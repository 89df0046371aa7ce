"""How the records of an issued report stand today: which have changed, which the public may no longer see.

Whatever it finds is told beside the frozen document, which stays as it is.
"""

from dataclasses import dataclass
from datetime import datetime

from activities.models import Activity
from activities.models import Figure as ActivityFigure
from honors.models import Commendation, HonorReceived
from reports.document import Document, Source
from volunteers.models import Team

KINDS = {"activity": Activity, "commendation": Commendation, "honorreceived": HonorReceived, "team": Team}


@dataclass(frozen=True)
class Drift:
    """A source of an issued report that is no longer as it was then."""

    source: Source
    what: str  # a Chinese phrase: 已删除, 已不再公开, …


@dataclass(frozen=True)
class Standing:
    """What became of the sources of an issued document."""

    drifts: list[Drift]  # what has changed since it was issued, each record once
    withheld: set[Source]  # what the public may not be led to any longer


def standing_of(document: Document, issued_at: datetime) -> Standing:
    """How the sources of a document issued then stand now; a query for each kind of record."""
    sources = _sources(document)
    records = _records_of(sources)
    wordings = _wordings_of(sources)
    drifts: dict[tuple[str, int], Drift] = {}
    withheld = set()
    for source in sources:
        key = (source.type, source.id)
        record = records.get(key)
        if record is None or not record.is_published:
            withheld.add(source)
        if source.type in KINDS and key not in drifts:
            what = _drift(source, record, wordings, issued_at)
            if what:
                drifts[key] = Drift(source, what)
    return Standing(list(drifts.values()), withheld)


def _wordings_of(sources: list[Source]) -> dict[int, str]:
    """The present wording of each figure that still exists, by its key."""
    keys = {source.figure_id for source in sources if source.figure_id}
    return {figure.pk: figure.text for figure in ActivityFigure.objects.filter(pk__in=keys)} if keys else {}


def _records_of(sources: list[Source]) -> dict[tuple[str, int], object]:
    """The records as they are now, a query for each kind."""
    found = {}
    for kind, model in KINDS.items():
        keys = {source.id for source in sources if source.type == kind}
        for record in model.objects.filter(pk__in=keys) if keys else ():
            found[kind, record.pk] = record
    return found


def _drift(source: Source, record, wordings: dict[int, str], issued_at) -> str:
    if record is None:
        return "已删除"
    if not record.is_published:
        return "已不再公开"
    if source.figure_id is None:
        return "签发后有修改" if record.updated_at > issued_at else ""
    if source.figure_id not in wordings:
        return f"数据“{source.text}”已删除"
    now = wordings[source.figure_id]
    return f"“{source.text}”现为“{now}”" if now != source.text else ""


def _sources(document: Document) -> list[Source]:
    """Every source once; those that name a figure first, for they say most."""
    sources = list(document.opening_sources)
    for figure in document.figures():
        sources += figure.sources
    for section in document.sections:
        for item in section.items:
            sources += item.sources
            for child in item.children:
                sources += child.sources
    return sorted(dict.fromkeys(sources), key=lambda source: source.figure_id is None)
