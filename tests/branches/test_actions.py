"""The way of a report: sent up, adopted once, added to what is on record, sent back; taken back in bulk."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.utils import timezone

from activities.models import Activity
from branches.actions import Refused, adopt, merge, report_up, send_back, take_back
from branches.models import BranchReport
from desk.models import Binned
from tests.desk.history.test_versions import history
from tests.factories import (
    PUBLISHED_AT,
    ActivityFactory,
    BranchReportFactory,
    OrganizationFactory,
    ReportedPhotoFactory,
    StaffFactory,
    WorkAreaFactory,
)

pytestmark = pytest.mark.django_db

AT = PUBLISHED_AT


@pytest.fixture
def clerk():
    return StaffFactory(last_name="王", first_name="小明")


@pytest.fixture
def report():
    return BranchReportFactory(
        organization=OrganizationFactory(name="一中团委"),
        title="学雷锋进社区",
        place="丁公路社区",
        summary="35名志愿者走进社区，为120余名居民义诊。",
        figures="志愿者 35名\n居民：120余名\n发放口罩1万个",
        reported=True,
    )


def test_what_is_sent_up_waits_for_the_district_and_is_kept(desk, clerk):
    report = BranchReportFactory()

    report_up(report, by=clerk, at=AT)

    report.refresh_from_db()
    assert (report.state, report.reported_at, report.updated_by) == ("reported", AT, clerk)
    assert list(BranchReport.objects.awaiting()) == [report]
    assert history(desk, report)[0][0] == "上报。"
    assert [line.change_message for line in LogEntry.objects.all()] == ["上报。"]


def test_nothing_is_sent_up_twice_or_without_a_word_of_what_was_done(clerk, report):
    with pytest.raises(Refused, match="它现在是“已报”"):
        report_up(report, by=clerk, at=AT)
    with pytest.raises(Refused, match="请写一两句经过"):
        report_up(BranchReportFactory(summary=""), by=clerk, at=AT)


def test_an_adopted_report_is_a_draft_of_an_activity_with_all_that_it_told(clerk, report):
    ReportedPhotoFactory.create_batch(2, report=report)
    area = WorkAreaFactory()

    activity = adopt(report, area=area, by=clerk, at=AT).activity

    assert (activity.title, activity.place, activity.when_text, activity.area, activity.state) == (
        "学雷锋进社区",
        "丁公路社区",
        "2020年3月5日",
        area,
        "draft",
    )
    assert activity.summary == "{志愿者}志愿者走进社区，为{居民}居民义诊。"
    assert activity.summary_text() == report.summary
    assert [str(one) for one in activity.organizers.all()] == ["一中团委"]
    assert [(one.name, one.wording, one.value, one.counts) for one in activity.figures.all()] == [
        ("志愿者", "35名", 35, "volunteers"),
        ("居民", "120余名", 120, "other"),
        ("发放口罩", "1万个", Decimal(10000), "goods"),
    ]
    assert [(one.width, one.position) for one in activity.photos.all()] == [(64, 0), (64, 1)]
    assert not {one.image.name for one in activity.photos.all()} & {
        one.image.name for one in report.photos.all()
    }
    report.refresh_from_db()
    assert (report.state, report.activity, report.decided_by, report.is_merged) == (
        "adopted",
        activity,
        clerk,
        False,
    )
    assert (activity.created_by, activity.updated_by) == (clerk, clerk)


@pytest.mark.django_db(transaction=True)
def test_two_who_adopt_at_once_make_one_activity(report):
    area, clerks = WorkAreaFactory(), [StaffFactory(), StaffFactory()]

    def press(clerk):
        try:
            return adopt(BranchReport.objects.get(pk=report.pk), area=area, by=clerk, at=timezone.now())
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as people:
        done = list(people.map(press, clerks))

    assert Activity.objects.count() == 1
    assert [one.activity for one in done] == [Activity.objects.get()] * 2
    assert sorted(one.is_new for one in done) == [False, True]


def test_what_was_sent_back_meanwhile_is_not_adopted(clerk, report):
    send_back(report, reason="请补照片", by=clerk, at=AT)

    with pytest.raises(Refused, match="王小明已于2020年5月29日 9:00办理，它现在是“已退回”。"):
        adopt(report, area=WorkAreaFactory(), by=clerk, at=AT)

    assert not Activity.objects.exists()


def test_what_was_sent_back_says_why_and_may_be_sent_up_again(clerk, report):
    with pytest.raises(Refused, match="请写明退回的原因。"):
        send_back(report, reason=" ", by=clerk, at=AT)
    send_back(report, reason="请补照片", by=clerk, at=AT)
    report.refresh_from_db()
    assert (report.state, report.reason, report.is_in_hand) == ("returned", "请补照片", True)

    report_up(report, by=clerk, at=AT + timedelta(days=1))

    report.refresh_from_db()
    assert (report.state, report.reported_at) == ("reported", AT + timedelta(days=1))


def test_a_report_of_what_is_on_record_changes_nothing_of_it(clerk, report):
    activity = ActivityFactory(summary="团区委组织。")

    merge(report, activity=activity, by=clerk, at=AT)
    another = BranchReportFactory(reported=True)
    merge(another, activity=activity, by=clerk, at=AT)

    report.refresh_from_db()
    assert (report.state, report.activity, report.is_merged) == ("adopted", activity, True)
    assert (activity.branch_reports.count(), Activity.objects.get().summary) == (2, "团区委组织。")
    assert activity.figures.count() == 0


def test_what_was_adopted_in_bulk_is_taken_back_to_where_it_stood(clerk, report):
    other = BranchReportFactory(reported=True)
    for one in (report, other):
        adopt(one, area=WorkAreaFactory(), by=clerk, at=AT)

    take_back([report, other], by=clerk, at=AT)

    report.refresh_from_db()
    assert (report.state, report.activity, report.decided_by) == ("reported", None, None)
    assert (Activity.objects.count(), Binned.objects.count()) == (0, 2)


def test_nothing_is_taken_back_once_somebody_has_gone_on_with_it(clerk, report):
    other = BranchReportFactory(reported=True)
    for one in (report, other):
        adopt(one, area=WorkAreaFactory(), by=clerk, at=AT)
    Activity.objects.get(branch_reports=other).save()

    with pytest.raises(Refused, match="后来又有改动，不能整批撤销"):
        take_back([report, other], by=clerk, at=AT)
    with pytest.raises(Refused, match="不能整批撤销，请逐条处理"):
        take_back([report], by=StaffFactory(), at=AT)

    assert Activity.objects.count() == 2
    assert BranchReport.objects.filter(state="adopted").count() == 2
