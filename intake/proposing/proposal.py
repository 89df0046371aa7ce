"""Read, outlined and extracted: everything that a document proposes, each part with its span."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from intake.extracting.activities import Activity, activities_in
from intake.extracting.awards import Award, awards_in, once
from intake.extracting.days import Day, days_in
from intake.extracting.figures import Figure, figures_in, within
from intake.extracting.period import Period, is_history, period_of, year_before, year_of_signing
from intake.extracting.rolls import rolls_in
from intake.extracting.signed import published_on, signed_on
from intake.outline import NOTHING, OPENING, PLAN, RECORDS, ROLL, Item, Outline, Section, Span, outline_of
from intake.outline.headings import is_plan, month_of
from intake.proposing.committee import committee_of, level_of
from intake.reading import Source

SUMMARY, COMMENDATION, PUBLICITY = "summary", "commendation", "publicity"
# 现将拟表彰名单予以公示, 公示期：, 公示时间为: such a text commends nobody yet.
_PUT_UP = re.compile(
    r"现[将予][^。]{0,80}公示|公示(?:期限?|时间)?(?:为|：|自|从)[^。]{0,12}[0-9]"
    r"|向社会公示[^，。]{2,40}(?:候选|人选|推荐|名单)"
)
_DECIDES = re.compile(
    r"(?:表彰|命名|授予|表扬|嘉奖)[^，。]{0,60}(?:决定|通报|通知|名单)|(?:决定|通报)$|决定[^。]{0,20}(?:授予|命名|表彰)"
    r"|公布[^，。]{0,60}(?:先进|优秀|红旗)"
)

# News of a decision says so in its text only.
_DECIDED = re.compile(r"决定[，：]?(?:授予|命名|表彰)")
_COMMENDED = re.compile(
    r"对[^。]{2,160}(?:进行了?|予以|给予)(?:通报)?(?:表彰|表扬|嘉奖)|团[区县市省校]?委(?:决定)?授予"
)
_REPORT = re.compile("汇报|报告|情况|计划(?!竞赛|大赛|赛|项目|志愿)|要点|综述|大事记")
_TITLES = re.compile(r"《[^》]*》")
_FILED = re.compile(r"[^，。\n]{0,12}(?:本[报网]讯|[网报社]讯)")
_LONGEST_NEWS = 2000  # characters


@dataclass(frozen=True)
class ProposedItem:
    item: Item
    days: tuple[Day, ...]
    figures: tuple[Figure, ...]
    activities: tuple[Activity, ...]


@dataclass(frozen=True)
class ProposedSection:
    section: Section
    items: tuple[ProposedItem, ...]


@dataclass(frozen=True)
class Proposal:
    """A document's records as proposals. What the document does not say is None or empty."""

    source: Source
    outline: Outline
    committee: str | None
    period: Period | None
    signed_on: date | None
    status: str
    sections: tuple[ProposedSection, ...]
    awards: tuple[Award, ...]
    nominees: tuple[Award, ...]  # of a list put up for objections: nobody has been commended yet


def propose(source: Source) -> Proposal:
    """Everything that a clean text holds; plain data, nothing saved."""
    outline = outline_of(source)
    seen = source.seen
    signed = signed_on(outline.signed_on.of(seen))
    title = outline.title.of(seen)
    opening = next(
        (one.whole.of(seen) for one in outline.sections if one.kind == OPENING),
        outline.sections[0].whole.of(seen)[:400] if outline.sections else "",
    )
    period = period_of(title, opening, signed) or _of_headings(outline, seen)
    committee = committee_of(title, outline.signature.of(source.text), opening, seen)
    figures = figures_in(seen, Span(0, len(seen)))
    status = _status(title, seen)
    published = None if is_history(opening[:400]) else _told_before(source)
    when = (_is_news(title, seen) and published) or period or year_of_signing(signed) or published
    until = when.told_until(signed) if when and not is_plan(title) else None
    sections = tuple(
        _section(seen, _as_of(status, section), when, until, figures) for section in outline.sections
    )
    awards = once(_awards(source, seen, outline, committee))
    is_open = status == PUBLICITY
    return Proposal(
        source,
        outline,
        committee,
        period,
        signed,
        status,
        sections,
        () if is_open else awards,
        awards if is_open else (),
    )


def _told_before(source: Source) -> Period | None:
    return year_before(published_on(one.text for one in source.removed))


def _is_news(title: str, seen: str) -> bool:
    """News tells of the days before it came out, also where its title has the year of an honour."""
    told = _REPORT.search(title) or "总结" in title or _DECIDES.search(title)
    named = title or _FILED.match(seen)
    return bool(named) and not told and len(seen) < _LONGEST_NEWS


def _of_headings(outline: Outline, seen: str) -> Period | None:
    """一、2022年工作总结 says the time where neither title nor opening does."""
    for section in outline.sections:
        if section.kind == RECORDS and re.search(
            r"20[0-9]{2}年.{0,12}(?:总结|工作|情况)", section.heading.of(seen)
        ):
            return period_of(section.heading.of(seen), "", None)
    return None


def _as_of(status: str, section: Section) -> Section:
    """A decision or a list put up for objections tells no activities: its prose is all opening."""
    plain = status != SUMMARY and section.kind == RECORDS and not section.heading
    return replace(section, kind=OPENING) if plain else section


def _section(
    seen: str, section: Section, period: Period | None, until: date | None, figures: list[Figure]
) -> ProposedSection:
    after = until if section.kind == PLAN else None
    days = days_in(seen, section.whole, period, after=after, month=month_of(section.heading.of(seen)))
    items = [*_told_above(seen, section, days, figures), *section.items]
    proposed = [
        ProposedItem(
            item,
            within(days, item.whole),
            within(figures, item.whole),
            tuple(activities_in(seen, item, days, figures)) if section.kind == RECORDS else (),
        )
        for item in items
    ]
    return ProposedSection(section, tuple(proposed))


def _told_above(seen: str, section: Section, days: list[Day], figures: list[Figure]) -> Iterator[Item]:
    """A heading or a lead that tells figures or days is an item too; the number of a roll is its honour's."""
    heading = NOTHING if month_of(section.heading.of(seen)) else section.heading
    for part in (heading, section.lead):
        inside = not part or any(item.whole.start <= part.start < item.whole.end for item in section.items)
        if not inside and section.kind != ROLL and (within(days, part) or within(figures, part)):
            yield Item(part, NOTHING, part)


def _awards(source: Source, seen: str, outline: Outline, committee: str | None):
    level = level_of(committee, seen)
    for section in outline.sections:
        if section.kind == PLAN:
            continue
        found = awards_in(seen, section.whole, level)
        yield from found
        if section.kind == ROLL or not found:
            yield from rolls_in(source, seen, section)


def _status(title: str, seen: str) -> str:
    """A list put up for objections, a decision on honours, or (all else) a report."""
    if "总结" in title:
        return SUMMARY
    if "公示" in title or _PUT_UP.search(seen):
        return PUBLICITY
    if _DECIDES.search(title or _TITLES.sub("", seen[:400])):
        return COMMENDATION
    if _REPORT.search(title):
        return SUMMARY
    told = len(seen) < _LONGEST_NEWS and _COMMENDED.search(seen, 0, 600)
    return COMMENDATION if told or _DECIDED.search(seen, 0, 600) else SUMMARY
