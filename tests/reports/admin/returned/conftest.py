import pytest

from tests.factories import (
    ActivityFactory,
    FigureFactory,
    ReportFactory,
    WorkAreaFactory,
)


@pytest.fixture
def report():
    return ReportFactory(opening="今年以来。")


@pytest.fixture
def activity():
    area = WorkAreaFactory(name="服务成长成才", position=1)
    activity = ActivityFactory(title="学雷锋", area=area, summary="组织{志愿者}上门服务。", published=True)
    FigureFactory(activity=activity, name="志愿者", wording="300余名")
    return activity
