"""The whole way of an edited Word file: exported, changed, saved by another program, uploaded, taken over."""

from io import StringIO

import pytest
from django.core.management import call_command

from reports.models import PlanItem, Report
from tests.reports.returning.desk import exported, places, take, text_of, upload, uploaded
from tests.reports.returning.files import SOFFICE, edited, resaved, retype

pytestmark = pytest.mark.django_db


@pytest.mark.skipif(not SOFFICE, reason="LibreOffice (soffice) is not on this machine")
def test_the_sample_report_travels_through_libreoffice_and_back(desk, staff, tmp_path):
    """Exported, words and a number changed, saved by LibreOffice: just these are shown, one is taken over."""
    call_command("load_sample_data", stdout=StringIO())
    report = Report.objects.get(slug="2020-h1")
    Report.objects.filter(pk=report.pk).update(state="draft")
    before = text_of(report)

    def change(word):
        retype(word, "300余名", "320余名")
        retype(word, "换一种方式和载体", "创新方式和载体")

    page = upload(desk, report, resaved(edited(exported(report), change), tmp_path))

    [first, second] = places(page)
    assert (first, second) == ("一、4.青年志愿者投身疫情防控应急志愿服务", "四、1.加强青少年思想政治引领")
    [planned] = PlanItem.objects.filter(report=report, heading="加强青少年思想政治引领")
    take(desk, report, page, **{f"take-planitem-{planned.pk}": "on"})
    after, kept = text_of(report), "方式和载体，寓教于乐，引导青少年听党话、跟党走。"
    assert [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]] == [
        (f"换一种{kept}", f"创新{kept}")
    ]


@pytest.mark.parametrize("form", ["prose", "table"])
def test_an_item_that_a_follow_up_names_as_evidence_comes_back_as_its_own(desk, staff, form):
    call_command("load_sample_data", stdout=StringIO())
    report = Report.objects.get(slug="2020-h2")
    Report.objects.filter(pk=report.pk).update(follow_up_form=form)

    page = uploaded(desk, report, lambda word: retype(word, "集中培训开班", "集中培训如期开班"))

    assert places(page) == ["四、1.〔示例〕团干部集中培训"]
