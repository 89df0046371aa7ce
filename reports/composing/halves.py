"""The halves of a year beside each other: what was told of the year, parted by the day on which it ended."""

from datetime import date

from activities.models import Activity
from reports.composing.material import Material, figures_of, served_in
from reports.composing.repeats import counted_once
from reports.composing.totals import totals
from reports.document import Half
from reports.document.periods import HalfYear
from reports.models import Report


def halves_of(material: Material) -> tuple[Half, ...]:
    """Both halves of a year's report as far as it goes; none of a report of another kind.

    Every activity is told in one of them and every figure counted in one, so that the two add up to the year.
    Asks one query for each.
    """
    report = material.report
    if report.kind != Report.Kind.YEAR:
        return ()
    begun = [half for half in report.period.halves if half.first_day <= report.as_of]
    # What repeats another is found in the year: the item that both are merged into may be of the other half.
    activities = counted_once(material)
    return tuple(Half(str(half), _totals(material, half, activities)) for half in begun)


def _totals(material: Material, half: HalfYear, activities: list[Activity]) -> tuple:
    report = material.report
    until = min(half.last_day, report.as_of)

    def is_in(day: date) -> bool:
        return half.first_day <= min(day, report.ends_on) <= half.last_day

    return totals(
        Material(
            report=report,
            activities=[one for one in activities if is_in(one.ends_on)],
            commendations=[],
            honors_received=[],
            honors_of_others=[
                one
                for one in material.honors_of_others
                if one.is_placed_between(half.first_day, half.last_day)
            ],
            service=[row for row in served_in(material, half.first_day, until) if material.is_served(row)],
            indicators=material.indicators,
            census=[one for one in material.census if is_in(one.stands_on)],
            placements=material.placements,
            counting=figures_of(material.activities, half.first_day, half.last_day),
        )
    )
