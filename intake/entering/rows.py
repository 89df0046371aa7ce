"""A proposal laid out as rows: one for each record that the document may become, in its order."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from counting import plain
from intake.entering.activities import NUMBERING, values_of
from intake.entering.honors import commendation_values, honor_values
from intake.extracting.activities import Activity
from intake.extracting.awards import Award
from intake.extracting.days import days_in
from intake.extracting.figures import Figure, within
from intake.outline import PLAN, Span
from intake.proposing import Proposal, ProposedItem

ACTIVITY, COMMENDATION, HONOR, PLAN_ITEM = "activity", "commendation", "honor", "plan"
_ROUND = re.compile(r"授予|表彰|表扬|命名|评选|评优|推优")
_MEETING = re.compile(r"[会式]$")
_NOT_TOLD = re.compile(r"[^\u4e00-\u9fff]|荣誉|称号|此外|同时")
_FEW = 4  # characters beside the honours themselves tell of nothing done
_SENTENCE = re.compile(r"[^。；\n]+[。；]?")


@dataclass(frozen=True)
class Row:
    """A proposed record: its kind, its place in the text, the section that it stands in, its values."""

    kind: str
    span: Span
    section: int | None
    values: dict


def rows_of(proposal: Proposal) -> list[Row]:
    given = sorted((one for one in proposal.awards if one.direction == "given"), key=_start)
    received = sorted((one for one in proposal.awards if one.direction != "given"), key=_start)
    activities = list(_activities(proposal))
    seen = proposal.source.seen
    rows = [
        *(row for row in activities if not (_is_round(row, given) or _is_honour(seen, row, received))),
        *_commendations(proposal, seen, activities, given),
        *(_honor(proposal, seen, award) for award in received),
        *_plan(proposal),
    ]
    return sorted(rows, key=lambda row: (row.span.start, row.span.end))


def _activities(proposal: Proposal) -> Iterator[Row]:
    """What a text tells that was done; of nobody's text, of no time, no mere prose: a novel is full of it."""
    text = proposal.source.text
    is_nobodys = proposal.committee is None and proposal.period is None
    for at, section in enumerate(proposal.sections):
        for item in section.items:
            for one in item.activities:
                if is_nobodys and not _tells(text, one):
                    continue
                values = values_of(text, one, proposal.period)
                yield Row(ACTIVITY, one.span, at, values)


def _tells(text: str, one: Activity) -> bool:
    """Whether it stands in a list by its number, or says who, when or where."""
    is_numbered = NUMBERING.match(text, one.span.start).end() > one.span.start
    return bool(is_numbered or one.days or one.place or one.organizers or one.partners or one.people)


def _is_round(row: Row, given: list[Award]) -> bool:
    """Whether an item tells of nothing but honours given: it is proposed as their round."""
    title = row.values["title"]
    return bool(_ROUND.search(title) and not _MEETING.search(title) and _inside(given, row.span))


def _is_honour(seen: str, row: Row, received: list[Award]) -> bool:
    """Whether an item tells of nothing but honours received, each of which is proposed as its own record."""
    left = list(seen[row.span.start : row.span.end])
    for award in reversed(_inside(received, row.span)):
        at = award.span.start - row.span.start
        left[at : at + award.span.end - award.span.start] = " "
    words = _NOT_TOLD.sub("", "".join(left))
    return len(words) <= _FEW and len(left) < row.span.end - row.span.start


def _start(award: Award) -> int:
    return award.span.start


def _inside(awards: list[Award], span: Span) -> list[Award]:
    """Those within a span, of awards in their order."""
    low, high = (bisect_left(awards, at, key=_start) for at in (span.start, span.end))
    return [one for one in awards[low:high] if one.span.end <= span.end]


def _commendations(proposal: Proposal, seen: str, activities: list[Row], given: list[Award]) -> Iterator[Row]:
    """One round for each item that gives honours; one of those that stand in no item."""
    placed: set[Award] = set()
    for row in activities:
        awards = [one for one in _inside(given, row.span) if one not in placed]
        if awards:
            placed.update(awards)
            yield _commendation(proposal, seen, row.values["title"], awards, row.span, row.section)
    left = [one for one in given if one not in placed]
    if left:
        title = proposal.outline.title.of(proposal.source.text)
        title = title if proposal.status != "summary" else ""
        span = Span(left[0].span.start, max(one.span.end for one in left))
        yield _commendation(proposal, seen, title, left, span, _section_at(proposal, span))


def _commendation(
    proposal: Proposal, seen: str, title: str, awards: list[Award], span: Span, section: int | None
) -> Row:
    days = tuple(days_in(seen, span, proposal.period))
    text = proposal.source.text
    values = commendation_values(text, title, awards, days, proposal.period, proposal.signed_on)
    return Row(COMMENDATION, span, section, values)


def _honor(proposal: Proposal, seen: str, award: Award) -> Row:
    days = tuple(days_in(seen, award.span, proposal.period))
    values = honor_values(proposal.source.text, award, days, proposal.period, proposal.signed_on)
    return Row(HONOR, award.span, _section_at(proposal, award.span), values)


def _section_at(proposal: Proposal, span: Span) -> int | None:
    """The section that a place stands in; sections follow one another."""
    at = bisect_right(proposal.sections, span.start, key=lambda one: one.section.whole.start) - 1
    return at if at >= 0 and span.start < proposal.sections[at].section.whole.end else None


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
    figures: tuple[Figure, ...] = within(item.figures, span)
    for figure in figures:
        if figure.count:
            yield {
                "text": sentence,
                "target_value": plain(figure.count.value),
                "target_unit": figure.unit,
            }
