"""A proposal as the JSON that others rely on: values as text, what is unknown as null."""

from counting import plain
from intake.extracting.activities import Activity
from intake.extracting.awards import Award
from intake.extracting.days import Day
from intake.extracting.figures import Figure
from intake.outline import PLAN, Span
from intake.proposing.proposal import Proposal, ProposedItem
from intake.proposing.warnings import warnings_of

STATED, INFERRED, UNKNOWN = "stated", "inferred", "unknown"


def as_json(proposal: Proposal) -> dict:
    """Title, committee, period, sections, awards, plan, warnings; offsets are into ``source``."""
    text = proposal.source.text
    period = proposal.period
    return {
        "title": proposal.outline.title.of(text) or None,
        "committee": proposal.committee,
        "period": period and {"label": period.label, "start": str(period.start), "end": str(period.end)},
        "signed_on": proposal.signed_on and str(proposal.signed_on),
        "status": proposal.status,
        "sections": [
            {
                "heading": one.section.heading.of(text),
                "kind": one.section.kind,
                "span": _span(one.section.whole),
                "lead": one.section.lead.of(text),
                "items": [_item(text, item) for item in one.items],
            }
            for one in proposal.sections
        ],
        "awards": [_award(text, award) for award in proposal.awards],
        "nominees": [_award(text, award) for award in proposal.nominees],
        "plan": [
            {
                "text": item.item.whole.of(text),
                "span": _span(item.item.whole),
                "targets": _figures(text, item.figures),
            }
            for one in proposal.sections
            if one.section.kind == PLAN
            for item in one.items
        ],
        "warnings": warnings_of(proposal),
        "frame": {
            "title": _span(proposal.outline.title),
            "signature": _span(proposal.outline.signature),
            "signed_on": _span(proposal.outline.signed_on),
        },
        "unplaced": [_span(span) for span in proposal.outline.unplaced],
        "removed": [{"text": one.text, "why": one.why} for one in proposal.source.removed],
        "source": text,
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _item(text: str, item: ProposedItem) -> dict:
    return {
        "title": item.item.title.of(text),
        "text": (item.item.body or item.item.title).of(text),
        "span": _span(item.item.whole),
        "dates": [_day(text, day) for day in item.days],
        "figures": _figures(text, item.figures),
        "activities": [_activity(text, activity) for activity in item.activities],
    }


def _day(text: str, day: Day) -> dict:
    return {
        "start": day.start and str(day.start),
        "end": day.end and str(day.end),
        "inferred": day.inferred,
        "text": day.span.of(text),
        "span": _span(day.span),
    }


def _figures(text: str, figures: tuple[Figure, ...]) -> list[dict]:
    return [_figure(text, figure) for figure in figures]


def _figure(text: str, figure: Figure) -> dict:
    count = figure.count
    found = {
        "text": figure.span.of(text),
        "value": count and plain(count.value),
        "unit": figure.unit,
        "precision": count.precision if count else None,
        "span": _span(figure.span),
    }
    return found | ({"high": plain(count.high)} if count and count.high is not None else {})


def _activity(text: str, one: Activity) -> dict:
    return {
        "title": one.title_span.of(text),
        "span": _span(one.span),
        "dates": [_day(text, day) for day in one.days],
        "place": _words(text, one.place),
        "organizers": [_words(text, span) for span in one.organizers],
        "partners": [_words(text, span) for span in one.partners],
        "people": [{"name": name, "post": post, "span": _span(span)} for name, post, span in one.people],
        "campaign": _words(text, one.campaign),
        "figures": _figures(text, one.figures),
        "certainty": {
            "dates": UNKNOWN
            if not one.days
            else INFERRED
            if any(day.inferred for day in one.days)
            else STATED,
            "place": STATED if one.place else UNKNOWN,
            "organizers": STATED if one.organizers else UNKNOWN,
        },
    }


def _words(text: str, span: Span) -> dict | None:
    return {"text": span.of(text), "span": _span(span)} if span else None


def _award(text: str, award: Award) -> dict:
    return {
        "title": award.title,
        "count": award.count,
        "recipients": list(award.recipients),
        "direction": award.direction,
        "certainty": STATED if award.counted else INFERRED if award.count else UNKNOWN,
        "span": _span(award.span),
    }
