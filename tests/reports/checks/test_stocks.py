"""Stocks of one thing on one day must say one number."""

import pytest

from reports.checks import stocks
from tests.factories import FigureFactory, IndicatorFactory
from tests.reports.checks.drafts import activity, composed_reading

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def branches():
    IndicatorFactory(name="团支部数", unit="个", words="团支部", is_stock=True)


def found(report):
    return [(one.code, one.message) for one in stocks.findings(composed_reading(report))]


def stock(area, title, wording, **values):
    return FigureFactory(activity=activity(area, title=title), name="团支部", wording=wording, **values)


def test_two_numbers_of_one_day_are_a_finding(report, area):
    stock(area, "调研", "截至2月底，团支部569个")
    stock(area, "总结会", "截至2020年2月29日，团支部571个")

    assert found(report) == [
        (
            "stock_differs",
            "“团支部数”截至2020年2月29日有两个数：“总结会”写的是571个，“调研”写的是569个；"
            "合计取了前一个，请核对，改成一致。",
        )
    ]


def test_what_may_be_the_same_number_and_what_is_of_another_day_are_none(report, area):
    first = stock(area, "调研", "截至2月底，团支部569个")
    stock(area, "复核", "截至2月底，团支部560余个")
    stock(area, "年初", "截至去年底，团支部540个")
    stock(area, "误记", "截至2月底，团支部580个", repeats=first)

    assert found(report) == []
