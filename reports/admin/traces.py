"""From a figure in a draft to its records: what each contributes, who entered it, and when."""

from dataclasses import dataclass

from django.urls import reverse

from activities.models import Activity
from branches.models import CensusRound
from honors.models import Commendation, HonorReceived
from reports.document import Document, Figure, Passage, Source
from reports.models import Commitment
from volunteers.models import ServiceRecord, Team

STAMPED = {
    model._meta.model_name: model
    for model in (Activity, Commendation, HonorReceived, Team, ServiceRecord, CensusRound)
}
DESK = {**STAMPED, Commitment._meta.model_name: Commitment}


@dataclass(frozen=True)
class Trace:
    """A figure with the records that it rests on; ``anchor`` names its place on the page."""

    anchor: str
    figure: Figure
    sources: list[tuple[Source, str, object]]  # the source, its record's page in the admin, who and when


@dataclass(frozen=True)
class Words:
    """A passage as the desk prints it: pieces of text, each with the anchor of its figure or none."""

    paragraphs: list[list[tuple[str, str]]]
    traces: list[Trace]


class Origins:
    """The records behind a document's figures, read in one query for each kind."""

    def __init__(self, document: Document):
        keys: dict[str, set[int]] = {}
        for source in _sources(document):
            keys.setdefault(source.type, set()).add(source.id)
        self.stamps = {
            (kind, record.pk): record
            for kind, model in STAMPED.items()
            for record in model.objects.filter(pk__in=keys.get(kind, ()))
            .select_related("created_by", "updated_by")
            .only(
                "created_at",
                "updated_at",
                *(f"{by}__{name}" for by in ("created_by", "updated_by") for name in NAMES),
            )
        }

    def words(self, passage: Passage, key: str) -> Words:
        traces: list[Trace] = []
        paragraphs = []
        for pieces in passage.paragraphs:
            marked = []
            for text, figure in pieces:
                if figure:
                    traces.append(self.trace(figure, f"{key}-figure-{len(traces) + 1}"))
                marked.append((text, traces[-1].anchor if figure else ""))
            paragraphs.append(marked)
        return Words(paragraphs, traces)

    def trace(self, figure: Figure, anchor: str) -> Trace:
        sources = [
            (source, desk_address(source), self.stamps.get((source.type, source.id)))
            for source in figure.records
        ]
        return Trace(anchor, figure, sources)


NAMES = ("username", "first_name", "last_name")


def desk_address(source: Source) -> str:
    """The page of the source's record in the admin; empty where it has none."""
    model = DESK.get(source.type)
    if model is None:
        return ""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[source.id])


def _sources(document: Document) -> list[Source]:
    figures = [source for figure in document.figures() for source in figure.records]
    return figures + [
        source for section in document.sections for item in section.items for source in item.sources
    ]
