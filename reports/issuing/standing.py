"""How the records of an issued report stand today: which have changed, which the public may no longer see.

Whatever it finds is told beside the frozen document, which stays as it is.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from django.db.models import Value
from django.utils.timezone import localdate

import counting
from activities.models import Activity
from activities.models import Figure as ActivityFigure
from branches.census.levels import between
from branches.models import CensusRound
from honors.models import AwardTitle, Commendation, HonorReceived
from reports.composing.sources import CENSUS
from reports.composing.state import state_between
from reports.composing.totals import occasion
from reports.document import Document, Figure, Source
from reports.models import Commitment
from toolkit.publishing import is_published
from volunteers.models import ServiceRecord, Team

# The kinds of sources that the public may come to see no longer, each with the field that names them.
PUBLISHABLE = {
    "activity": (Activity, "title"),
    "commendation": (Commendation, "title"),
    "honorreceived": (HonorReceived, "title"),
    "team": (Team, "name"),
}
KINDS = (*PUBLISHABLE, "commitment", CENSUS)
MOST_REMEMBERED = 16  # documents
_HOURS = re.compile(r"\d+条记录共[\d.]+小时")
_BORNE = re.compile(r"\d+[个名]")
_NUMBERED = re.compile(r"（\d+）$")  # what a name taken by another merged record's figure ends in

Key = tuple[str, int]


@dataclass(frozen=True)
class Drift:
    """A source of an issued report that is no longer as it was then."""

    source: Source
    what: str  # a Chinese phrase: 已删除, 已不再公开, …


@dataclass(frozen=True)
class Standing:
    """What became of the sources of an issued document."""

    drifts: list[Drift]  # what has changed since it was issued, each record once
    withheld: frozenset[Source]  # what the public may not be led to any longer


class _Record(NamedTuple):
    """A source as it is now."""

    label: str
    is_published: bool = True
    updated_at: datetime | None = None


@dataclass(frozen=True)
class _Now:
    """What the records say today, as far as the document rests on them."""

    records: dict[Key, _Record]
    targets: dict[int, str]  # of each commitment that still exists: 40个
    wordings: dict[int, str]  # of each figure that still exists, by its key
    announced: dict[tuple[int, str], str]  # by commendation and title: 6个
    borne: dict[int, str]  # by honour of others: 34名
    census: dict[int, set[str]]  # by round: what its questions come to
    hours: dict[Key, list[str]]  # of each occasion of service: 3条记录共9小时


def standing_of(document: Document, issued_at: datetime) -> Standing:
    """How the sources of a document issued then stand now: found once until one of them changes."""
    return _standing(document, issued_at, state_between(document.start, document.as_of, *_named(document)))


@lru_cache(MOST_REMEMBERED)
def _named(document: Document) -> tuple[list[int], list[int]]:
    """The keys of the activities that the document names, and of their figures."""
    sources = [source for source, _ in _sources(document)]
    return [*_keys(sources, "activity")], [*{source.figure_id for source in sources} - {None}]


@lru_cache(MOST_REMEMBERED)
def _standing(document: Document, issued_at: datetime, state: str) -> Standing:
    """At most six queries, the same as long as the state is."""
    sources = _sources(document)
    now = _now(document, [source for source, _ in sources])
    hours_then = _hours_of([source for source, _ in sources])
    drifts: dict[Key, Drift] = {}
    withheld = set()
    for source, figure in sources:
        key = _key(source)
        record = now.records.get(key)
        if record is None or not record.is_published:
            withheld.add(source)
        if key not in drifts:
            what = _of_record(source, record) or (
                _of_hours(hours_then[key], now.hours.get(key, []))
                if _HOURS.fullmatch(source.text)
                else _of_count(source, figure, now)
            )
            what = what or _of_words(source, record, issued_at)
            if what:
                drifts[key] = Drift(source, what)
    return Standing(list(drifts.values()), frozenset(withheld))


def _of_record(source: Source, record: _Record | None) -> str:
    if source.type not in KINDS:
        return ""
    if record is None:
        return "已删除"
    return "" if record.is_published else "已不再公开"


def _of_hours(then: list[str], now: list[str]) -> str:
    return "" if then == now else _changed("、".join(then), "、".join(now))


def _of_count(source: Source, figure: Figure | None, now: _Now) -> str:
    """How the number that the source bore then differs from what its record says now."""
    if source.figure_id is not None:
        return _changed(source.text, now.wordings.get(source.figure_id, ""))
    # A figure of several records counts or adds them, and none of them states it.
    if figure is None or len(figure.sources) > 1:
        return ""
    if source.type == "commendation":
        announced = now.announced
        names = (figure.label, _NUMBERED.sub("", figure.label))
        count = next((announced[source.id, name] for name in names if (source.id, name) in announced), "")
        return _changed(source.text, count)
    if source.type == CENSUS:
        return "" if source.text in now.census.get(source.id, ()) else f"“{source.text}”有修改"
    if source.type == "honorreceived":
        return _changed(source.text, now.borne.get(source.id, ""))
    if source.type == "commitment" and figure.label == "目标":
        # The new target may stand in a plan that is not issued yet, so it is not told here.
        return "" if now.targets[source.id] == source.text else f"目标“{source.text}”有修改"
    return ""


def _of_words(source: Source, record: _Record | None, issued_at: datetime) -> str:
    if record is None:
        return ""
    if record.label != source.label:
        return "名称有修改"
    if source.figure_id is not None or _HOURS.fullmatch(source.text):
        return ""
    return "签发后有修改" if record.updated_at and record.updated_at > issued_at else ""


def _changed(then: str, now: str) -> str:
    if not now:
        return f"活动数据“{then}”已删除"
    return f"“{then}”现为“{now}”" if now != then else ""


def _count(value, unit: str) -> str:
    return "" if value is None else counting.write(counting.Count(Decimal(value), unit, counting.EXACT))


def _now(document: Document, sources: list[Source]) -> _Now:
    figures = ActivityFigure.objects.filter(pk__in={source.figure_id for source in sources} - {None})
    titles = AwardTitle.objects.filter(commendation__in=_keys(sources, "commendation"))
    commitments = Commitment.objects.filter(pk__in=_keys(sources, "commitment"))
    asked = _keys(sources, CENSUS)
    rounds = list(CensusRound.objects.filter(pk__in=asked)) if asked else []
    counted = {
        source.id for source in sources if source.type == "honorreceived" and _BORNE.fullmatch(source.text)
    }
    honors = HonorReceived.objects.of_others().filter(pk__in=counted)
    return _Now(
        records=_publishable(sources)
        | {("commitment", commitment.pk): _Record(str(commitment)) for commitment in commitments}
        | {(CENSUS, one.pk): _Record(one.name) for one in rounds},
        targets={one.pk: _count(one.target_value, one.target_unit) for one in commitments},
        wordings={figure.pk: figure.text for figure in figures},
        announced={
            (title.commendation_id, title.name): _count(title.announced_count or None, title.measure)
            for title in titles
        },
        census=_census_now(rounds),
        borne={one.pk: one.count_text for one in honors},
        hours=_hours_now(document, sources)
        if any(_HOURS.fullmatch(source.text) for source in sources)
        else {},
    )


def _census_now(rounds: list[CensusRound]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    days = [one.ends_on for one in rounds]
    for level in between(min(days), max(days), localdate()) if days else ():
        found.setdefault(level.round, set()).add(level.text)
    return found


def _publishable(sources: list[Source]) -> dict[Key, _Record]:
    """Those of the sources that still exist, of every kind in one query."""
    first, *others = (
        model.objects.filter(pk__in=_keys(sources, kind))
        .order_by()
        .values_list(Value(kind), "pk", name, is_published(), "updated_at")
        for kind, (model, name) in PUBLISHABLE.items()
    )
    return {(kind, key): _Record(*now) for kind, key, *now in first.union(*others, all=True)}


def _keys(sources: list[Source], kind: str) -> set[int]:
    return {source.id for source in sources if source.type == kind}


def _hours_now(document: Document, sources: list[Source]) -> dict[Key, list[str]]:
    """As the document tells them: by team where it names the team, whether that is public by now or not."""
    rows = ServiceRecord.objects.served_between(document.start, document.as_of).told().by_occasion()
    named = _keys(sources, "team")
    return _hours_of([occasion({**row, "team_is_public": row["team_id"] in named}) for row in rows])


def _hours_of(sources: list[Source]) -> dict[Key, list[str]]:
    """What hours each activity and team was given, by occasion."""
    found: dict[Key, list[str]] = {}
    for source in sources:
        if _HOURS.fullmatch(source.text):
            found.setdefault(_key(source), []).append(source.text)
    return {key: sorted(texts) for key, texts in found.items()}


def _key(source: Source) -> Key:
    """The record; service given to neither activity nor team is one, whichever of its rows names it."""
    return (source.type, 0 if source.type == "servicerecord" else source.id)


def _sources(document: Document) -> list[tuple[Source, Figure | None]]:
    """Every source, with the figure that rests on it; those that say most come first.

    Each stands once for each figure, for one commendation announces several numbers.
    """
    found: list[tuple[Source, Figure | None]] = [(source, None) for source in document.opening_sources]
    for figure in document.figures():
        found += [(source, figure) for source in figure.sources]
        found += [(source, None) for source in figure.made_of if source.id]  # else unnamed
    for section in document.sections:
        for item in section.items:
            for one in (item, *item.children):
                found += [(source, None) for source in one.sources]
    return sorted(dict.fromkeys(found), key=lambda pair: (pair[0].figure_id is None, not pair[0].text))
