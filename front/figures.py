"""数说共青团: what the records of each year and half-year add up to, each number leading to its records."""

from itertools import groupby

from django.http import Http404
from django.shortcuts import render
from django.utils.timezone import localdate

import counting
from activities.sums import HOURS
from reports.composing.totals import ACTIVITIES
from reports.document.periods import Year
from reports.over_time.numbers import HONORS, LABELS, OverTime
from reports.over_time.periods import Period, period_of
from reports.over_time.records import records_of, shown
from toolkit.pages.numbers import Bar, Cell, Line, scaled
from toolkit.pages.public import Column, page_of

NAME = "数说共青团"
COLUMN = Column(
    NAME,
    "按年和半年汇总的活动、人数、人次、服务时长、款物和荣誉，每个数都能看到依据的记录",
    ("共青团", "数据", "统计"),
    "数据发布",
)
DRAWN = 8  # half-years: four years; the table has all
UNKNOWN = "无记录"
# The last part of a total's address.
SLUGS = {
    ACTIVITIES: "activities",
    "参加人员": "participants",
    "参与人次": "attendances",
    "志愿者": "volunteers",
    "受益对象": "beneficiaries",
    HOURS: "hours",
    "款物金额": "money",
    HONORS: "honors",
}


def figures(request):
    numbers = OverTime(localdate())
    halves = numbers.halves()
    periods = [
        period
        for year, of_year in groupby(halves, key=lambda half: half.year)
        for period in (Year(year), *of_year)
    ]
    told = {period: [_told(numbers, label, period) for label in LABELS] for period in periods}
    context = {
        "column": COLUMN,
        "newest": periods[0] if periods else None,
        "newest_numbers": list(zip(LABELS, told[periods[0]], strict=True)) if periods else (),
        "charts": _charts({half: told[half] for half in halves[:DRAWN]}),
        "is_cut": len(halves) > DRAWN,
        "headings": ("时段", *LABELS),
        "lines": [Line(str(period), told[period], is_whole=isinstance(period, Year)) for period in periods],
    }
    return render(request, "figures.html", context)


def figure_records(request, period, total):
    """The records that one total of one period rests on."""
    label = next((label for label, slug in SLUGS.items() if slug == total), None)
    try:
        period = period_of(period)
    except ValueError:
        raise Http404 from None
    today = localdate()
    count = label and OverTime(today, label=label, within=period).number(label, period)
    if count is None:
        raise Http404
    page = page_of(request, records_of(label, period, today), size=50)
    context = {
        "column": COLUMN,
        "heading": f"{period}{label}",
        "text": counting.write(count),
        "is_running": period.last_day > today,
        "records": [shown(row) for row in page["object_list"]],
    }
    return render(request, "figure_records.html", page | context)


def _told(numbers: OverTime, label: str, period: Period) -> Cell:
    count = numbers.number(label, period)
    if count is None:
        return Cell("")
    return Cell(counting.write(count), f"{period.slug}/{SLUGS[label]}/", value=count.value)


def _charts(told: dict[Period, list[Cell]]) -> list[tuple]:
    """(label, bars) for each total that any of the half-years has."""
    by_label = zip(LABELS, zip(*told.values(), strict=True), strict=False)
    return [
        (label, scaled([_bar(half, cell) for half, cell in zip(told, cells, strict=True)]))
        for label, cells in by_label
        if any(cell.text for cell in cells)
    ]


def _bar(half: Period, cell: Cell) -> Bar:
    return Bar(str(half), cell.value, cell.text or UNKNOWN, cell.address)
