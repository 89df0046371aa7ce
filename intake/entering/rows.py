"""A proposal laid out as rows: one for each record that the document may become, in its order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counting import plain
from intake.entering.activities import values_of
from intake.entering.honors import commendation_values, honor_values
from intake.extracting.awards import Award
from intake.extracting.days import days_in
from intake.extracting.figures import Figure, within
from intake.outline import PLAN, Span
from intake.proposing import Proposal, ProposedItem
from intake.reading.shadow import shadow

ACTIVITY, COMMENDATION, HONOR, PLAN_ITEM = "activity", "commendation", "honor", "plan"
_ROUND = re.compile(r"表彰|表扬|命名|评选|评优|推优")
_MEETING = re.compile(r"[会式]$")
_SENTENCE = re.compile(r"[^。；\n]+[。；]?")


@dataclass(frozen=True)
class Row:
    """A proposed record: its kind, its place in the text, the section that it stands in, its values."""

    kind: str
    span: Span
    section: int | None
    values: dict


def rows_of(proposal: Proposal) -> list[Row]:
    given = [award for award in proposal.awards if award.direction == "given"]
    received = [award for award in proposal.awards if award.direction != "given"]
    activities = list(_activities(proposal))
    rows = [
        *(row for row in activities if not _is_round(row, given)),
        *_commendations(proposal, activities, given),
        *(_honor(proposal, award) for award in received),
        *_plan(proposal),
    ]
    return sorted(rows, key=lambda row: (row.span.start, row.span.end))


def _activities(proposal: Proposal) -> Iterator[Row]:
    for at, section in enumerate(proposal.sections):
        for item in section.items:
            for one in item.activities:
                values = values_of(proposal.source.text, one, proposal.period)
                yield Row(ACTIVITY, one.span, at, values)


def _is_round(row: Row, given: list[Award]) -> bool:
    """Whether an item tells of nothing but honours given: it is proposed as their round."""
    title = row.values["title"]
    return bool(_ROUND.search(title) and not _MEETING.search(title) and _inside(given, row.span))


def _inside(awards: list[Award], span: Span) -> list[Award]:
    return [one for one in awards if span.start <= one.span.start and one.span.end <= span.end]


def _commendations(proposal: Proposal, activities: list[Row], given: list[Award]) -> Iterator[Row]:
    """One round for each item that gives honours; one of those that stand in no item."""
    left = list(given)
    for row in activities:
        if awards := _inside(left, row.span):
            left = [one for one in left if one not in awards]
            yield _commendation(proposal, row.values["title"], awards, row.span, row.section)
    if left:
        title = proposal.outline.title.of(proposal.source.text)
        title = title if proposal.status != "summary" else ""
        span = Span(left[0].span.start, max(one.span.end for one in left))
        yield _commendation(proposal, title, left, span, _section_at(proposal, span))


def _commendation(proposal: Proposal, title: str, awards: list[Award], span: Span, section) -> Row:
    text = proposal.source.text
    days = tuple(days_in(shadow(text), span, proposal.period))
    values = commendation_values(text, title, awards, days, proposal.period, proposal.signed_on)
    return Row(COMMENDATION, span, section, values)


def _honor(proposal: Proposal, award: Award) -> Row:
    text = proposal.source.text
    days = tuple(days_in(shadow(text), award.span, proposal.period))
    values = honor_values(text, award, days, proposal.period, proposal.signed_on)
    return Row(HONOR, award.span, _section_at(proposal, award.span), values)


def _section_at(proposal: Proposal, span: Span) -> int | None:
    for at, one in enumerate(proposal.sections):
        if one.section.whole.start <= span.start < one.section.whole.end:
            return at
    return None


def _plan(proposal: Proposal) -> Iterator[Row]:
    for at, one in enumerate(proposal.sections):
        if one.section.kind == PLAN:
            for item in one.items:
                yield Row(PLAN_ITEM, item.item.whole, at, _plan_values(proposal.source.text, item))


def _plan_values(text: str, item: ProposedItem) -> dict:
    body = item.item.body.of(text).strip()
    return {
        "heading": item.item.title.of(text) or re.split(r"[，。；\n]", body)[0][:80],
        "text": body,
        "targets": [
            target for match in _sentences(text, item.item.whole) for target in _targets(item, *match)
        ],
    }


def _sentences(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    for match in _SENTENCE.finditer(text, span.start, span.end):
        yield match[0].strip(), Span(match.start(), match.end())


def _targets(item: ProposedItem, sentence: str, span: Span) -> Iterator[dict]:
    figures: tuple[Figure, ...] = within(list(item.figures), span)
    for figure in figures:
        if figure.count:
            yield {
                "text": sentence,
                "target_value": plain(figure.count.value),
                "target_unit": figure.unit,
            }
