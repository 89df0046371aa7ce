"""What the desk prints of a report that is issued: what was issued, and nothing else."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from activities.models import Activity
from reports.composing.compose import compose
from reports.document.snapshot import from_json
from reports.formats import FORMATS
from reports.issuing.actions import issue, reopen, send_for_review
from reports.models import Report
from tests.factories import ActivityFactory, ReportFactory, ReportVersionFactory, StaffFactory
from tests.reports.pages import page_of, said

pytestmark = pytest.mark.django_db

AT = datetime(2020, 6, 1, 1, 0, tzinfo=UTC)


@pytest.fixture
def issued(staff):
    """An issued report, one of whose records was rewritten afterwards."""
    report = ReportFactory()
    ActivityFactory(title="学雷锋", summary="3月5日，青年走上街头。", published=True)
    send_for_review(report=report, by=StaffFactory(), at=AT)
    issue(report=report, by=staff, at=AT)
    Activity.objects.update(summary="3月5日，青年走进社区。")
    report.refresh_from_db()
    return report


@pytest.mark.parametrize("name", ["txt", "html", "json", "docx"])
def test_an_issued_report_is_downloaded_as_it_was_issued(desk, issued, name):
    frozen = FORMATS[name](from_json(issued.versions.get().snapshot))

    response = desk.get(page_of(issued, "export", name))

    assert response.content == (frozen.encode() if isinstance(frozen, str) else frozen)


def test_a_correction_is_downloaded_as_the_draft_that_it_is(desk, issued, staff):
    reopen(report=issued, by=staff, at=AT, reason="核对地点")

    response = desk.get(page_of(issued, "export", "txt"))

    assert response.text == FORMATS["txt"](compose(Report.objects.get()))
    assert "（未签发）" in response.text
    assert "走进社区" in response.text


def test_the_preview_of_an_issued_report_is_the_page_of_what_was_issued(desk, issued):
    response = desk.get(page_of(issued, "preview"))

    assert (response.status_code, response.url) == (302, "/reports/2020-h1/")


def test_the_editor_says_that_it_does_not_show_what_was_issued(desk, issued):
    shown = desk.get(page_of(issued)).text

    assert '签发的内容已经冻结，见<a href="/reports/2020-h1/">公开的页面</a>' in shown
    assert "走进社区" in shown


def test_a_snapshot_of_an_unknown_format_is_named_and_not_downloaded(desk):
    report = ReportVersionFactory(report__state="issued", format=9).report

    response = desk.get(page_of(report, "export", "pdf"), follow=True)

    assert response.redirect_chain == [(reverse("admin:reports_report_edit", args=[report.pk]), 302)]
    assert said(response) == ["这份总结的格式版本是 9，本系统只认识版本 1。"]
