"""A proposal as the JSON that others rely on: values as text, what is unknown as null."""

from counting import plain
from intake.extracting.activities import Activity
from intake.extracting.awards import Award
from intake.extracting.days import Day
from intake.extracting.figures import Figure
from intake.outline import PLAN, Span
from intake.proposing.proposal import Proposal, ProposedItem, ProposedSection
from intake.proposing.warnings import warnings_of

STATED, INFERRED, UNKNOWN = "stated", "inferred", "unknown"


def as_json(proposal: Proposal) -> dict:
    """Title, committee, period, sections, awards, plan, warnings; offsets are into ``source``."""
    text = proposal.source.text
    period = proposal.period
    plans = [one for one in proposal.sections if one.section.kind == PLAN]
    return {
        "title": proposal.outline.title.of(text) or None,
        "committee": proposal.committee,
        "period": period and {"label": period.label, "start": str(period.start), "end": str(period.end)},
        "signed_on": proposal.signed_on and str(proposal.signed_on),
        "status": proposal.status,
        "sections": [_section(text, one) for one in proposal.sections],
        "awards": [_award(text, award) for award in proposal.awards],
        "nominees": [_award(text, award) for award in proposal.nominees],
        "plan": [_planned(text, item) for one in plans for item in one.items],
        "warnings": warnings_of(proposal),
        "frame": _frame(proposal),
        "certainty": _certainty_of_frame(proposal),
        "unplaced": [_span(span) for span in proposal.outline.unplaced],
        "removed": [{"text": one.text, "why": one.why} for one in proposal.source.removed],
        "source": text,
    }


def _section(text: str, one: ProposedSection) -> dict:
    return {
        "heading": one.section.heading.of(text),
        "kind": one.section.kind,
        "span": _span(one.section.whole),
        "lead": one.section.lead.of(text),
        "items": [_item(text, item) for item in one.items],
    }


def _planned(text: str, item: ProposedItem) -> dict:
    whole = item.item.whole
    return {"text": whole.of(text), "span": _span(whole), "targets": _figures(text, item.figures)}


def _frame(proposal: Proposal) -> dict:
    seen, outline, period = proposal.source.seen, proposal.outline, proposal.period
    return {
        "title": _span(outline.title),
        "signature": _span(outline.signature),
        "signed_on": _span(outline.signed_on),
        "committee": _found(seen, proposal.committee),
        "period": _found(seen, period and period.label),
    }


def _certainty_of_frame(proposal: Proposal) -> dict:
    """A committee or a period in the document's own words is stated; one that was worked out is inferred."""
    seen, period = proposal.source.seen, proposal.period
    return {
        "title": STATED if proposal.outline.title else UNKNOWN,
        "committee": _told(seen, proposal.committee),
        "period": _told(seen, period and period.label),
        "signed_on": STATED if proposal.signed_on else UNKNOWN,
    }


def _told(seen: str, words: str | None) -> str:
    return UNKNOWN if words is None else STATED if words in seen else INFERRED


def _found(seen: str, words: str | None) -> list[int] | None:
    """Where words that were read stand; None for what was worked out or is not told."""
    at = seen.find(words) if words else -1
    return [at, at + len(words)] if at >= 0 else None


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _item(text: str, item: ProposedItem) -> dict:
    return {
        "title": item.item.title.of(text),
        "title_span": _span(item.item.title) if item.item.title else None,
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
        "certainty": UNKNOWN if day.start is None else INFERRED if day.inferred else STATED,
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
        "kind": figure.kind,
        "direction": figure.direction or None,
        "certainty": STATED if count else UNKNOWN,
        "span": _span(figure.span),
    }
    return found | ({"high": plain(count.high)} if count and count.high is not None else {})


def _activity(text: str, one: Activity) -> dict:
    return {
        "title": one.title_span.of(text),
        "title_span": _span(one.title_span) if one.title_span else None,
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
            "partners": STATED if one.partners else UNKNOWN,
            "people": STATED if one.people else UNKNOWN,
            "campaign": STATED if one.campaign else UNKNOWN,
            "title": STATED if one.title_span else UNKNOWN,
        },
    }


def _within(text: str, span: Span, name: str) -> list[int] | None:
    """Where a recipient's name stands, in the sentence or in the roll behind it; None where it was padded."""
    at = text.find(name, span.start)
    return [at, at + len(name)] if at >= 0 else None


def _words(text: str, span: Span) -> dict | None:
    return {"text": span.of(text), "span": _span(span)} if span else None


def _award(text: str, award: Award) -> dict:
    return {
        "title": award.title,
        "count": award.count,
        "recipients": list(award.recipients),
        "recipient_spans": [_within(text, award.span, name) for name in award.recipients],
        "direction": award.direction,
        "certainty": STATED if award.counted else INFERRED if award.count else UNKNOWN,
        "span": _span(award.span),
    }
