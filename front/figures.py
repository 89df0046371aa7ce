"""数说共青团: what the records of each year and half-year add up to, each number leading to its records."""

from itertools import groupby

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate

import counting
from activities.sums import HOURS
from reports.composing.totals import ACTIVITIES
from reports.over_time.numbers import HONORS, LABELS, OverTime
from reports.over_time.periods import Period, Year, period_of
from reports.over_time.records import records_of, shown
from toolkit.numbers import Bar, Cell, Line, scaled
from toolkit.public_pages import Column, page_of

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
    lines = [
        _line(numbers, period)
        for year, of_year in groupby(halves, key=lambda half: half.year)
        for period in (Year(year), *of_year)
    ]
    context = {
        "column": COLUMN,
        "newest": lines[0] if lines else None,
        "newest_numbers": list(zip(LABELS, lines[0].cells, strict=True)) if lines else (),
        "headings": ("时段", *LABELS),
        "lines": lines,
        "charts": [chart for label in LABELS if (chart := _chart(numbers, label, halves[:DRAWN]))],
        "is_cut": len(halves) > DRAWN,
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


def _line(numbers: OverTime, period: Period) -> Line:
    cells = []
    for label in LABELS:
        count = numbers.number(label, period)
        cells.append(Cell(counting.write(count), _address(label, period)) if count else Cell(""))
    return Line(str(period), cells, is_whole=isinstance(period, Year))


def _chart(numbers: OverTime, label: str, halves: list) -> tuple | None:
    """The half-years drawn for one total; None where none of them has it."""
    bars = [_bar(numbers, label, half) for half in halves]
    return (label, scaled(bars)) if any(bar.value for bar in bars) else None


def _bar(numbers: OverTime, label: str, half: Period) -> Bar:
    count = numbers.number(label, half)
    if count is None:
        return Bar(str(half), None, UNKNOWN)
    return Bar(str(half), count.value, counting.write(count), _address(label, half))


def _address(label: str, period: Period) -> str:
    return reverse("figure-records", args=[period.slug, SLUGS[label]])
