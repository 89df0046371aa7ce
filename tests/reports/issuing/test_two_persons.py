"""Who may issue a report: neither who sent it for review nor who edited it last."""

from datetime import UTC, datetime

import pytest

from reports.editing.holding import edit
from reports.issuing.actions import Refused, issue, return_for_changes, send_for_review
from tests.factories import ActivityFactory, ReportFactory, StaffFactory

pytestmark = pytest.mark.django_db

AT = datetime(2020, 6, 1, 1, 0, tzinfo=UTC)


@pytest.fixture
def author():
    return StaffFactory(username="author")


@pytest.fixture
def approver():
    return StaffFactory(username="approver")


@pytest.fixture
def report(approver):
    """A draft that no check stops, edited last by the approver."""
    ActivityFactory(title="学雷锋", summary="青年走上街头。", published=True)
    report = ReportFactory(signature="共青团西湖区委")
    with edit(report=report, by=approver, revision=0) as draft:
        draft.open_with("今年以来，工作情况如下。")
    return report


def test_who_edited_it_last_may_not_issue_it_though_another_sent_it(report, author, approver):
    send_for_review(report=report, by=author, at=AT)

    with pytest.raises(Refused, match="最后修改的人不能自己签发"):
        issue(report=report, by=approver, at=AT)

    assert not report.versions.exists()


def test_who_edited_it_last_may_issue_it_where_the_settings_say_so(report, author, approver, settings):
    settings.REPORT_SELF_APPROVAL = True
    send_for_review(report=report, by=author, at=AT)

    assert issue(report=report, by=approver, at=AT).issued_by == approver


def test_returning_is_no_edit_that_keeps_the_approver_from_issuing(report, author, approver):
    with edit(report=report, by=author, revision=1) as draft:
        draft.open_with("今年以来，各项工作情况如下。")
    send_for_review(report=report, by=author, at=AT)
    return_for_changes(report=report, by=approver, at=AT, reason="请核对")
    send_for_review(report=report, by=author, at=AT)

    assert issue(report=report, by=approver, at=AT).issued_by == approver
