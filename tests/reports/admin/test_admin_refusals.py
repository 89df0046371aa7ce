"""Bad input to the frame of a report: a sentence beside the field, nothing typed lost, nothing saved."""

import pytest
from django.urls import reverse

from reports.document.periods import HalfYear
from tests.factories import ReportFactory, ReportVersionFactory
from tests.pages import Desk, refusals, still_typed, typed
from toolkit.dates.typed import NOT_READ

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    return ReportFactory(period=HalfYear(2020, 2))


@pytest.fixture
def form(desk, report):
    return Desk(desk, reverse("admin:reports_report_change", args=[report.pk]))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (
            {"starts_on": "2020/01/01", "ends_on": "2020/06/30", "as_of": "2020/06/30"},
            {"starts_on": ["这个时段与已有的一份同类总结重叠；要改正已签发的总结，请在原总结上更正。"]},
        ),
        (
            {"starts_on": "2020/08/01"},
            {
                "ends_on": [
                    "时段与总结的种类不符：月度、季度、半年和年度总结要从头一天写到末一天；"
                    "要写别的时段，种类请选“其他时段的总结”。"
                ]
            },
        ),
        (
            {"ends_on": "2020/06/30"},
            {
                "ends_on": ["时段的结束日期不能早于开始日期。"],
                "as_of": ["统计截止日应在总结时段之内。"],
            },
        ),
        ({"as_of": "2021/01/01"}, {"as_of": ["统计截止日应在总结时段之内。"]}),
        ({"signed_on": "2020/07/01"}, {"signed_on": ["落款日期不能早于统计截止日。"]}),
        ({"slug": "2020-h1"}, {"slug": ["这个地址用名已被另一份总结使用。"]}),
        ({"starts_on": "去年"}, {"starts_on": [NOT_READ]}),
        ({"signature": "空\x00"}, {"signature": ["这里有看不见的字符，请删去后再保存。"]}),
    ],
)
def test_report_is_refused_beside_its_field(form, report, values, said):
    ReportVersionFactory(report=ReportFactory(period=HalfYear(2020, 1), state="issued"))
    form.type(title="另一个标题", **values)

    answer = form.send()

    assert refusals(answer) == said
    assert still_typed(form, answer) == typed(form)
    report.refresh_from_db()
    assert report.title != "另一个标题"


@pytest.mark.parametrize("state", ["in_review", "issued"])
def test_report_that_was_sent_is_only_read(form, report, state):
    report.state = state
    report.save()

    form.type(title="另一个标题").send()

    report.refresh_from_db()
    assert report.title != "另一个标题"
