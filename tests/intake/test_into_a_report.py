"""A summary read, accepted, composed and exported gives back its outline and every figure, and no other."""

import json
from pathlib import Path

import pytest

from activities.models import Activity
from honors.models import Commendation, HonorReceived
from intake import actions
from intake.proposing import propose
from intake.proposing.as_json import as_json
from intake.reading import cleaned, read
from intake.recording import Refused
from intake.taking_in import take_in
from reports.composing.compose import compose
from reports.document.snapshot import from_json
from reports.exporters import docx, text
from reports.models import ReportSection
from tests.desk.publishing.doing import done
from tests.factories import (
    ProposalFactory,
    ReportFactory,
    ReportSectionFactory,
    RootOrganizationFactory,
    WorkAreaFactory,
)

pytestmark = pytest.mark.django_db

REPORTS = Path(__file__).parents[1] / "releases/1.0.0/reports.json"


@pytest.fixture
def summary():
    return text.render(from_json(json.loads(REPORTS.read_text())["2020-h1"]))


@pytest.fixture
def accepted(summary, staff):
    """The document, all that it proposes accepted and published, in an office that had nothing on record."""
    RootOrganizationFactory(name="共青团西湖区委")
    for name in ("自身建设", "思想政治引领", "服务成长成才"):
        WorkAreaFactory(name=name)
    document = take_in(name="", data=summary.encode(), by=staff).document
    actions.accept_each(proposals=list(document.proposals.exclude(kind="plan")), by=staff)
    for model in (Activity, Commendation, HonorReceived):
        for record in model.objects.exclude(state="published"):
            done(record, "publish", by=staff)
    return document


def told(data: bytes) -> dict:
    found = as_json(propose(cleaned(read(data))))
    items = [item for one in found["sections"] for item in one["items"]]
    return {
        "outline": [(one["heading"], [item["title"] for item in one["items"]]) for one in found["sections"]][
            1:
        ],
        "figures": [(one["text"], one["value"], one["unit"]) for item in items for one in item["figures"]],
        "awards": [(one["title"], one["count"], one["recipients"]) for one in found["awards"]],
    }


@pytest.mark.parametrize(
    "render", [lambda document: text.render(document).encode(), docx.render], ids=["txt", "docx"]
)
def test_what_comes_out_is_what_went_in(render, accepted, summary, staff):
    report = ReportFactory(annex="none")
    actions.accept_each(proposals=list(accepted.proposals.filter(kind="plan")), by=staff)

    actions.arrange_report(document=accepted, by=staff)

    report.refresh_from_db()
    assert told(render(compose(report))) == told(summary.encode())


def test_the_parts_of_a_report_that_the_document_lacks_keep_their_place(accepted, staff):
    report = ReportFactory()
    for kind, heading in (("follow_up", "上期计划"), ("written", "存在问题"), ("plan", "计划")):
        ReportSectionFactory(report=report, kind=kind, area=None, heading=heading)

    actions.arrange_report(document=accepted, by=staff)

    assert list(ReportSection.objects.values_list("heading", flat=True)) == [
        "上期计划",
        "存在问题",
        "聚焦青年所需，服务成长成才",
        "筑牢信念之基，加强思想政治引领",
        "练好团的内功，推进自身建设",
        "计划",
    ]


@pytest.mark.parametrize("state", ["in_review", "issued"])
def test_a_closed_report_is_not_arranged(state, accepted, staff):
    ReportFactory(state=state)

    with pytest.raises(Refused, match="不能修改"):
        actions.arrange_report(document=accepted, by=staff)

    assert not ReportSection.objects.exists()


def test_without_a_report_there_is_nothing_to_arrange(staff):
    with pytest.raises(Refused, match="还没有这段时间的工作总结"):
        actions.arrange_report(document=ProposalFactory().document, by=staff)
