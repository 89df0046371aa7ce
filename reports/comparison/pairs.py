"""Which periods readers most often set side by side: one and the same of the year before."""

from reports.models import Report

MOST_PROPOSED = 4


def usual_other(report: Report, reports: list[Report]) -> Report | None:
    """Of ``reports``, the newest first, the one to compare it with.

    Of its kind where there is any: the same period a year before, else the one before, else the one after.
    """
    others = [other for other in reports if other.slug != report.slug]
    others = [other for other in others if other.kind == report.kind] or others
    a_year_before = (other for other in others if _day_a_year_later(other) == _day(report))
    before = (other for other in others if other.starts_on < report.starts_on)
    return next(a_year_before, None) or next(before, None) or (others[-1] if others else None)


def usual_pairs(reports: list[Report]) -> list[tuple[Report, Report]]:
    """The pairs that the newest of the reports make, the older of each first."""
    newest = ((usual_other(report, reports), report) for report in reports)
    pairs = [(other, report) for other, report in newest if other and other.starts_on < report.starts_on]
    return pairs[:MOST_PROPOSED]


def _day(report) -> tuple[int, int, int]:
    return report.starts_on.year, report.starts_on.month, report.starts_on.day


def _day_a_year_later(report) -> tuple[int, int, int]:
    year, *day = _day(report)
    return year + 1, *day
