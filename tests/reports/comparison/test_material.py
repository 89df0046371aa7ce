from datetime import date

import pytest

from reports.comparison.material import gather_both
from reports.composing.material import gather
from reports.composing.totals import totals
from reports.document.periods import HalfYear
from tests.factories import CommendationFactory, PlacementFactory, ServiceRecordFactory
from tests.reports.comparison.records import told
from tests.reports.every_source import report_of_every_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def both():
    """Two reports of every source, with an activity and a commendation of both that the first leaves out."""
    first = report_of_every_source(2, as_of=date(2020, 5, 29))
    second = report_of_every_source(2, HalfYear(2021, 1))
    days = date(2020, 5, 1), date(2021, 1, 10)
    activity = told(first.sections.first().area, *days, 志愿者=("9名", "volunteers"))
    commendation = CommendationFactory(
        starts_on=days[0], ends_on=days[1], date_precision="range", published=True
    )
    for record in ({"activity": activity}, {"activity": None, "commendation": commendation}):
        PlacementFactory(report=first, is_left_out=True, **record)
    for day in (*days, date(2020, 5, 30)):
        ServiceRecordFactory(activity=activity, served_on=day)
    return first, second


def records_of(material):
    rows = [{name: value for name, value in row.items() if name != "told_in"} for row in material.service]
    titles = [list(commendation.titles.all()) for commendation in material.commendations]
    return (
        material.report,
        material.activities,
        material.commendations,
        titles,
        material.honors_received,
        rows,
        totals(material),
    )


def test_two_reports_are_compared_by_the_records_that_each_tells_of(both):
    materials = gather_both(*both)

    assert [records_of(material) for material in materials] == [records_of(gather(report)) for report in both]
    assert [len(material.activities) for material in materials] == [2, 3]
    assert [len(material.commendations) for material in materials] == [2, 3]
    assert [len(material.service) for material in materials] == [5, 6]


def test_the_order_of_the_two_is_the_asked_one(both):
    first, second = both

    assert [material.report for material in gather_both(second, first)] == [second, first]
