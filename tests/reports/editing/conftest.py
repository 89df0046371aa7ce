from datetime import date

import pytest

from reports.editing.holding import edit
from tests.factories import ActivityFactory, ReportFactory, StaffFactory, WorkAreaFactory


@pytest.fixture
def report():
    return ReportFactory(as_of=date(2020, 6, 30))


@pytest.fixture
def area():
    return WorkAreaFactory(name="服务成长成才", position=1)


@pytest.fixture
def author():
    return StaffFactory(username="author")


@pytest.fixture
def three(area):
    """Three activities of one area, by date."""
    return [
        ActivityFactory(title=title, area=area, starts_on=date(2020, 3, day), published=True)
        for day, title in enumerate("甲乙丙", 1)
    ]


@pytest.fixture
def draft(report, author):
    """An edit that runs to its end: the draft in it, closed by the test's assertions."""

    def change(do):
        report.refresh_from_db()
        with edit(report=report, by=author, revision=report.revision) as draft:
            return do(draft)

    return change
