"""The follow-up: every commitment of the plan before, and of older plans what is still open."""

from reports.composing.follow_up import plan_item_followed_up
from reports.composing.material import Material
from reports.composing.prose.follow_up import heading_in_prose
from reports.document import Section
from reports.models import Report, ReportSection


def follow_up_section(material: Material, heading: str = "") -> Section:
    """The section; without items where no report stands before this one, or that one had no plan."""
    kind = str(ReportSection.Kind.FOLLOW_UP)
    if not material.earlier_plan:
        return Section(heading, kind, ())
    report, nearest = material.report, material.earlier_plan[0].report
    is_listed = report.follow_up_form == Report.FollowUpForm.TABLE
    tell = plan_item_followed_up if is_listed else heading_in_prose
    items = tuple(
        tell(
            item.heading if item.report == nearest else f"{item.heading}（{_name(item.report)}计划）",
            [(commitment, commitment.borne_out_by) for commitment in item.told],
            report.as_of,
        )
        for item in material.earlier_plan
    )
    return Section(heading or _default_heading(nearest), kind, items, is_table=is_listed)


def _default_heading(earlier: Report) -> str:
    """“2020年上半年总结所列计划的落实情况”; a report of other days is called by its title."""
    return f"{_name(earlier)}所列计划的落实情况"


def _name(report: Report) -> str:
    return f"{report.period}总结" if report.period else f"《{report.title}》"
