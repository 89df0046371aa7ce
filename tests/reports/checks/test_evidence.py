from datetime import date
from decimal import Decimal

import pytest

from reports.checks import evidence
from reports.document.periods import HalfYear
from tests.factories import (
    CommitmentFactory,
    EvidenceFactory,
    FigureFactory,
    PlanItemFactory,
    ReportFactory,
)
from tests.reports.checks.drafts import activity, composed_reading

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("unit", "amount", "wording", "said"),
    [
        ("期", 1, "", ""),
        ("期", 3, "3期", ""),
        ("期", 2, "3期", ""),
        ("名", 300, "300余人", ""),
        ("期", 3, "", "这条记录没有写明"),
        ("名", 500, "300余名", "这条记录一共只有300名"),
        ("个", 3, "3名", "这条记录没有写明"),
    ],
)
def test_evidence_counts_no_more_than_its_record_bears(report, area, unit, amount, wording, said):
    earlier = ReportFactory(period=HalfYear(2019, 2))
    item = PlanItemFactory(report=earlier, heading="加强培训")
    commitment = CommitmentFactory(
        plan_item=item, text="培训团干部", target_value=Decimal(900), target_unit=unit
    )
    trained = activity(area, "培训", starts_on=date(2020, 3, 5))
    if wording:
        FigureFactory(activity=trained, name="规模", wording=wording)
    EvidenceFactory(commitment=commitment, activity=trained, amount=Decimal(amount))

    found = list(evidence.findings(composed_reading(report)))

    assert [(one.code, said in one.message) for one in found] == [("evidence_amount", True)] * bool(said)
    assert all(one.sources[0].label == "培训" for one in found)
