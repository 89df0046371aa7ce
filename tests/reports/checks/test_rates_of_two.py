"""A rate against the two figures that it is made of, wherever these are on record."""

from datetime import date

import pytest

from reports.checks import rates
from reports.composing.compose import compose
from reports.document.snapshot import from_json, to_json
from tests.factories import ActivityFactory, FigureFactory
from tests.reports.checks.drafts import activity, composed_reading

pytestmark = pytest.mark.django_db


def found(report):
    findings = rates.findings(composed_reading(report))
    return [(one.code, one.message, [source.text for source in one.sources]) for one in findings]


def rate(told, wording, numerator, denominator, *, earlier=None):
    """A rate of an activity with its two counts, of which the second may be of another."""
    return FigureFactory(
        activity=told,
        name="参学率",
        wording=wording,
        numerator=FigureFactory(activity=told, name="参学", wording=numerator),
        denominator=FigureFactory(activity=earlier or told, name="应参学", wording=denominator),
    )


def test_a_rate_that_its_counts_do_not_make_is_a_finding_with_both_numbers(report, area):
    rate(activity(area, "主题团课"), "62.9%", "1200人", "2000人")

    assert found(report) == [
        (
            "rate_differs",
            "“参学率”写的是62.9%，按“参学”1200人÷“应参学”2000人算是60%，请核对，改正写错的那个数。",
            ["62.9%", "1200人", "2000人"],
        )
    ]


def test_a_growth_is_held_against_the_figure_of_the_earlier_period(report, area):
    earlier = activity(area, "去年的团课", starts_on=date(2019, 3, 5))
    rate(activity(area, "今年的团课"), "同比增长12.5%", "1200人", "1000人", earlier=earlier)

    assert [words for _, words, _ in found(report)] == [
        "“参学率”写的是同比增长12.5%，按“参学”1200人与“应参学”1000人算是增长20%，请核对，改正写错的那个数。"
    ]


@pytest.mark.parametrize(
    ("wording", "numerator", "denominator"),
    [("62.9%", "1258人", "2000人"), ("六成以上", "1200余人", "2000人"), ("三成", "312人", "1000人")],
)
def test_what_the_stated_precision_allows_is_none(report, area, wording, numerator, denominator):
    rate(activity(area), wording, numerator, denominator)

    assert found(report) == []


def test_a_rate_of_which_one_count_is_gone_is_not_computed(report, area):
    told = rate(activity(area), "62.9%", "1200人", "2000人")
    told.denominator.delete()

    assert found(report) == []


def test_the_report_leads_from_a_rate_to_its_two_figures(report, area):
    earlier = activity(area, "团员统计", starts_on=date(2019, 3, 5))
    told = activity(area, "主题团课", summary="参学率{参学率}。")
    rate(told, "60%", "1200人", "截至2月底，团员2000名", earlier=earlier)

    document = compose(report)
    [figure] = [one for one in document.figures() if one.label == "参学率"]

    assert [(one.label, one.text) for one in figure.sources] == [("主题团课", "60%")]
    assert [(one.label, one.text) for one in figure.made_of] == [
        ("主题团课", "1200人"),
        ("团员统计", "截至2月底，团员2000名"),
    ]
    assert figure.formula == "由1200与2000算出"
    assert figure in document.sums
    assert from_json(to_json(document)) == document


def test_a_figure_that_is_not_public_gives_its_number_and_no_name(report, area):
    draft = ActivityFactory(title="还没有发布", area=area)
    told = activity(area, "主题团课", summary="参学率{参学率}。")
    rate(told, "60%", "1200人", "2000人", earlier=draft)

    data = str(to_json(compose(report)))

    assert "还没有发布" not in data
    assert "2000人" in data
