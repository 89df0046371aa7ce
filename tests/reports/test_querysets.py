from datetime import date

import pytest

from reports.document.periods import HALF_YEAR, HalfYear
from reports.models import Commitment, Report
from tests.factories import (
    CommitmentFactory,
    EvidenceFactory,
    ReportFactory,
    ReportVersionFactory,
)

pytestmark = pytest.mark.django_db


def test_public_reports_are_issued_ones_and_drafts_made_public():
    issued = ReportVersionFactory(report__period=HalfYear(2019, 1)).report
    shown = ReportFactory(period=HalfYear(2019, 2), is_public=True)
    ReportFactory(period=HalfYear(2020, 1))

    assert set(Report.objects.public()) == {issued, shown}


def test_overlapping_reports_share_a_day():
    ReportFactory(period=HalfYear(2019, 2))
    spring = ReportFactory(period=HalfYear(2020, 1))

    assert list(Report.objects.overlapping(HALF_YEAR, date(2020, 1, 1), date(2020, 1, 1))) == [spring]


def test_before_tells_the_nearest_first():
    oldest, older, report = [
        ReportFactory(period=period) for period in (HalfYear(2019, 1), HalfYear(2019, 2), HalfYear(2020, 1))
    ]

    assert list(Report.objects.before(report)) == [older, oldest]


def test_overdue_leaves_out_what_somebody_said_is_done():
    overdue = CommitmentFactory(due_on=date(2020, 9, 30))
    CommitmentFactory(
        plan_item=overdue.plan_item, due_on=date(2020, 9, 30), said_status="done", said_reason="已办"
    )
    CommitmentFactory(plan_item=overdue.plan_item, due_on=date(2020, 10, 1))

    assert list(Commitment.objects.overdue(date(2020, 10, 1))) == [overdue]


def test_without_evidence_are_those_that_no_record_shows():
    bare = CommitmentFactory()
    EvidenceFactory(commitment=CommitmentFactory(plan_item=bare.plan_item))

    assert list(Commitment.objects.without_evidence()) == [bare]
