"""A report in the order and under the headings of the document that its records were read from."""

from intake.models import Document, Proposal
from intake.recording.plan import closed_to_others, report_of
from intake.recording.refusals import Refused, require
from reports.models import Placement, Report, ReportSection

Kind = ReportSection.Kind
_LONGEST = ReportSection._meta.get_field("heading").max_length


def arrange(document: Document, *, by) -> Report:
    """Each part as the document heads it, its records in their order; what else the report tells follows.

    Records are told once they are published; their places are kept for them until then.
    """
    require(by, "reports.change_report")
    report = report_of(document)
    if report is None:
        raise Refused("还没有这段时间的工作总结。")
    accepted = list(
        document.proposals.filter(state=Proposal.State.ACCEPTED)
        .select_related("activity", "commendation")
        .defer("values")
    )
    with closed_to_others(report, by):
        rows = _headed(report, document, accepted)
        _order(report, rows)
        for place, record in enumerate(_records(accepted), 1):
            key = {record._meta.model_name: record}
            Placement.objects.update_or_create(report=report, **key, defaults={"position": place})
    return report


def _records(accepted: list[Proposal]):
    yield from filter(None, (one.activity or one.commendation for one in accepted))


def _headed(report: Report, document: Document, accepted: list[Proposal]) -> list[ReportSection]:
    """The rows of the parts that the document has, in its order: one for each area, and the plan."""
    rows: dict = {}
    for one in accepted:
        record = one.activity or one.commendation
        chosen = record.area if record else Kind.PLAN if one.plan_item_id else None
        if chosen is None or chosen in rows or one.section is None:
            continue
        heading = document.reading["sections"][one.section]["heading"]
        about = {"kind": Kind.PLAN} if chosen == Kind.PLAN else {"kind": Kind.RECORDS, "area": chosen}
        usual = "下一步工作计划" if chosen == Kind.PLAN else chosen.name
        defaults = {"heading": heading[:_LONGEST] or usual}
        rows[chosen], _ = ReportSection.objects.update_or_create(report=report, **about, defaults=defaults)
    return list(rows.values())


def _order(report: Report, rows: list[ReportSection]) -> None:
    """The document's parts where the first of them stood, its plan last of all."""
    records = [row for row in rows if row.kind == Kind.RECORDS]
    others = [row for row in report.sections.all() if row not in records]
    first = next((at for at, row in enumerate(others) if row.kind in (Kind.RECORDS, Kind.PLAN)), len(others))
    ordered = others[:first] + records + others[first:]
    ordered.sort(key=lambda row: row.kind == Kind.PLAN)
    for place, row in enumerate(ordered, 1):
        row.position = place
        row.save(update_fields=["position"])
