"""The report as JSON (``export_report … --format json``), and back again.

Both directions live here, so that a field cannot be written and forgotten on
the way back. The keys are a promise to others; more may be added.
"""

import hashlib
import json
from datetime import date
from decimal import Decimal

from counting import plain
from reports.document import FORMAT, Document, Figure, Half, Item, Passage, Section, Source, numbering
from reports.document.formalities import Formalities

_IF_ANY = ("high", "exact")  # numbers that not every figure has


class UnknownFormat(ValueError):
    """A snapshot written by a version of this code that is not known here."""


def to_json(document: Document) -> dict:
    # Only an official document has the key, so that what was issued without keeps its hash.
    formalities = document.formalities.to_json()
    return ({"formalities": formalities} if formalities else {}) | {
        "format": document.format,
        "slug": document.slug,
        "title": document.title,
        "period": {"start": document.start.isoformat(), "end": document.end.isoformat()},
        "as_of": document.as_of.isoformat(),
        "status": document.status,
        "state": document.state,
        "levels": document.levels,
        "red_head": document.red_head,
        "document_number": document.document_number,
        "opening": document.opening.text,
        "opening_runs": list(document.opening.runs),
        "opening_figures": [_figure(figure) for figure in document.opening.figures],
        "opening_sources": [_source(source) for source in document.opening_sources],
        "signature": document.signature,
        "signed_on": document.signed_on.isoformat() if document.signed_on else None,
        "sections": [
            # Only what has them has these keys, so that what was issued before keeps its hash.
            ({"is_table": True} if section.is_table else {})
            | ({"lead": _item(section.lead, document.levels, 2, 0)} if section.lead else {})
            | {
                "number": numbering.number(document.levels, 1, place),
                "heading": section.heading,
                "kind": section.kind,
                "items": [_item(item, document.levels, 2, at) for at, item in enumerate(section.items, 1)],
            }
            for place, section in enumerate(document.sections, 1)
        ],
        "totals": [_figure(figure) for figure in document.totals],
        "halves": [
            {"name": half.name, "totals": [_figure(figure) for figure in half.totals]}
            for half in document.halves
        ],
    }


def from_json(data: dict) -> Document:
    """The document that ``to_json`` wrote. Raises UnknownFormat, naming the version it met."""
    if data.get("format") != FORMAT:
        raise UnknownFormat(f"这份总结的格式版本是 {data.get('format')!r}，本系统只认识版本 {FORMAT}。")
    return Document(
        slug=data["slug"],
        title=data["title"],
        start=date.fromisoformat(data["period"]["start"]),
        end=date.fromisoformat(data["period"]["end"]),
        as_of=date.fromisoformat(data["as_of"]),
        state=data["state"],
        levels=data["levels"],
        red_head=data["red_head"],
        document_number=data["document_number"],
        formalities=Formalities.from_json(data.get("formalities", {})),
        opening=_read_passage(data["opening_runs"], data["opening_figures"]),
        opening_sources=tuple(Source(**source) for source in data["opening_sources"]),
        signature=data["signature"],
        signed_on=date.fromisoformat(data["signed_on"]) if data["signed_on"] else None,
        sections=tuple(
            Section(
                heading=section["heading"],
                kind=section["kind"],
                items=tuple(_read_item(item) for item in section["items"]),
                is_table=section.get("is_table", False),
                lead=_read_item(section["lead"]) if "lead" in section else None,
            )
            for section in data["sections"]
        ),
        totals=tuple(_read_figure(figure) for figure in data["totals"]),
        halves=tuple(
            Half(half["name"], tuple(_read_figure(figure) for figure in half["totals"]))
            for half in data.get("halves", ())  # snapshots of the first release have none
        ),
    )


def sha256_of(data: dict) -> str:
    """The hash of a snapshot's content: of its JSON with sorted keys, without spaces, as UTF-8."""
    canonical = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def _item(item: Item, levels: str, level: int, position: int) -> dict:
    return {
        "number": numbering.number(levels, level, position),
        "title": item.title,
        "text": item.text,
        "runs": list(item.passage.runs),
        "figures": [_figure(figure) for figure in item.figures],
        "sources": [_source(source) for source in item.sources],
        "children": [_item(child, levels, level + 1, at) for at, child in enumerate(item.children, 1)],
    }


def _figure(figure: Figure) -> dict:
    # Only a figure that has them gets these keys: what was issued before they joined keeps its hash.
    told = {name: getattr(figure, name) for name in _IF_ANY}
    found = {name: plain(value) for name, value in told.items() if value is not None}
    found |= {"as_of": figure.as_of} if figure.as_of else {}
    found |= {"made_of": [_source(source) for source in figure.made_of]} if figure.made_of else {}
    return found | {
        "label": figure.label,
        "value": plain(figure.value),
        "unit": figure.unit,
        "precision": figure.precision,
        "text": figure.text,
        "sources": [_source(source) for source in figure.sources],
    }


def _source(source: Source) -> dict:
    return {
        "type": source.type,
        "id": source.id,
        "label": source.label,
        "url": source.url,
        "text": source.text,
        "figure_id": source.figure_id,
    }


def _read_item(data: dict) -> Item:
    return Item(
        title=data["title"],
        passage=_read_passage(data["runs"], data["figures"]),
        children=tuple(_read_item(child) for child in data["children"]),
        sources=tuple(Source(**source) for source in data["sources"]),
    )


def _read_passage(runs: list, figures: list) -> Passage:
    return Passage(runs=tuple(runs), figures=tuple(_read_figure(figure) for figure in figures))


def _read_figure(data: dict) -> Figure:
    return Figure(
        label=data["label"],
        value=Decimal(data["value"]),
        unit=data["unit"],
        precision=data["precision"],
        text=data["text"],
        **{name: Decimal(data[name]) for name in _IF_ANY if name in data},
        as_of=data.get("as_of", ""),
        made_of=tuple(Source(**source) for source in data.get("made_of", ())),
        sources=tuple(Source(**source) for source in data["sources"]),
    )
