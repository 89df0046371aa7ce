from datetime import date

import pytest

from reports.checks import hours
from reports.composing.compose import compose
from tests.factories import FigureFactory, ServiceRecordFactory
from tests.reports.checks.drafts import activity, composed_reading

pytestmark = pytest.mark.django_db


def found(report):
    return [(finding.code, finding.message) for finding in hours.findings(composed_reading(report))]


def total(report) -> list[str]:
    return [figure.text for figure in compose(report).totals if figure.label == "志愿服务时长"]


@pytest.fixture
def stating(report, area):
    """An activity that states 1500 hours."""
    stating = activity(area)
    FigureFactory(activity=stating, name="服务时长", wording="1500小时")
    return stating


def recorded(stating, *amounts):
    for amount in amounts:
        ServiceRecordFactory(activity=stating, hours=amount, served_on=date(2020, 3, 5))


def whole(stating):
    stating.service_is_whole = True
    stating.save()


def test_one_record_takes_nothing_from_what_is_stated(report, stating):
    recorded(stating, 1)

    assert total(report) == ["1500小时"]
    assert found(report) == [
        ("hours_few", "登记的服务记录只有1小时，写明的是1500小时；合计按写明的计算，记录请补齐。")
    ]


def test_records_count_where_staff_say_that_they_are_the_whole_and_the_text_must_agree(report, stating):
    whole(stating)
    recorded(stating, 20, 4)

    assert total(report) == ["24小时"]
    assert found(report) == [
        ("hours_differ", "这里写的是1500小时，合计按登记的服务记录24小时计算，请改成一致。")
    ]


def test_records_above_what_is_stated_are_told(report, stating):
    stating.figures.update(value=20, wording="20小时")
    recorded(stating, 20, 4)

    assert total(report) == ["20小时"]
    assert found(report) == [
        ("hours_over", "登记的服务记录共24小时，多于写明的20小时，请核对；合计按写明的计算。")
    ]


def test_a_whole_without_any_record_is_told(report, stating):
    whole(stating)

    assert total(report) == []
    assert [code for code, _ in found(report)] == ["hours_lost"]


def test_nothing_is_said_where_only_one_of_the_two_is_there_or_both_agree(report, area, stating):
    recorded(activity(area), 3)
    stating.figures.update(value=20, wording="20小时")
    recorded(stating, 20)
    whole(stating)

    assert (total(report), found(report)) == (["23小时"], [])
