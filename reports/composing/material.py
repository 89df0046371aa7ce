"""Everything one report is composed from, read once in a fixed number of queries."""

from dataclasses import dataclass, field

from django.db.models import Prefetch, Q, QuerySet

from activities.models import Activity
from honors.models import Commendation, HonorReceived
from reports.models import Commitment, Evidence, PlanItem, Report
from volunteers.models import ServiceRecord


@dataclass
class Material:
    """The published records of a report's period up to its as-of date, and staff's decisions."""

    report: Report
    activities: list[Activity]
    commendations: list[Commendation]
    honors_received: list[HonorReceived]
    service: list[dict]  # see ServiceRecordQuerySet.by_occasion
    sections: list = field(default_factory=list)
    placements: dict = field(default_factory=dict)  # (model name, id) → Placement
    left_out: list = field(default_factory=list)  # records that staff took out of the report
    plan: list[PlanItem] = field(default_factory=list)
    earlier_plan: list[PlanItem] = field(default_factory=list)  # of the report before, with its evidence

    @property
    def records(self) -> list:
        """What the report tells of, by kind and date."""
        return [*self.activities, *self.commendations]

    def placement_of(self, record):
        return self.placements.get((record._meta.model_name, record.pk))

    def is_included(self, record) -> bool:
        placement = self.placement_of(record)
        return placement is None or not placement.is_left_out

    def is_served(self, row: dict) -> bool:
        """Whether the hours of this row count: not those given to an activity that staff took out."""
        placement = self.placements.get(("activity", row["activity_id"]))
        return placement is None or not placement.is_left_out


def gather(report: Report) -> Material:
    material = Material(
        report=report,
        activities=list(_held(Activity, report).with_figures()),
        commendations=list(_held(Commendation, report).with_awards()),
        honors_received=list(told_honors(report)),
        service=list(_served(report).by_occasion()),
        sections=list(report.sections.select_related("area").prefetch_related("written_items")),
        placements={_key(placement): placement for placement in report.placements.all()},
    )
    for item in _plans(report):
        (material.plan if item.report_id == report.pk else material.earlier_plan).append(item)
    material.left_out = [record for record in material.records if not material.is_included(record)]
    material.activities = [record for record in material.activities if material.is_included(record)]
    material.commendations = [record for record in material.commendations if material.is_included(record)]
    material.service = [row for row in material.service if material.is_served(row)]
    return material


def told_activities(report: Report) -> QuerySet:
    """The activities that a report tells of, for whoever needs none of those that staff left out."""
    return _held(Activity, report).exclude(pk__in=_left_out(report, "activity"))


def told_commendations(report: Report) -> QuerySet:
    return _held(Commendation, report).exclude(pk__in=_left_out(report, "commendation"))


def told_honors(report: Report) -> QuerySet:
    return _held(HonorReceived, report)


def told_service(report: Report) -> QuerySet:
    return _served(report).exclude(activity__in=_left_out(report, "activity")).by_occasion()


def _held(model, report: Report) -> QuerySet:
    """What is published of the period up to its as-of date."""
    held = model.objects.published().held_between(report.starts_on, report.as_of)
    return held.order_by("starts_on", "pk")


def _served(report: Report) -> QuerySet:
    return ServiceRecord.objects.served_between(report.starts_on, report.as_of).told()


def _left_out(report: Report, kind: str) -> QuerySet:
    return report.placements.filter(is_left_out=True, **{f"{kind}__isnull": False}).values(kind)


def _plans(report: Report) -> QuerySet:
    """The headings of the report's own plan and of that before it, with what each commits to."""
    earlier = Report.objects.before(report).values("pk")[:1]
    told = Evidence.objects.told_between(report.starts_on, report.as_of).with_records()
    commitments = Commitment.objects.select_related("owner").prefetch_related(Prefetch("evidence", told))
    items = PlanItem.objects.filter(Q(report=report) | Q(report__in=earlier)).select_related("report")
    return items.prefetch_related(Prefetch("commitments", commitments))


def _key(placement) -> tuple[str, int]:
    if placement.activity_id:
        return "activity", placement.activity_id
    return "commendation", placement.commendation_id
