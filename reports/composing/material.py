"""Everything one report is composed from, read once in a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects
from django.utils.timezone import localdate

from activities.models import Activity, Figure, Indicator
from branches.census import levels
from branches.census.levels import CensusLevel
from honors.models import Commendation, HonorReceived
from reports.composing.campaigns import campaigns_by_activity
from reports.composing.topics import of_topic
from reports.models import Commitment, Evidence, PlanItem, Report
from volunteers.models import ServiceRecord

_OTHERS = Figure.objects.select_related("activity").defer("activity__body")
SOURCES_OF_A_RATE = tuple(Prefetch(name, _OTHERS) for name in ("numerator", "denominator"))


@dataclass
class Material:
    """The published records of a report's period up to its as-of date, and staff's decisions."""

    report: Report
    activities: list[Activity]
    commendations: list[Commendation]
    honors_received: list[HonorReceived]  # by the committee itself
    service: list[dict]  # see ServiceRecordQuerySet.by_occasion
    indicators: list[Indicator] = field(default_factory=list)  # all there are, in the office's order
    sections: list = field(default_factory=list)
    placements: dict = field(default_factory=dict)  # (model name, id) → Placement
    bindings: list = field(default_factory=list)  # numbers in staff's own words, and what they are bound to
    left_out: list = field(default_factory=list)  # records that staff took out of the report
    # By activity, where a section gathers its items by them.
    campaigns: dict[int, list[str]] = field(default_factory=dict)
    plan: list[PlanItem] = field(default_factory=list)
    earlier_plan: list[PlanItem] = field(
        default_factory=list
    )  # what its follow-up tells of, the nearest plan first

    # What bodies and people of the district received, each with its recipients at hand.
    honors_of_others: list[HonorReceived] = field(default_factory=list)

    # Commendations and honours that reach into the period, and belong to another or to none that is known.
    told_elsewhere: list = field(default_factory=list)

    census: list[CensusLevel] = field(default_factory=list)  # what rounds came to, closed, of its days

    counting: list[Figure] | None = None  # what its totals are made of, where that isn't ``figures``

    @property
    def figures(self) -> list[Figure]:
        """What counts in its period; of an activity that reaches beyond it, the others count in another."""
        if self.counting is not None:
            return self.counting
        return figures_of(self.activities, self.report.starts_on, self.report.ends_on)

    @property
    def records(self) -> list:
        """What the report tells of, by kind and date."""
        return [*self.activities, *self.commendations]

    def census_of(self, indicator: Indicator) -> list[CensusLevel]:
        """What rounds of the census came to in a total of stocks."""
        return [one for one in self.census if one.enters == indicator.pk]

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
    indicators = list(Indicator.objects.all())
    commendations, beyond = placed(_held(Commendation, report).with_awards(), report)
    honors, honors_beyond = placed(_held(HonorReceived, report), report)
    received, of_others = parted(honors)
    material = Material(
        report=report,
        activities=list(_held(Activity, report).with_figures()),
        commendations=commendations,
        honors_received=received,
        honors_of_others=of_others,
        told_elsewhere=[*beyond, *honors_beyond],
        service=list(_served(report, indicators).by_occasion()),
        indicators=indicators,
        census=told_census(report, indicators),
        sections=list(report.sections.select_related("area").prefetch_related("written_items")),
        placements={placement.key_of_record: placement for placement in report.placements.all()},
        bindings=list(report.bindings.all()),
    )
    for item in _plans(report):
        (material.plan if item.report_id == report.pk else material.earlier_plan).append(item)
    material.left_out = [record for record in material.records if not material.is_included(record)]
    material.activities = [record for record in material.activities if material.is_included(record)]
    material.commendations = [record for record in material.commendations if material.is_included(record)]
    material.service = [row for row in material.service if material.is_served(row)]
    if any(row.item_form == row.ItemForm.CAMPAIGNS for row in material.sections):
        material.campaigns = campaigns_by_activity(activity.pk for activity in material.activities)
    # Whose sentence is made of what is known of them.
    bare = [activity for activity in material.activities if not activity.summary]
    prefetch_related_objects(rates_made_of_two(material.activities), *SOURCES_OF_A_RATE)
    prefetch_related_objects(bare, "organizers", "partnerships__partner", "participants")
    prefetch_related_objects(of_others, "recipients")
    return material


def rates_made_of_two(activities: list[Activity]) -> list[Figure]:
    """The rates that can be computed from two other figures, one of which may be of another activity."""
    every = (figure for activity in activities for figure in activity.figures.all())
    return [figure for figure in every if figure.numerator_id and figure.denominator_id]


def placed(held: Iterable, report: Report) -> tuple[list, list]:
    """What is one fact and belongs to the period, as far as its day is known; and what does not."""
    if report.kind == Report.Kind.TOPIC:  # which no other of its kind stands beside
        return list(held), []
    found: tuple[list, list] = ([], [])
    for one in held:
        found[not one.is_placed_between(report.starts_on, report.ends_on)].append(one)
    return found


def parted(honors: Iterable[HonorReceived]) -> tuple[list[HonorReceived], list[HonorReceived]]:
    """What the committee itself received, and what others did."""
    honors = list(honors)
    return [one for one in honors if not one.is_of_others], [one for one in honors if one.is_of_others]


def figures_of(activities: list[Activity], first: date, last: date) -> list[Figure]:
    """The figures of these activities that count in the days from ``first`` to ``last``."""
    every = (figure for activity in activities for figure in activity.figures.all())
    return [figure for figure in every if first <= figure.counted_on <= last]


def told_activities(report: Report) -> QuerySet:
    """The activities that a report tells of, for whoever needs none of those that staff left out."""
    return _held(Activity, report).exclude(pk__in=_left_out(report, "activity"))


def told_commendations(report: Report) -> QuerySet:
    return _placed(Commendation, report).exclude(pk__in=_left_out(report, "commendation"))


def told_honors(report: Report) -> QuerySet:
    return _placed(HonorReceived, report)


def told_service(report: Report, indicators: list[Indicator]) -> QuerySet:
    return _served(report, indicators).exclude(activity__in=_left_out(report, "activity")).by_occasion()


def _held(model, report: Report) -> QuerySet:
    """What is published of the period up to its as-of date, of a topic only what belongs to it."""
    held = model.objects.published().held_between(report.starts_on, report.as_of)
    return of_topic(held, report).order_by("starts_on", "pk")


def _placed(model, report: Report) -> QuerySet:
    """As ``placed`` finds it among the held."""
    held = _held(model, report)
    is_topic = report.kind == Report.Kind.TOPIC
    return held if is_topic else held.placed_between(report.starts_on, report.ends_on)


def served_in(material: Material, start: date, end: date) -> QuerySet:
    """The service of these days of its period, as ``Material.service`` holds it."""
    return _served(material.report, material.indicators, start, end).by_occasion()


def _served(report: Report, indicators: list, start: date | None = None, end: date | None = None) -> QuerySet:
    served = ServiceRecord.objects.served_between(start or report.starts_on, end or report.as_of)
    served = served.told().counted(indicators)
    if report.kind != Report.Kind.TOPIC:
        return served
    return served.filter(activity__in=of_topic(Activity.objects.all(), report).values("pk"))


def told_census(report: Report, indicators: list[Indicator]) -> list[CensusLevel]:
    """Of a topic none: no round is asked about one."""
    if report.kind == Report.Kind.TOPIC or not any(one.is_stock for one in indicators):
        return []
    return levels.between(report.starts_on, report.as_of, localdate())


def _left_out(report: Report, kind: str) -> QuerySet:
    return report.placements.filter(is_left_out=True, **{f"{kind}__isnull": False}).values(kind)


def _plans(report: Report) -> list[PlanItem]:
    """The headings of its own plan, of the plan before it, and of older ones that are not settled yet.

    Each with ``told``, its commitments, and each of those with ``borne_out_by``, its evidence.
    """
    earlier = list(Report.objects.before(report))
    reports = {one.pk: one for one in (report, *earlier)}
    near = [report.pk, *(one.pk for one in earlier[:1])]
    of_older = Commitment.objects.filter(plan_item__report__in=[one.pk for one in earlier[1:]])
    still_open = list(of_older.unsettled(report.starts_on).values_list("pk", flat=True))
    evidence = Evidence.objects.told_until(report.as_of).with_records()
    commitments = Commitment.objects.filter(Q(plan_item__report__in=near) | Q(pk__in=still_open))
    commitments = commitments.select_related("owner").prefetch_related(
        Prefetch("evidence", evidence, to_attr="borne_out_by")
    )
    items = PlanItem.objects.filter(Q(report__in=near) | Q(commitments__in=still_open)).distinct()
    items = items.order_by("-report__ends_on", "position", "pk")
    items = list(items.prefetch_related(Prefetch("commitments", commitments, to_attr="told")))
    for item in items:
        item.report = reports[item.report_id]
    return items
