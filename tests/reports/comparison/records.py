"""What the tests of a comparison count and compare."""

from decimal import Decimal

from reports.comparison.tables import Cell, Row
from reports.document import Figure as ReportFigure
from tests.factories import ActivityFactory, FigureFactory


def told(area, starts_on, ends_on=None, **figures):
    """A published activity with a figure for each name=(wording, what it counts)."""
    ends_on = ends_on or starts_on
    activity = ActivityFactory(
        area=area, starts_on=starts_on, ends_on=ends_on, date_precision="range", published=True
    )
    for name, (wording, counts) in figures.items():
        FigureFactory(activity=activity, name=name, wording=wording, counts=counts)
    return activity


def row(first, second) -> Row:
    def cell(wording):
        if wording is None:
            return Cell(None)
        value, unit, precision = wording
        return Cell(ReportFigure("", Decimal(value), unit, precision, "", ()))

    return Row("", (cell(first), cell(second)))
