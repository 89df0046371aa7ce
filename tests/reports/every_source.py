"""A report that rests on every kind of record, each of them as often as a test asks."""

from reports.document.periods import HalfYear
from reports.models import Report
from tests.factories import (
    ActivityFactory,
    AwardFactory,
    CommendationFactory,
    CommitmentFactory,
    EvidenceFactory,
    FigureFactory,
    HonorReceivedFactory,
    HonorRecipientFactory,
    OrganizationFactory,
    PartnershipFactory,
    PhotoFactory,
    PlacementFactory,
    PlanItemFactory,
    ReportFactory,
    ReportSectionFactory,
    ReportTypeFactory,
    ServiceRecordFactory,
    TeamFactory,
    WrittenItemFactory,
)

SPRING = HalfYear(2020, 1)
OF_OTHERS = {"given_to": "people", "announced_count": 4}


def report_of_every_source(number: int, period=SPRING, **values) -> Report:
    """It follows up the plan of the report before it, which it makes as well."""
    report = ReportFactory(period=period, type=ReportTypeFactory(), **values)
    earlier = ReportFactory(period=period.previous)
    day = period.first_day
    for _ in range(number):
        activity = _activity(day)
        team = TeamFactory(published=True)
        commendation = CommendationFactory(starts_on=day, published=True)
        AwardFactory(title__commendation=commendation, title__announced_count=3)
        HonorReceivedFactory(starts_on=day, published=True)
        HonorRecipientFactory(honor=HonorReceivedFactory(starts_on=day, published=True, **OF_OTHERS))
        for whose in ({"activity": activity}, {"team": team}, {}):
            ServiceRecordFactory(served_on=day, **whose)
        _promised(report)
        promise = _promised(earlier)
        for record in ({"activity": activity}, {"team": team}, {"commendation": commendation}):
            EvidenceFactory(commitment=promise, amount=1, **({"activity": None} | record))
        PlacementFactory(report=report, activity=activity, text="{志愿者}出动。")
        PlacementFactory(report=report, activity=_activity(day), is_left_out=True)
        ReportSectionFactory(report=report)
        WrittenItemFactory(section__report=report)
    return report


def _activity(day):
    activity = ActivityFactory(starts_on=day, published=True)
    activity.organizers.add(OrganizationFactory())
    FigureFactory(activity=activity, name="志愿者", wording="300余名", counts="volunteers")
    PartnershipFactory(activity=activity)
    PhotoFactory(activity=activity)
    return activity


def _promised(report):
    plan_item = PlanItemFactory(report=report)
    return CommitmentFactory(
        plan_item=plan_item, owner=OrganizationFactory(), target_value=40, target_unit="个"
    )
