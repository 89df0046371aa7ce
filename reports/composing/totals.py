"""The totals of a report: like added to like, and nothing printed that no record bears."""

from collections.abc import Callable
from decimal import Decimal
from operator import attrgetter

import counting
from activities.indicators import by_indicator
from activities.models import Activity, Indicator
from activities.models.indicator import OF_OTHERS
from honors.models import HonorReceived
from reports.composing.figures import added, counted, level, stated, summed, total_figure
from reports.composing.material import Material
from reports.composing.repeats import counted_once
from reports.composing.sources import source_of
from reports.document import Figure, Source
from volunteers.models import Team

ACTIVITIES = "开展活动"


def totals(
    material: Material, told: Callable[[Indicator], bool] = attrgetter("is_printed")
) -> tuple[Figure, ...]:
    """The activities of the period, and each total of the office's that any record bears."""
    entering = by_indicator(material.figures, material.indicators)
    found = [counted(ACTIVITIES, counted_once(material), "项")]
    for indicator in filter(told, material.indicators):
        found.append(_total(indicator, entering[indicator.pk], material))
    return tuple(figure for figure in (*found, *totals_of_others(material)) if figure)


def totals_of_others(material: Material) -> list[Figure]:
    """How many bodies and people of the district were honoured from above; none of it the committee gave."""
    found = []
    for label, kind in zip(OF_OTHERS, HonorReceived.OTHERS, strict=True):
        parts = [count_of(honor) for honor in material.honors_of_others if honor.given_to == kind]
        found.append(added(label, parts))
    return [total for total in found if total]


def count_of(honor: HonorReceived, label: str = "") -> Figure:
    """How many others bear an honour."""
    count = counting.Count(Decimal(honor.announced_count), honor.measure, counting.EXACT)
    return stated(label or honor.title, count, source_of(honor, honor.count_text))


def _total(indicator: Indicator, stated: list, material: Material) -> Figure | None:
    if indicator.takes_service:
        return _with_recorded(indicator.name, stated, material)
    if indicator.is_stock:
        return level(indicator.name, [*stated, *material.census_of(indicator)])
    return summed(indicator.name, stated)


def on_record(hours: Decimal) -> counting.Count:
    return counting.Count(hours, counting.UNITS[counting.HOURS][0])


def _with_recorded(label: str, stated: list, material: Material) -> Figure | None:
    """Hours that activities state, and those on record where none is stated or the records are the whole."""
    beside = counting.entering([figure for figure in stated if not figure.activity.service_is_whole])
    sources = [occasion(row) for row in material.service]
    sources += [source_of(figure.activity, figure.text, figure.pk) for figure in beside]
    parts = [*(on_record(row["total"]) for row in material.service), *beside]
    return total_figure(label, parts, tuple(sources)) if parts else None


def occasion(row: dict) -> Source:
    """What hours were given to, as far as it is public; volunteers are never named."""
    text = f"{row['records']}条记录共{counting.plain(row['total'])}小时"
    if row["activity_id"]:
        return source_of(Activity(pk=row["activity_id"], title=row["activity__title"]), text)
    if row["team_id"] and row["team_is_public"]:
        return source_of(Team(pk=row["team_id"], name=row["team__name"]), text)
    return Source(type="servicerecord", id=row["first"], label="志愿服务记录", url="", text=text)
