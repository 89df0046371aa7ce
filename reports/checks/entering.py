"""Figures that enter no total (指标): what nobody adds up is said, never left out in silence."""

from collections.abc import Iterator

from activities.indicators import candidates
from activities.models import Activity, Figure
from reports.checks.findings import Finding, finding
from reports.checks.reading import WHOLE, Reading, may_enter_a_total, source_of_figure

NAMED = 5  # so many figures are named in the message; of more, their number is told


def findings(reading: Reading) -> Iterator[Finding]:
    lost: list[tuple[Activity, Figure]] = []
    report = reading.material.report
    for activity in reading.material.activities:
        for figure in filter(may_enter_a_total, activity.figures.all()):
            if not report.starts_on <= figure.counted_on <= report.ends_on:
                continue  # another period's
            found = candidates(figure, reading.material.indicators)
            if len(found) > 1:
                named = "".join(f"“{indicator}”" for indicator in found)
                words = (
                    f"“{figure.name}”{figure.text}同时符合指标{named}，都没有计入，请在这条数据里选定一个。"
                )
                sources = (source_of_figure(activity, figure),)
                yield finding("unclear_total", words, reading.place_of(activity), sources)
            elif not found and not figure.as_of:  # a stock is told by itself
                lost.append((activity, figure))
    if lost:
        yield finding("in_no_total", _words(lost), WHOLE, tuple(source_of_figure(*pair) for pair in lost))


def _words(lost: list[tuple[Activity, Figure]]) -> str:
    named = "、".join(f"“{figure.name}”{figure.text}" for _, figure in lost[:NAMED])
    more = f"等{len(lost)}条数据" if len(lost) > NAMED else ""
    return (
        f"{named}{more}没有计入任何指标。要合计的，请增加指标，或在数据里选定；"
        "不必合计的，在“总数或单价”里选“不计入合计”。"
    )
