"""What is issued is what its approver has read; where a record has changed since, the page says so."""

import re
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from activities.models import Activity
from reports.composing.compose import compose, document_of
from reports.issuing.actions import Refused, digest_of, issue, send_for_review
from reports.models import Report
from tests.factories import ActivityFactory, ReportFactory, StaffFactory
from tests.reports.pages import filled, page_of, said

pytestmark = pytest.mark.django_db

AT = datetime(2020, 6, 1, 1, 0, tzinfo=UTC)


@pytest.fixture
def sent():
    """A report in review that no check stops."""
    report = ReportFactory(opening="今年以来，工作情况如下。", signature="共青团西湖区委")
    ActivityFactory(title="学雷锋", summary="青年走上街头。", published=True)
    send_for_review(report=report, by=StaffFactory(username="author"), at=AT)
    report.refresh_from_db()
    return report


@pytest.fixture
def step(sent) -> str:
    return reverse("admin:reports_report_step", args=[sent.pk, "issue"])


def state(report) -> str:
    return Report.objects.get(pk=report.pk).state


def test_what_was_not_read_is_not_issued(sent, staff):
    read = digest_of(compose(sent))
    Activity.objects.update(summary="青年走进社区。")

    with pytest.raises(Refused, match="记录又有变动，请再看一遍"):
        issue(report=sent, by=staff, at=AT, read=read)

    assert not sent.versions.exists()
    assert issue(report=sent, by=staff, at=AT, read=digest_of(compose(sent))).number == 1


def test_a_record_changed_since_the_page_was_opened_is_read_before_it_is_issued(desk, sent, step):
    asked = filled(desk.get(step))
    Activity.objects.update(summary="青年走进社区。")

    told = desk.post(step, asked)
    before = state(sent)
    desk.post(step, filled(told))

    assert said(told) == ["你打开这一页以后，记录又有变动，请再看一遍。"]
    assert before == "in_review"
    assert document_of(sent).sections[0].items[0].text == "青年走进社区。"
    assert state(sent) == "issued"


def test_issuing_without_saying_what_was_read_issues_nothing(desk, sent, step):
    response = desk.post(step, {"revision": sent.revision})

    assert said(response) == ["你打开这一页以后，记录又有变动，请再看一遍。"]
    assert state(sent) == "in_review"


def test_a_record_changed_since_the_draft_was_read_is_told_when_issuing_is_asked_for(desk, sent):
    (button,) = re.findall(r'href="([^"]*/step/issue/[^"]*)"', desk.get(page_of(sent)).text)
    unchanged = said(desk.get(button))
    Activity.objects.update(summary="青年走进社区。")

    assert unchanged == []
    assert said(desk.get(button)) == ["你打开全文以后，记录又有变动，请再看一遍，再决定是否签发。"]


def test_the_rail_says_that_the_public_does_not_see_a_draft_with_a_private_number(desk, sent):
    before = desk.get(page_of(sent)).context["is_withheld"]
    Report.objects.update(is_public=True, opening="联系电话13812345678。")

    response = desk.get(page_of(sent))

    assert (before, response.context["is_withheld"]) == (False, True)
    assert "公众暂时看不到这份公开草稿" in response.text
