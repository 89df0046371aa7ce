"""An item of a plan, entered into the report of the period whose summary the document is."""

from contextlib import contextmanager

from intake.models import Document, Proposal
from intake.recording.refusals import Checks, Refused, require
from reports.document.periods import TOPIC
from reports.editing.holding import Changed, edit
from reports.issuing.actions import Refused as Closed
from reports.models import Commitment, PlanItem, Report


def report_of(document: Document) -> Report | None:
    """The report that tells of the same days; the next one follows its plan up."""
    period = document.reading["period"]
    if period is None:
        return None
    rows = Report.objects.exclude(kind=TOPIC)
    return rows.filter(starts_on=period["start"], ends_on=period["end"]).first()


def enter_plan_item(proposal: Proposal, *, by) -> PlanItem:
    require(by, "reports.change_report")
    report = report_of(proposal.document)
    if report is None:
        period = proposal.document.reading["period"]
        raise Refused(
            f"还没有{period['label'] if period else '这段时间'}的工作总结，计划没有地方写入，先列在这里。"
        )
    item, commitments = _checked(proposal.values)
    with closed_to_others(report, by):
        item.report, item.position = report, report.plan_items.count() + 1
        item.save()
        for commitment in commitments:
            commitment.plan_item = item
            commitment.save()
    return item


@contextmanager
def closed_to_others(report: Report, by):
    """An edit of the report as it stands now. Raises Refused where it is closed."""
    try:
        with edit(report=report, by=by, revision=report.revision):
            yield
    except Closed as closed:
        raise Refused(str(closed)) from None
    except Changed:
        raise Refused("工作总结刚被别人修改过，请再试一次。") from None


def _checked(values: dict) -> tuple[PlanItem, list[Commitment]]:
    checks = Checks()
    item = PlanItem(heading=values["heading"], text=values["text"])
    checks.clean(item, exclude=("report",))
    commitments = []
    for number, row in enumerate(values["targets"]):
        fields = {name: row[name] for name in ("text", "target_value", "target_unit")}
        commitment = Commitment(position=number + 1, **fields)
        checks.clean_row("targets", number, commitment, exclude=("plan_item",))
        commitments.append(commitment)
    checks.end()
    return item, commitments
