import pytest

from activities.models import Figure
from reports.checks import entering
from tests.factories import FigureFactory, IndicatorFactory
from tests.reports.checks.drafts import activity, composed_reading

pytestmark = pytest.mark.django_db


def found(report):
    return [
        (one.code, one.place, one.message, [source.label for source in one.sources])
        for one in entering.findings(composed_reading(report))
    ]


def test_figures_that_enter_no_total_are_listed_with_their_records(report, area):
    first, second = activity(area, title="慰问"), activity(area, title="培训")
    FigureFactory(activity=first, name="口罩", wording="1万个")
    FigureFactory(activity=first, name="参加", wording="70余人", counts="participants")
    FigureFactory(activity=second, name="班次", wording="3期")

    assert found(report) == [
        (
            "in_no_total",
            "全文",
            "“口罩”1万个、“班次”3期没有计入任何指标。要合计的，请增加指标，或在数据里选定；"
            "不必合计的，在“总数或单价”里选“不计入合计”。",
            ["慰问", "培训"],
        )
    ]


def test_what_is_not_to_be_added_is_no_finding(report, area):
    told = activity(area)
    first = FigureFactory(activity=told, wording="1万个", part="apart")
    FigureFactory(activity=told, wording="1万个", repeats=first)
    FigureFactory(activity=told, wording="150元", part="unit_price")
    FigureFactory(activity=told, wording="62.9%")
    FigureFactory(activity=told, wording="截至5月底，团支部569个")

    assert found(report) == []


def test_a_figure_that_two_totals_could_take_is_for_staff_to_place(report, area):
    IndicatorFactory(name="走访", words="走访")
    chosen = IndicatorFactory(name="困难家庭", words="困难")
    told = activity(area, title="走访慰问")
    figure = FigureFactory(activity=told, name="走访困难家庭", wording="60户")

    assert [(code, message) for code, _, message, _ in found(report)] == [
        (
            "unclear_total",
            "“走访困难家庭”60户同时符合指标“走访”“困难家庭”，都没有计入，请在这条数据里选定一个。",
        )
    ]
    Figure.objects.filter(pk=figure.pk).update(indicator=chosen)
    assert found(report) == []
