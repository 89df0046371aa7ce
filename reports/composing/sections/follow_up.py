"""The follow-up: every commitment of the earlier report's plan, and how far it has come since."""

from reports.composing.follow_up import plan_item_followed_up
from reports.composing.material import Material
from reports.document import Section
from reports.document.periods import HalfYear
from reports.models import Report, ReportSection


def follow_up_section(material: Material, heading: str = "") -> Section:
    """The section; without items where no report stands before this one, or that one had no plan."""
    kind = str(ReportSection.Kind.FOLLOW_UP)
    if not material.earlier_plan:
        return Section(heading, kind, ())
    items = tuple(
        plan_item_followed_up(
            item.heading,
            [(commitment, list(commitment.evidence.all())) for commitment in item.commitments.all()],
        )
        for item in material.earlier_plan
    )
    return Section(heading or _default_heading(material.earlier_plan[0].report), kind, items)


def _default_heading(earlier: Report) -> str:
    """“2020年上半年总结所列计划的落实情况”; a report of other days is called by its title."""
    period = HalfYear.of_days(earlier.starts_on, earlier.ends_on)
    name = f"{period}总结" if period else f"《{earlier.title}》"
    return f"{name}所列计划的落实情况"
