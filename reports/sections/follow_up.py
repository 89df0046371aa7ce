"""The follow-up: every commitment of the earlier report's plan, and how far it has come since."""

from django.db.models import Prefetch

from reports.document import Section
from reports.follow_up import plan_item_followed_up
from reports.models import Evidence, PlanItem, Report, ReportSection
from reports.periods import HalfYear


def follow_up_section(report: Report, heading: str = "") -> Section:
    """The section; without items where no report stands before this one, or that one had no plan."""
    earlier = Report.objects.before(report).first()
    kind = str(ReportSection.Kind.FOLLOW_UP)
    if earlier is None:
        return Section(heading, kind, ())
    return Section(heading or _default_heading(earlier), kind, _items(report, earlier))


def _items(report: Report, earlier: Report):
    told = Evidence.objects.told_between(report.starts_on, report.as_of).with_records()
    plan = PlanItem.objects.filter(report=earlier).prefetch_related(
        "commitments__owner", Prefetch("commitments__evidence", told)
    )
    return tuple(
        plan_item_followed_up(
            item.heading,
            [(commitment, list(commitment.evidence.all())) for commitment in item.commitments.all()],
        )
        for item in plan
    )


def _default_heading(earlier: Report) -> str:
    """“2020年上半年总结所列计划的落实情况”; a report of other days is called by its title."""
    period = HalfYear.of_days(earlier.starts_on, earlier.ends_on)
    name = f"{period}总结" if period else f"《{earlier.title}》"
    return f"{name}所列计划的落实情况"
