"""One fact, one period: what is told here and counts in another, and what had counted there before."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.db.models import F, Func, JSONField, QuerySet, Value

from activities.indicators import indicator_of
from activities.models import Activity, Figure
from reports.checks.findings import Finding, finding
from reports.checks.reading import WHOLE, Reading, may_enter_a_total, source_of_figure
from reports.composing.prose.naming import is_after
from reports.composing.sources import source_of
from reports.document import Figure as Total
from reports.document.periods import PERIODS, HalfYear
from reports.models import Report, ReportVersion

_WHY = "之后补录的、两份里分别合并或移出的记录都会使它们不同，请核对；确实如此的，不必改。"
_COUNTED = "$.totals[*].sources[*].figure_id"


def findings(reading: Reading) -> Iterator[Finding]:
    """Asks two queries, and none where no activity reaches beyond the period; of a year one more."""
    yield from _honours(reading)
    yield from _halves(reading)
    report = reading.material.report
    beyond = [one for one in reading.material.activities if _reaches_beyond(one, report)]
    figures = [
        (one, figure)
        for one in beyond
        for figure in filter(may_enter_a_total, one.figures.all())
        if not figure.as_of or indicator_of(figure, reading.material.indicators)
        if figure.pk in reading.figures_told or not is_after(figure, report.ends_on)
    ]
    if not figures:
        return
    others = list(Report.objects.filter(kind=report.kind).exclude(pk=report.pk).only(*_DAYS))
    issued, before = _issued_before(report)
    for activity, figure in figures:
        named, where = f"“{figure.name}”{figure.text}", reading.place_of(activity)
        sources = (source_of_figure(activity, figure),)
        if not report.starts_on <= figure.counted_on <= report.ends_on:
            words = f"{named}{_where_it_counts(report, figure, others, issued)}，本期的合计没有计入。"
            yield finding("counted_elsewhere", words, where, sources)
        elif (title := before.get(figure.pk)) and not figure.as_of:  # a level is told, not counted twice
            words = (
                f"{named}已计入签发过的《{title}》的合计，这里又计入一次；请核对数据的时间，或更正那一份。"
            )
            yield finding("counted_before", words, where, sources)


def _honours(reading: Reading) -> Iterator[Finding]:
    """One fact, told once: no commendation and no honour of which nobody knows that it fell in the period."""
    end = reading.material.report.ends_on
    for one in reading.material.told_elsewhere:
        if one.date_precision in one.NEVER_ACROSS or one.ends_on <= end:
            why = f"只知道是{one.when_text}，说不准在不在本总结的时段内，没有写入；查到日期后改准即可"
        else:
            why = f"是{one.when_text}，按最后一天算在后面的时段，没有写入这里"
        yield finding("told_elsewhere", f"“{one}”的时间{why}。", WHOLE, (source_of(one),))


def _halves(reading: Reading) -> Iterator[Finding]:
    """What the issued report of a half counts otherwise than the half of this year does."""
    halves = {half.name: half for half in reading.document.halves}
    days = (reading.document.start, reading.document.end)
    for title, start, as_of, totals in _issued_halves(*days) if halves else ():
        half = halves.get(str(HalfYear.containing(date.fromisoformat(start))))
        told = {figure.label: figure for figure in half.totals} if half else {}
        both = [(one, told[one["label"]]) for one in totals if one["label"] in told]
        if differing := [
            f"“{now.label}”{then['text']}（这里{now.text}）" for then, now in both if not _is_same(then, now)
        ]:
            until = _told(date.fromisoformat(as_of))
            words = f"《{title}》统计到{until}，签发的{'、'.join(differing)}，与本总结的{half.name}不同"
            yield finding("half_differs", f"{words}：{_WHY}", WHOLE)


def _is_same(then: dict, now: Total) -> bool:
    """Whether an issued total says what is told now, in whatever words: 36000元 and 3.6万元."""
    return (Decimal(then["value"]), then["precision"]) == (now.value, now.precision)


def _issued_halves(first: date, last: date) -> QuerySet:
    newest = ReportVersion.objects.filter(
        report__kind=Report.Kind.HALF_YEAR, report__starts_on__gte=first, report__ends_on__lte=last
    ).order_by("report__starts_on", "report_id", "-number")
    names = ("title", "period__start", "as_of", "totals")
    return newest.distinct("report__starts_on", "report_id").values_list(
        *(f"snapshot__{one}" for one in names)
    )


_DAYS = ("starts_on", "ends_on")


def _reaches_beyond(activity: Activity, report: Report) -> bool:
    return activity.starts_on < report.starts_on or activity.ends_on > report.ends_on


def _where_it_counts(report: Report, figure: Figure, others: list[Report], issued: set[int]) -> str:
    day = figure.counted_on
    if report.kind not in PERIODS:
        return f"按{_told(day)}计，不在本总结的时段内"
    period = PERIODS[report.kind].containing(day)
    other = next((one for one in others if one.starts_on <= day <= one.ends_on), None)
    state = "还没有建总结" if other is None else ("总结已签发" if other.pk in issued else "总结还没有签发")
    return f"按{_told(day)}计，计入{period}（{state}）"


def _told(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _issued_before(report: Report) -> tuple[set[int], dict[int, str]]:
    """The other reports of the kind that are issued; of each figure in their totals, the title of that."""
    newest = (
        ReportVersion.objects.filter(report__kind=report.kind)
        .exclude(report=report.pk)
        .order_by("report_id", "-number")
        .distinct("report_id")
    )
    counted = Func(
        F("snapshot"),
        Value(_COUNTED),
        template="jsonb_path_query_array(%(expressions)s::jsonpath)",
        output_field=JSONField(),
    )
    rows = newest.annotate(counted=counted).values_list("report_id", "snapshot__title", "counted")
    return {key for key, _, _ in rows}, {key: title for _, title, keys in rows for key in keys if key}
