"""Several items told in one sentence: how many there were, their totals, and the titles that matter most.

Nothing is invented: what is counted are the records of the items, a total is the report's own,
narrowed to these records, and titles and figures stand as the items have them.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import counting
from reports.composing.figures import added, total_figure
from reports.composing.totals import ACTIVITIES
from reports.document import Document, Figure, Item, Passage, Section, Source
from reports.document.passages import written

COUNTED_AS = {"activity": ACTIVITIES, "commendation": "表彰"}
TOLD_AS = {
    **{"参与人次": "参与", "志愿服务时长": "志愿服务", "款物金额": "款物"},
    **{"表彰集体": "集体", "表彰个人": "个人"},
    **{"完成": "已完成", "推进中": "正在推进", "未开展": "尚未启动", "调整": "已作调整"},
}
MEASURES = ("目标", "实际")  # figures of a commitment
EVIDENCE = "依据"  # how many records bear it out

# What a total may be made of; such a figure of an activity that no total holds is a price or told twice.
_ADDED_UP = (*counting.UNITS[counting.PEOPLE], "人次", *counting.UNITS[counting.HOURS], "元")

# Names that say nothing apart from the sentence of their activity: 期数, 率, 金额.
_NAMELESS = re.compile(
    r"[期场次人个件份套本届]?(?:总?[数量率]|次数|人数|人次)|比例|金额|时长|数据|合计|总计|每[人名场次期]"
)

Words = list[str | Figure]


@dataclass(frozen=True)
class Most:
    """So many titles and figures are told at most; more than these make no sentence to read aloud."""

    titles: int = 8
    figures: int = 12


def told_together(document: Document, section: Section, most: Most) -> Section:
    """The section in one sentence under its heading; a part still to be written stays as it is."""
    if len(section.items) == 1 and section.items[0] == Item(section.items[0].title):
        return section
    passage = _TOLD[section.kind](document, section.items, most)
    sources = tuple(dict.fromkeys(source for item in section.items for source in item.sources))
    return replace(section, items=(Item("", passage, sources=sources),), lead=None)


def records_together(document: Document, items: Sequence[Item], most: Most) -> Passage:
    """开展活动6项，志愿者300余名、口罩1万个，主要有：…；…。"""
    stated, awarded = _most_important(document.totals, items, most.figures)
    titles, are_all = _titles(items, most.titles)
    if len(titles) == 1 and not are_all and all(item.sources for item in items):
        titles = []  # one title of many says little; staff's own words are never left out
    words = listed(_counts(document.totals, items))
    for before, of_kind in (("，", stated), ("，授予", awarded)):
        words += [before, *listed(of_kind)] if of_kind else []
    if titles and words:
        words.append("，包括：" if are_all else "，主要有：")
    return written([*words, "；".join(titles), "。"])


def sums_together(totals: Sequence[Figure], items: Sequence[Item]) -> Passage:
    """共开展活动6项、表彰1项，参与342人次、志愿者300余名，授予集体33个、个人135名。 Empty without counts."""
    counts = sorted(_counts(totals, items), key=lambda figure: figure.label != ACTIVITIES)
    awarded = _recipients(figure for item in items for figure in item.figures if _is_awarded(figure))
    clauses = (("共", counts), ("", _totals(totals, items)), ("授予", awarded))
    words: Words = []
    for before, figures in clauses:
        if figures:
            words += [f"{'，' if words else ''}{before}", *listed(figures)]
    return written([*words, "。"] if words else [])


def counts_and_totals(totals: Sequence[Figure], items: Sequence[Item]) -> list[Figure]:
    """What a section comes to: how many records there are, their totals, how many were honoured."""
    figures = [figure for item in items for figure in item.figures if _is_awarded(figure)]
    return [*_counts(totals, items), *_totals(totals, items), *_recipients(figures)]


def _most_important(
    totals: Sequence[Figure], items: Sequence[Item], most: int
) -> tuple[list[Figure], list[Figure]]:
    """So many figures at most: of what was done, totals before single things; and of honours given.

    Where there is no room for every title of honour, it is told how many received one: some titles alone
    would read as if there were no others.
    """
    others = _other_figures(totals, items)
    stated = [*_totals(totals, items), *(figure for figure in others if not _is_awarded(figure))]
    awarded = [figure for figure in others if _is_awarded(figure)]
    if len(stated) + len(awarded) <= most:
        return stated, awarded
    recipients = _recipients(awarded)
    if len(recipients) > most:
        recipients = []
    return stated[: most - len(recipients)], recipients


def _recipients(awarded: Iterable[Figure]) -> list[Figure]:
    """集体33个、个人135名: what titles of honour announce, added up."""
    by_sort: dict[str, list[Figure]] = {}
    for figure in awarded:
        by_sort.setdefault(counting.sort_of(figure.unit), []).append(figure)
    return [
        total
        for sort, figures in by_sort.items()
        if (total := added("表彰个人" if sort == counting.PEOPLE else "表彰集体", figures))
    ]


def _is_awarded(figure: Figure) -> bool:
    return bool(figure.sources) and all(source.type == "commendation" for source in figure.sources)


def _counts(totals: Iterable[Figure], items: Sequence[Item]) -> list[Figure]:
    """How many records of each kind the items tell of; no activity that the total counts as a repeat."""
    found: dict[str, dict[tuple, Source]] = {}
    counted = {source.id for total in totals if total.label == ACTIVITIES for source in total.sources}
    for source in (source for item in items for source in item.sources):
        if counted and source.type == "activity" and source.id not in counted:
            continue
        told_as = COUNTED_AS.get(source.type, "其他工作")
        found.setdefault(told_as, {})[source.type, source.id, source.label] = replace(source, text="1项")
    return [
        Figure(
            label, Decimal(len(of_kind)), "项", counting.EXACT, f"{len(of_kind)}项", tuple(of_kind.values())
        )
        for label, of_kind in found.items()
    ]


def _totals(totals: Iterable[Figure], items: Iterable[Item]) -> list[Figure]:
    """The report's totals as far as they rest on the records of these items."""
    told = {(source.type, source.id) for item in items for source in item.sources}
    found = []
    for total in totals:
        sources = tuple(source for source in total.sources if (source.type, source.id) in told)
        if sources and total.label != ACTIVITIES:
            found.append(total if sources == total.sources else _narrowed(total, sources))
    return [figure for figure in found if figure]


def _narrowed(total: Figure, sources: tuple[Source, ...]) -> Figure | None:
    """The total of these of its sources; None where they do not say what they contribute."""
    try:
        return total_figure(total.label, [_contributed(source) for source in sources], sources)
    except ValueError:
        return None


def _contributed(source: Source) -> counting.Count:
    """What a record adds to a total: 300余名; of hours on record, 3条记录共12小时."""
    return counting.read(source.text if source.figure_id else source.text.rpartition("共")[2])


def _other_figures(totals: Iterable[Figure], items: Iterable[Item]) -> list[Figure]:
    """What the items state beside the totals: 口罩1万个, 优秀团干部43名.

    What is stated under one name on several occasions has no total on record, and a list of it says little.
    """
    in_totals = {(total.unit, source) for total in totals for source in total.sources if source.figure_id}
    figures = dict.fromkeys(figure for item in items for figure in item.figures)
    times = Counter(figure.label for figure in figures)
    return [
        figure
        for figure in figures
        if times[figure.label] == 1
        and not _NAMELESS.fullmatch(figure.label)
        and (figure.unit not in _ADDED_UP or _is_awarded(figure))
        and in_totals.isdisjoint((figure.unit, source) for source in figure.sources)
    ]


def _titles(items: Sequence[Item], most: int) -> tuple[list[str], bool]:
    """The titles of the items with most figures, in their order, and whether these are all.

    Own words are never left out; a paragraph without a title tells of its records by their names.
    """
    titled = [one for item in items for one in ([item] if item.title else _of_its_records(item))]
    by_weight = sorted(titled, key=lambda item: (bool(item.sources), -len(item.figures)))
    own = sum(1 for item in titled if not item.sources)
    kept = by_weight[: max(most, own)]
    return [item.title.rstrip("。；") for item in titled if item in kept], len(kept) == len(titled)


def _of_its_records(item: Item) -> list[Item]:
    found = []
    for source in item.sources:
        figures = [figure for figure in item.figures if source.id in {one.id for one in figure.sources}]
        found.append(Item(source.label, written(figures), sources=(source,)))
    return found


def plan_together(document: Document, items: Sequence[Item], most: Most) -> Passage:
    """重点任务是：A；B（建设服务站40个）。 Every heading is told, targets as far as there is room."""
    words: Words = ["重点任务是："]
    left = most.figures
    for place, item in enumerate(items):
        words.append(f"{'；' if place else ''}{item.title.rstrip('。；')}")
        targets = [(child.title, figure) for child in item.children for figure in child.figures][:left]
        left -= len(targets)
        for at, (title, figure) in enumerate(targets):
            words += [f"{'、' if at else '（'}{title}", figure]
        words += ["）"] if targets else []
    return written([*words, "。"])


def follow_up_together(document: Document, items: Sequence[Item], most: Most) -> Passage:
    """所列任务19项，已完成1项、正在推进3项；举办志愿者培训目标3期、实际2期。"""
    by_status: dict[str, list[Figure]] = {}
    for figure in (one for item in items for one in item.figures if one.label not in (*MEASURES, EVIDENCE)):
        by_status.setdefault(figure.label, []).append(figure)
    statuses = [_added(label, figures) for label, figures in by_status.items()]
    if not statuses:
        return written(["；".join(item.title for item in items), "。"])
    words = ["所列任务", _added("所列任务", statuses), "，"]
    words += listed(statuses) if len(statuses) > 1 else [f"均{TOLD_AS[statuses[0].label]}"]
    measured = [one for item in items for one in (*_measured(item.passage), *_measured_children(item))]
    for title, figures in measured[: most.figures]:
        words += [f"；{title}", *listed(figures)]
    return written([*words, "。"])


def _measured_children(item: Item) -> list[tuple[str, list[Figure]]]:
    found = [(child.title, _measures(child.figures)) for child in item.children]
    return [(title, figures) for title, figures in found if figures]


def _measured(passage: Passage) -> list[tuple[str, list[Figure]]]:
    """The commitments with a target that a paragraph tells of: what each is, its target, what came of it."""
    found: list[tuple[str, list[Figure]]] = []
    told = ""
    for run in passage.runs:
        figure = passage.figures[run] if isinstance(run, int) else None
        if figure is None:
            told = f"{told}{run}"
        elif figure.label == MEASURES[0]:
            clause = re.split("[；：。]", told)[-1]
            found.append((re.sub(f"(，由[^，]*负责)?，{figure.label}$", "", clause), [figure]))
        elif figure.label == MEASURES[1] and found:
            found[-1][1].append(figure)
    return found


def _measures(figures: Iterable[Figure]) -> list[Figure]:
    return [figure for figure in figures if figure.label in MEASURES]


def _added(label: str, figures: Iterable[Figure]) -> Figure:
    """Counts of records under different headings, none of which stands under two, as one."""
    sources = tuple(source for figure in figures for source in figure.sources)
    value = sum((figure.value for figure in figures), Decimal(0))
    return Figure(label, value, "项", counting.EXACT, f"{value}项", sources)


def _is_stock(figure: Figure) -> bool:
    """截至6月底，团支部569个: a clause of its own, behind what was added up."""
    return figure.text.startswith("截至")


def listed(figures: Iterable[Figure]) -> Words:
    words: Words = []
    for place, figure in enumerate(sorted(figures, key=_is_stock)):
        name = "" if figure.label in figure.text else TOLD_AS.get(figure.label, figure.label)
        mark = "，" if _is_stock(figure) else "、"
        words += [f"{mark if place else ''}{name}", figure]
    return words


_TOLD: dict[str, Callable[[Document, Sequence[Item], Most], Passage]] = {
    "records": records_together,
    "plan": plan_together,
    "follow_up": follow_up_together,
}
