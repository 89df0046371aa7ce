"""Checks for what was entered twice: one meeting as two activities, one crowd as two figures."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

import counting
from activities.models import Activity, Figure
from reports.checks.findings import Finding, finding
from reports.checks.reading import WHOLE, Reading, source_of_figure, totals_of
from reports.composing.repeats import is_repeat
from reports.composing.sources import source_of

# Half of the office's titles share these words; they do not show that two records are one.
_USUAL = ("共青团", "团区委", "志愿服务", "志愿者", "青年", "主题活动", "系列活动", "会议", "开展", "举办")


def findings(reading: Reading) -> Iterator[Finding]:
    for activity in reading.material.activities:
        yield from _within(activity, reading)
    merged = _repeated_in_an_item(reading.material.activities, reading)
    for one, other in merged:
        yield _same_occasion(reading, one, other)
    yield from _between(reading, {(one.pk, other.pk) for one, other in merged})


def _repeated_in_an_item(activities: Sequence[Activity], reading: Reading) -> list[tuple[Activity, Activity]]:
    """Two records of one item that tell of one occasion."""
    items = defaultdict(list)
    for activity in activities:
        items[reading.place_of(activity)].append(activity)
    pairs = [pair for place, told in items.items() if place != WHOLE for pair in combinations(told, 2)]
    return [(one, other) for one, other in pairs if is_repeat(one, other)]


def _within(activity: Activity, reading: Reading) -> Iterator[Finding]:
    """Figures of one activity that say the same number of the same thing."""
    alike = defaultdict(list)
    for figure in _counted_in(activity):
        alike[figure.value, figure.unit, figure.counts].append(figure)
    for figures in alike.values():
        if len(figures) > 1:
            names = "".join(f"“{figure.name}”" for figure in figures)
            words = f"{names}都是{figures[0].text}，可能是同一批，{_is_marked(figures)}"
            sources = tuple(source_of_figure(activity, figure) for figure in figures)
            yield finding("suspected_repeat", words, reading.place_of(activity), sources)


def _counted_in(activity: Activity) -> list[Figure]:
    """What would be counted twice; a stock never is."""
    return [figure for figure in totals_of(activity) if not figure.as_of]


def _is_marked(figures: Sequence[Figure]) -> str:
    if len(counting.without_repeats(figures)) == 1:
        return "已标记为疑似重复，合计只算一次。"
    return "请核对；如果是，请在其中一个数据的“疑似与此重复”里选另一个，合计就只算一次。"


def _between(reading: Reading, listed: set[tuple[int, int]]) -> Iterator[Finding]:
    """Two activities of the same time that may be one meeting or one crowd."""
    usual = _grams(reading.document.title + reading.document.signature, set())
    usual |= {gram for word in _USUAL for gram in _grams(word, set())}
    grams = {activity.pk: _grams(activity.title, usual) for activity in reading.material.activities}
    for alike in _groups(reading.material.activities).values():
        for (activity, figure), (other, its_figure) in combinations(alike, 2):
            pair = activity.pk, other.pk
            if activity.pk == other.pk or pair in listed:
                continue
            shared = grams[activity.pk] & grams[other.pk]
            if figure and (_is_same_place(activity, other) or len(shared) > 1):
                yield _same_crowd(reading, (activity, figure), (other, its_figure))
                listed.add(pair)
            elif not figure and _is_same_title(activity, other, grams):
                yield _same_record(reading, activity, other)
                listed.add(pair)


def _groups(activities: Sequence[Activity]) -> dict[tuple, list]:
    """Activities of one time with each of their counts, or with none where they have no figure."""
    Precision = Activity.DatePrecision
    groups = defaultdict(list)
    for activity in activities:
        if activity.date_precision not in (Precision.DAY, Precision.ABOUT, Precision.SINCE, Precision.RANGE):
            continue
        time = activity.starts_on, activity.ends_on
        for figure in (figures := _counted_in(activity)):
            what = counting.sort_of(figure.unit)
            groups[*time, figure.value, what].append((activity, figure))
        if not figures:
            groups[time].append((activity, None))
    return groups


def _is_same_place(activity: Activity, other: Activity) -> bool:
    return bool(activity.place) and activity.place == other.place


def _is_same_title(activity: Activity, other: Activity, grams: dict[int, set[str]]) -> bool:
    """Whether the titles are equal, or share more than half of the shorter one's telling pairs."""
    of_one, of_other = grams[activity.pk], grams[other.pk]
    return activity.title == other.title or len(of_one & of_other) * 2 > min(len(of_one), len(of_other))


def _grams(title: str, usual: set[str]) -> set[str]:
    """The pairs of neighbouring characters of a title, marks left out, without the usual ones."""
    bare = re.sub(r"\W", "", title)
    return {bare[at : at + 2] for at in range(len(bare) - 1)} - usual


def _named(reading: Reading, other: Activity, *, beside: Activity) -> str:
    """Where the other is told; of two that are merged into one item, which record it is."""
    place = reading.place_of(other)
    return place if place != reading.place_of(beside) else f"合并在这一条里的另一条记录“{other.title}”"


def _same_crowd(reading: Reading, one: tuple, other: tuple) -> Finding:
    (activity, figure), (its_activity, its_figure) = one, other
    texts = dict.fromkeys((figure.text, its_figure.text))
    other = _named(reading, its_activity, beside=activity)
    words = (
        f"与{other}同在{activity.when_text}，数量相同（{'、'.join(texts)}），"
        f"可能是同一批，{_is_marked([figure, its_figure])}"
    )
    sources = source_of_figure(activity, figure), source_of_figure(its_activity, its_figure)
    return finding("suspected_repeat", words, reading.place_of(activity), sources)


def _same_record(reading: Reading, activity: Activity, other: Activity) -> Finding:
    words = (
        f"与{_named(reading, other, beside=activity)}同在{activity.when_text}，标题相近，可能录入了两次；"
        "如果是，请撤回其中一条，或在本总结中不写入。"
    )
    return finding("same_record", words, reading.place_of(activity), (source_of(activity), source_of(other)))


def _same_occasion(reading: Reading, activity: Activity, other: Activity) -> Finding:
    words = (
        f"合并在这一条里的另一条记录“{other.title}”也在{activity.when_text}，像是同一次，场次只算一次；"
        "确是录入了两次的，请撤回其中一条，数据也就不会重复相加。"
    )
    return finding("same_record", words, reading.place_of(activity), (source_of(activity), source_of(other)))
