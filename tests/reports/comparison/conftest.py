from datetime import date

import pytest

from reports.document.periods import HalfYear
from tests.factories import ReportFactory, WorkAreaFactory


@pytest.fixture
def spring():
    return ReportFactory(period=HalfYear(2020, 1), as_of=date(2020, 5, 29), is_public=True)


@pytest.fixture
def autumn():
    return ReportFactory(period=HalfYear(2020, 2), is_public=True)


@pytest.fixture
def growth():
    return WorkAreaFactory(name="服务成长成才", position=1)
