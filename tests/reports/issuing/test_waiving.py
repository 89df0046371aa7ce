"""予以放行: a finding that blocks a report is let pass for a reason, for these words and no others."""

from datetime import UTC, datetime

import pytest

from reports.checks import blockers, findings_of
from reports.composing.compose import composed_from
from reports.composing.material import gather
from reports.document.snapshot import sha256_of
from reports.issuing.actions import Refused, issue, reopen, send_for_review
from reports.issuing.waiving import take_back, waive
from reports.models import Report
from tests.factories import ActivityFactory, ReportFactory, ReportTypeFactory, StaffFactory

pytestmark = pytest.mark.django_db

AT = datetime(2020, 6, 1, 1, 0, tzinfo=UTC)


@pytest.fixture
def author():
    return StaffFactory(username="author")


@pytest.fixture
def approver():
    return StaffFactory(username="approver")


@pytest.fixture
def report():
    ActivityFactory(title="学雷锋", summary="青年走上街头。", published=True)
    return ReportFactory(opening="张××捐款助学。", signature="共青团西湖区委")


def blocking(report) -> list:
    material = gather(Report.objects.get(pk=report.pk))
    return blockers(findings_of(material, composed_from(material)))


def let_pass(report, by, reason="按要求隐去姓名"):
    [found] = blocking(report)
    return waive(report=report, fingerprint=found.fingerprint, reason=reason, by=by, at=AT)


def test_a_masked_name_blocks_until_it_is_let_pass_and_the_version_keeps_by_whom(report, author, approver):
    send_for_review(report=report, by=author, at=AT)
    with pytest.raises(Refused, match="“张××捐款助学”还有空没有填"):
        issue(report=report, by=approver, at=AT)

    waiver = let_pass(report, approver)
    version = issue(report=report, by=approver, at=AT)

    assert (waiver.code, waiver.place, waiver.reason) == ("left_to_fill", "开头语", "按要求隐去姓名")
    assert list(version.waivers.all()) == [waiver]
    assert version.sha256 == sha256_of(version.snapshot)
    assert "放行" not in str(version.snapshot)


def test_a_waiver_falls_when_its_text_changes_and_no_other(report, author, approver):
    waiver = let_pass(report, approver)
    send_for_review(report=report, by=author, at=AT)
    Report.objects.update(signature="共青团东湖区委")

    version = issue(report=report, by=approver, at=AT)
    reopen(report=report, by=author, at=AT, reason="更正")
    Report.objects.update(opening="张××捐款助学，李××也捐款。")
    send_for_review(report=report, by=author, at=AT)

    assert list(version.waivers.all()) == [waiver]
    with pytest.raises(Refused, match="还有 2 处必须先改"):
        issue(report=report, by=approver, at=AT)


def test_a_waiver_is_of_one_finding_and_not_of_another_in_the_same_text(report, approver):
    Report.objects.update(opening="张××捐款助学，共募集XX元善款。")
    first, other = blocking(report)

    waive(report=report, fingerprint=first.fingerprint, reason="隐去姓名", by=approver, at=AT)

    waived = {waiver.fingerprint for waiver in report.waivers.standing()}
    assert blockers(blocking(report), waived) == [other]


def test_an_item_moved_to_another_place_keeps_its_waiver(report, author, approver):
    Report.objects.update(opening="")
    ActivityFactory(title="助学", summary="张××捐款。", starts_on="2020-03-05", published=True)
    let_pass(report, approver)
    ActivityFactory(title="植树", summary="大家种树。", starts_on="2020-01-05", published=True)
    send_for_review(report=report, by=author, at=AT)

    assert issue(report=report, by=approver, at=AT).waivers.count() == 1


def test_what_was_let_pass_is_taken_back_and_stays_on_record(report, author, approver):
    waiver = let_pass(report, approver)
    take_back(waiver=waiver, by=author, at=AT)
    send_for_review(report=report, by=author, at=AT)

    with pytest.raises(Refused, match="还有 1 处必须先改"):
        issue(report=report, by=approver, at=AT)
    with pytest.raises(Refused, match="已经撤回"):
        take_back(waiver=waiver, by=author, at=AT)
    waiver.refresh_from_db()
    assert (waiver.taken_back_by, waiver.taken_back_at, waiver.reason) == (author, AT, "按要求隐去姓名")
    assert let_pass(report, approver, "再次核对过").pk != waiver.pk


@pytest.mark.parametrize(
    ("reason", "sentence"), [(" ", "请写明放行的原因。"), ("长" * 301, "放行的原因请控制在 300 字以内。")]
)
def test_without_a_reason_nothing_passes(report, approver, reason, sentence):
    with pytest.raises(Refused, match=sentence):
        let_pass(report, approver, reason)

    assert not report.waivers.exists()


def test_a_finding_passes_once_and_one_that_is_gone_not_at_all(report, approver):
    waiver = let_pass(report, approver)

    with pytest.raises(Refused, match="已经放行过"):
        let_pass(report, approver)
    Report.objects.update(opening="已改好。")
    with pytest.raises(Refused, match="已经不在了"):
        waive(report=report, fingerprint=waiver.fingerprint, reason="核对过", by=approver, at=AT)


def test_private_numbers_and_missing_parts_are_never_let_pass(report, approver):
    asked = ReportTypeFactory(requires_problems=True, requires_plan=False)
    Report.objects.update(opening="联系人电话13812345678。", type=asked)
    report.refresh_from_db()
    found = blocking(report)

    assert [one.code for one in found] == ["private_number", "part_missing"]
    for one in found:
        with pytest.raises(Refused, match="这一处不能放行"):
            waive(report=report, fingerprint=one.fingerprint, reason="核对过", by=approver, at=AT)


def test_nothing_is_let_pass_or_taken_back_once_a_report_is_issued(report, author, approver):
    waiver = let_pass(report, approver)
    send_for_review(report=report, by=author, at=AT)
    issue(report=report, by=approver, at=AT)

    with pytest.raises(Refused, match="已签发"):
        take_back(waiver=waiver, by=approver, at=AT)
    with pytest.raises(Refused, match="已签发"):
        let_pass(report, approver)
