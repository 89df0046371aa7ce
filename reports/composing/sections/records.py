"""The items of a work area: activities and commendations with the figures they state."""

import re
from dataclasses import replace
from decimal import Decimal

import counting
from activities.models import Activity
from honors.models import AwardTitle, Commendation
from reports.composing.arrangement import Entry
from reports.composing.figures import counted, stated, summed
from reports.composing.sources import source_of
from reports.document import Figure, Item, Passage
from reports.document.passages import joined, passage_of, with_the_rest


def item_of(entry: Entry) -> Item:
    """The item of an entry, in staff's words where they wrote some, else in the records' own."""
    if entry.written:
        text = entry.written.text
        return Item(entry.written.title, Passage((text,) if text else ()), key=entry.key)
    override = entry.placement
    title = override.title if override and override.title else entry.records[0].title
    if override and override.text:
        passage = passage_of(override.text, named_figures(entry.records))
    else:
        passage = own_passage(entry.records)
    sources = tuple(source_of(record) for record in entry.records)
    return Item(title=title, passage=passage, sources=sources, key=entry.key)


def own_passage(records: list) -> Passage:
    """The records' own text: the first one's, then each further occasion with its date and title.

    Where others follow, the first says its time as well.
    """
    passages = []
    for place, record in enumerate(records):
        passage = passage_of_record(record)
        lead = _occasion(record) if place else _first_time(records, passage)
        passages += [Passage((lead,)), passage] if lead else [passage]
    return joined(passages)


def _occasion(record) -> str:
    return f"\n{record.when_text}，{record.title}。"


def _first_time(records: list, passage: Passage) -> str:
    """The time of the first of several records; empty where its own text tells it."""
    first = records[0]
    day = rf"(?<!\d){first.starts_on.month}月{first.starts_on.day}日"
    without_year = first.when_text.partition("年")[2]
    if first.date_precision in first.WHOLE_STRETCHES:
        is_told = (without_year or first.when_text) in passage.text
    else:
        is_told = re.search(day, passage.text)
    return "" if len(records) == 1 or is_told else f"{first.when_text}，"


def passage_of_record(record) -> Passage:
    return activity_passage(record) if isinstance(record, Activity) else commendation_passage(record)


def named_figures(records: list) -> list[Figure]:
    """The figures that an override of these records may name, each under one name.

    The first record's figures keep their names; a further record's takes a number
    where its name is taken: 志愿者（2）. Where several bear one name and may be
    added, their sum is 志愿者合计. How many records are merged is 合并场次.
    """
    named = [
        replace(figure, label=name)
        for passage, names in _passages_with_names(records)
        for name, figure in zip(names, passage.figures, strict=True)
    ]
    occasions = [counted("合并场次", records, "次")] if len(records) > 1 else []
    return [*{figure.label: figure for figure in named}.values(), *_sums(records), *occasions]


def own_pattern(records: list) -> str:
    """The records' own text with its figures by name, as an override would have to be written."""
    texts = []
    for record, (passage, names) in zip(records, _passages_with_names(records), strict=True):
        lead = _occasion(record) if texts else _first_time(records, passage)
        runs = (run if isinstance(run, str) else f"{{{names[run]}}}" for run in passage.runs)
        texts.append(lead + "".join(runs))
    return "".join(texts)


def _passages_with_names(records: list) -> list[tuple[Passage, list[str]]]:
    """Each record's own passage, and for each of its figures the name that no other record's bears."""
    taken: set[str] = set()
    found = []
    for place, record in enumerate(records, 1):
        passage = passage_of_record(record)
        labels = [figure.label for figure in passage.figures]
        found.append((passage, [f"{label}（{place}）" if label in taken else label for label in labels]))
        taken.update(labels)
    return found


def _sums(records: list) -> list[Figure]:
    by_name: dict[str, list] = {}
    for record in records:
        for figure in record.figures.all() if isinstance(record, Activity) else ():
            by_name.setdefault(figure.name, []).append(figure)
    sums = []
    for name, figures in by_name.items():
        if len(figures) > 1:
            try:
                sums.append(summed(f"{name}合计", figures))
            except counting.UnlikeFigures:
                continue
    return [figure for figure in sums if figure]


def activity_passage(activity: Activity) -> Passage:
    """The activity's summary with its figures; without a summary, when and where it was."""
    figures = [_stated_figure(activity, figure) for figure in activity.figures.all()]
    passage = passage_of(activity.summary or _bare_sentence(activity), figures)
    return with_the_rest(passage, figures)


def _stated_figure(activity: Activity, figure) -> Figure:
    return stated(figure.name, figure.count, source_of(activity, figure.text, figure.pk), figure.text)


def _bare_sentence(activity: Activity) -> str:
    place = f"，地点：{activity.place}" if activity.place else ""
    return f"时间：{activity.when_text}{place}。"


def commendation_passage(commendation: Commendation) -> Passage:
    """The commendation as its sentence: 授予…等N名…称号, one clause for each title."""
    runs: list[str | int] = []
    figures: list[Figure] = []
    for title in commendation.titles.all():
        clause = _clause(commendation, title)
        if clause is None:
            continue
        before, figure, after = clause
        runs.append(("；" if runs else "") + before)
        if figure:
            runs.append(len(figures))
            figures.append(figure)
        runs.append(after)
    if not runs:
        return Passage((commendation.summary or "获奖名单待补。",))
    lead = [commendation.summary] if commendation.summary else []
    return Passage((*lead, *runs, "。"), tuple(figures))


def _clause(commendation: Commendation, title: AwardTitle) -> tuple[str, Figure | None, str] | None:
    """What stands before the number, the number and what follows it; None without names or number."""
    names = [award.public_name for award in title.awards.all()]
    called = f"“{title.name}”称号"
    if title.announced_count:
        count = counting.Count(Decimal(title.announced_count), title.measure, counting.EXACT)
        figure = stated(title.name, count, source_of(commendation, counting.write(count)))
        return f"授予{_leading(names, title.announced_count)}", figure, f"{title.noun}{called}"
    if names:
        return f"授予{'、'.join(names)}{called}", None, ""
    return None


def _leading(names: list[str], announced: int) -> str:
    """The first recipient and 等; all of them where they are few and all are named."""
    if not names:
        return ""
    return "、".join(names) if len(names) == announced <= 3 else f"{names[0]}等"
