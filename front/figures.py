"""数说共青团: what the records of each year and half-year add up to, each number leading to its records."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from itertools import groupby

from django.http import Http404
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

import counting
from activities.indicators import indicators_of
from activities.models import Indicator
from activities.models.indicator import TAKEN_SLUGS
from reports.composing.totals import ACTIVITIES
from reports.document.periods import Year
from reports.over_time.numbers import HONORS, OTHERS, OverTime, printed, told_until
from reports.over_time.periods import Period, period_of
from reports.over_time.records import records_of, shown
from toolkit.kept.components import remembered
from toolkit.pages.numbers import Bar, Cell, Line, scaled
from toolkit.pages.public import Column, page_of

NAME = "数说共青团"
COLUMN = Column(
    NAME,
    "按年和半年汇总的活动、人数、人次、服务时长、款物和荣誉，每个数都能看到依据的记录",
    ("共青团", "数据", "统计"),
    "数据发布",
)
MOST_REMEMBERED = 4  # of all numbers, by the rows that they are made of: some hundred kilobytes
DRAWN = 8  # half-years: four years; the table has all
UNKNOWN = "无记录"


def figures(request):
    today = localdate()
    context = {"column": COLUMN, "numbers": _numbers(today, **told_until(today))}
    return render(request, "figures.html", context)


@partial(remembered, most=MOST_REMEMBERED)
def _numbers(today: date, indicators: str, **found: str) -> SafeString:
    """All that the page tells, printed once of the rows that it is made of."""
    indicators = indicators_of(indicators)
    slugs = _slugs(indicators)
    numbers = OverTime(today, printed(indicators), indicators=indicators, found=found)
    labels = numbers.labels
    halves = numbers.halves()
    periods = [
        period
        for year, of_year in groupby(halves, key=lambda half: half.year)
        for period in (Year(year), *of_year)
    ]
    told = {period: [_told(numbers, label, period, slugs[label]) for label in labels] for period in periods}
    shown = {
        "newest": periods[0] if periods else None,
        "newest_numbers": list(zip(labels, told[periods[0]], strict=True)) if periods else (),
        "charts": _charts(labels, {half: told[half] for half in halves[:DRAWN]}),
        "is_cut": len(halves) > DRAWN,
        "headings": ("时段", *labels),
        "lines": [Line(str(period), told[period], is_whole=isinstance(period, Year)) for period in periods],
    }
    return render_to_string("_figures.html", shown)


def figure_records(request, period, total):
    """The records that one total of one period rests on."""
    indicators = list(Indicator.objects.all())
    label = next((label for label, slug in _slugs(indicators).items() if slug == total), None)
    try:
        period = period_of(period)
    except ValueError:
        raise Http404 from None
    if label is None:
        raise Http404
    told = [one for one in indicators if one.name == label]
    numbers = OverTime(localdate(), told, indicators=indicators, within=period)
    count = numbers.number(label, period)
    if count is None:
        raise Http404
    page = page_of(request, records_of(label, period, numbers), size=50)
    context = {
        "column": COLUMN,
        "heading": f"{period}{label}",
        "text": counting.write_total(count),
        "is_level": bool(count.as_of),
        "is_running": period.last_day > numbers.today,
        "records": [shown(row) for row in page["object_list"]],
    }
    return render(request, "figure_records.html", page | context)


def _slugs(indicators: Sequence[Indicator]) -> dict[str, str]:
    """The last part of each total's address."""
    built_in = dict(zip((ACTIVITIES, HONORS, *OTHERS), TAKEN_SLUGS, strict=True))
    return built_in | {one.name: one.slug for one in printed(indicators)}


def _told(numbers: OverTime, label: str, period: Period, slug: str) -> Cell:
    count = numbers.number(label, period)
    if count is None:
        return Cell("")
    return Cell(counting.write_total(count), f"{period.slug}/{slug}/", value=count.value)


def _charts(labels: Sequence[str], told: dict[Period, list[Cell]]) -> list[tuple]:
    """(label, bars) for each total that any of the half-years has."""
    by_label = zip(labels, zip(*told.values(), strict=True), strict=False)
    return [
        (label, scaled([_bar(half, cell) for half, cell in zip(told, cells, strict=True)]))
        for label, cells in by_label
        if any(cell.text for cell in cells)
    ]


def _bar(half: Period, cell: Cell) -> Bar:
    return Bar(str(half), cell.value, cell.text or UNKNOWN, cell.address)
