"""What two periods have in common to compare: like counts only, each with the records it rests on.

Both periods are counted from the records as they are now, up to each report's
as-of date. A number that no record bears is not 0 but unknown, and nothing is
taken from or added to what is unknown. A change is a difference, never a share.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import zip_longest
from operator import attrgetter

import counting
from activities.models.indicator import OF_OTHERS
from honors.models import AwardTitle
from reports.comparison.material import gather_both
from reports.composing.figures import added, counted, stated
from reports.composing.material import Material
from reports.composing.sources import source_of
from reports.composing.totals import totals
from reports.document import Figure
from reports.document.periods import period_of
from reports.models import Report

UNKNOWN = "无记录"
NOT_COUNTED_YET = "未统计"  # a month after the as-of date
NOT_IN_PERIOD = "不在时段内"


@dataclass(frozen=True)
class Cell:
    """One number of one period, or in words why there is none."""

    figure: Figure | None
    blank: str = UNKNOWN

    @property
    def text(self) -> str:
        return self.figure.text if self.figure else self.blank


@dataclass(frozen=True)
class Row:
    """The same thing counted in both periods."""

    label: str
    cells: tuple[Cell, Cell]

    @property
    def is_known(self) -> bool:
        """Whether either period has the number."""
        return any(cell.figure for cell in self.cells)

    @property
    def unit(self) -> str:
        """The unit of the figures, for which only their kind must be the same: 名, or 人."""
        return next((cell.figure.unit for cell in self.cells if cell.figure), "")

    @property
    def difference(self) -> str:
        """By how much the second period differs from the first; empty where either is unknown."""
        first, second = (cell.figure for cell in self.cells)
        if first is None or second is None:
            return ""
        change = counting.difference_of(first, second)
        if change.value == 0:
            return "持平" if change.precision == counting.EXACT else "大致持平"
        amount = counting.write(replace(change, value=abs(change.value)))
        # Between two levels nobody gained anything.
        more, fewer = ("多", "少") if first.as_of else ("增加", "减少")
        return f"{more if change.value > 0 else fewer}{amount}"


@dataclass(frozen=True)
class Group:
    """Rows under one heading; those of one unit may be drawn on one scale, unlike ones only apart."""

    key: str
    heading: str
    rows: tuple[Row, ...]
    unit: str = ""  # empty where the rows are unlike and no chart may set them side by side
    is_drawn: bool = True

    @property
    def charts(self) -> tuple["Group", ...]:
        """What of it is drawn: its rows together, or each that is known by itself."""
        known = [row for row in self.rows if row.is_known]
        if not self.is_drawn or not known:
            return ()
        if self.unit:
            return (self,)
        places = ((place, row) for place, row in enumerate(self.rows, 1) if row in known)
        return tuple(Group(f"{self.key}-{place}", row.label, (row,), row.unit) for place, row in places)


def name_of(report: Report) -> str:
    """2020年上半年; a report of other days goes by its title, to the public by the issued one."""
    title = getattr(report, "issued_title", None) or report.title
    return str(period_of(report.kind, report.starts_on, report.ends_on) or title)


def days_of(report: Report) -> int:
    """How many days are counted."""
    return (report.as_of - report.starts_on).days + 1


def compare(first: Report, second: Report) -> tuple[Group, ...]:
    both = gather_both(first, second)
    compared = [one for one in both[0].indicators if one.is_compared]
    levels = [one.name for one in compared if one.is_stock]
    people = [one.name for one in compared if one.kind == counting.PEOPLE and not one.is_stock]
    others = [one.name for one in compared if one.kind != counting.PEOPLE and not one.is_stock]
    sums = [
        {figure.label: figure for figure in totals(material, attrgetter("is_compared"))} for material in both
    ]
    groups = (
        Group("activities", "活动", _rows(["开展活动"], sums), is_drawn=False),
        Group("areas", "各板块的活动", _areas(both), "项"),
        Group("months", "各月的活动", _months(both), "项"),
        Group("people", "人数", _rows(people, sums), "人"),
        Group("sums", "人次、时长与金额", _rows(others, sums)),
        Group("levels", "存量", _rows(levels, sums)),
        Group("persons", "表彰的个人", _titles(both, AwardTitle.Recipients.PEOPLE), "名"),
        Group("groups", "表彰的集体", _titles(both, AwardTitle.Recipients.ORGANIZATIONS), "个"),
        Group("honors", "上级荣誉", _rows(["获得上级荣誉"], [_honors(material) for material in both])),
        Group("others", "区内受上级表彰的集体和个人", _of_others(sums)),
    )
    return tuple(group for group in groups if group.rows)


def _rows(labels: Iterable[str], sides: list[dict[str, Figure]]) -> tuple[Row, ...]:
    return tuple(Row(label, (Cell(sides[0].get(label)), Cell(sides[1].get(label)))) for label in labels)


def _areas(both: tuple[Material, Material]) -> tuple[Row, ...]:
    areas = {activity.area for material in both for activity in material.activities}
    labels = [area.name for area in sorted(areas, key=lambda area: (area.position, area.pk))]
    sides = [_counted_by(material, lambda activity: activity.area.name) for material in both]
    return _rows(labels or ["各板块"], sides)


def _months(both: tuple[Material, Material]) -> tuple[Row, ...]:
    """A row for each month by its place in the period, and one for what belongs to no single month."""
    across = "跨月或常态化"
    sides = [_counted_by(material, lambda activity: _month_of(activity) or across) for material in both]
    rows = []
    for pair in zip_longest(*(_months_of(material.report) for material in both)):
        names = [f"{month.month}月" if month else "—" for month in pair]
        label = names[0] if names[0] == names[1] else "／".join(names)
        cells = [
            _month_cell(material.report, side, month)
            for material, side, month in zip(both, sides, pair, strict=True)
        ]
        rows.append(Row(label, (cells[0], cells[1])))
    return (*rows, *_rows([across], sides))


def _month_cell(report: Report, side: dict, month: date | None) -> Cell:
    if month is None:
        return Cell(None, NOT_IN_PERIOD)
    return Cell(side.get(month), NOT_COUNTED_YET if month > report.as_of else UNKNOWN)


def _months_of(report: Report) -> list[date]:
    """The first day of each month of the period."""
    start, end = report.starts_on, report.ends_on
    places = range(start.year * 12 + start.month - 1, end.year * 12 + end.month)
    return [date(place // 12, place % 12 + 1, 1) for place in places]


def _month_of(activity) -> date | None:
    """The first day of the month that an activity lies in; None where it reaches over several."""
    first, last = activity.starts_on.replace(day=1), activity.ends_on.replace(day=1)
    return first if first == last else None


def _counted_by(material: Material, key: Callable) -> dict:
    found: dict = {}
    for activity in material.activities:
        found.setdefault(key(activity), []).append(activity)
    return {name: counted("活动", activities, "项") for name, activities in found.items()}


def _of_others(sums: list[dict[str, Figure]]) -> tuple[Row, ...]:
    """No rows where neither period has any: most offices record none."""
    return _rows([label for label in OF_OTHERS if any(label in side for side in sums)], sums)


def _titles(both: tuple[Material, Material], recipients: str) -> tuple[Row, ...]:
    """A row for each title, whichever year's, with the recipients announced."""
    sides = [_announced(material, recipients) for material in both]
    labels = list(dict.fromkeys(label for side in sides for label in side))
    known = [
        {label: figure for label, parts in side.items() if (figure := added(label, parts))} for side in sides
    ]
    return _rows(labels or ["公布的名额"], known)


def _announced(material: Material, recipients: str) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for commendation in material.commendations:
        for title in commendation.titles.all():
            if title.recipients != recipients:
                continue
            label = re.sub(r"^\d{4}年度?", "", title.name)
            parts = found.setdefault(label, [])
            if title.announced_count is not None:
                count = counting.Count(Decimal(title.announced_count), title.measure, counting.EXACT)
                parts.append(stated(label, count, source_of(commendation, counting.write(count))))
    return found


def _honors(material: Material) -> dict[str, Figure]:
    figure = counted("获得上级荣誉", material.honors_received, "项")
    return {figure.label: figure} if figure else {}
