"""How far commitments have come, as the lists of the desk ask the database."""

from datetime import date

import pytest

from reports.composing.follow_up import is_overdue, status_of
from reports.document.periods import HalfYear
from reports.models import Commitment
from tests.factories import (
    ActivityFactory,
    CommitmentFactory,
    EvidenceFactory,
    PlanItemFactory,
    ReportFactory,
)
from tests.reports.evidence import IN_AUTUMN, trained

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan_item():
    return PlanItemFactory(report=ReportFactory(period=HalfYear(2020, 1)))


@pytest.fixture
def training(plan_item):
    return CommitmentFactory(plan_item=plan_item, target_value=3, target_unit="期")


def test_the_database_and_the_page_agree_on_what_is_overdue(plan_item):
    day = date(2020, 10, 1)
    for said in ("", *Commitment.Status.values):
        for amounts in ((), (None,), (1, 1), (2, 1)):
            commitment = CommitmentFactory(
                plan_item=plan_item,
                due_on=date(2020, 9, 30),
                target_value=3,
                target_unit="期",
                said_status=said,
                said_reason="理由" if said else "",
            )
            for amount in amounts:
                trained(commitment, amount=amount)
    CommitmentFactory(plan_item=plan_item)

    expected = {
        commitment.pk
        for commitment in Commitment.objects.with_progress(day)
        if is_overdue(commitment, status_of(commitment, commitment.actual, commitment.evidence_count), day)
    }

    assert set(Commitment.objects.overdue(day).values_list("pk", flat=True)) == expected
    assert len(expected) == 3 + 2 * 4


def test_progress_counts_published_records_since_the_plan(training):
    day = date(2020, 11, 30)
    trained(training, amount=2)
    trained(training, amount=4, starts_on=date(2020, 6, 30))
    trained(training, amount=8, starts_on=date(2020, 12, 1))
    EvidenceFactory(commitment=training, activity=ActivityFactory(starts_on=IN_AUTUMN), amount=16)

    commitment = Commitment.objects.with_progress(day).get()

    assert (commitment.actual, commitment.evidence_count) == (2, 1)
