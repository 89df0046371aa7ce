from datetime import date

import pytest

from tests.factories import (
    ReportFactory,
    WorkAreaFactory,
)


@pytest.fixture
def report():
    return ReportFactory(as_of=date(2020, 5, 29))


@pytest.fixture
def area():
    return WorkAreaFactory(name="服务成长成才", position=1)
