"""The parts that a report's type asks for: what is missing of them reads 待补, and nothing is made up."""

from reports.composing.material import Material
from reports.document import Item, Section
from reports.models import ReportSection

Kind, Part = ReportSection.Kind, ReportSection.Part
TO_WRITE = Item("待补")

ACHIEVEMENTS, FOLLOW_UP, PROBLEMS, PLAN = "工作成绩", "上期计划的落实", "存在问题", "下一步计划"


def missing_parts(material: Material, sections: tuple[Section, ...]) -> list[str]:
    """The required parts that none of the sections tells, in the order in which a report has them."""
    asked = material.report.type
    if asked is None:
        return []
    kinds = {section.kind for section in sections if TO_WRITE not in section.items}
    written = _written_parts(material)
    told = (
        (asked.requires_follow_up, FOLLOW_UP, Kind.FOLLOW_UP in kinds or Part.FOLLOW_UP in written),
        (asked.requires_achievements, ACHIEVEMENTS, Kind.RECORDS in kinds or Part.ACHIEVEMENTS in written),
        (asked.requires_problems, PROBLEMS, Part.PROBLEMS in written),
        (asked.requires_plan, PLAN, Kind.PLAN in kinds or Part.PLAN in written),
    )
    return [part for is_required, part, is_there in told if is_required and not is_there]


def with_placeholders(material: Material, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections with a 待补 in the place of each required part that is missing."""
    kinds = {FOLLOW_UP: Kind.FOLLOW_UP, ACHIEVEMENTS: Kind.RECORDS, PROBLEMS: Kind.WRITTEN, PLAN: Kind.PLAN}
    placed = list(sections)
    for part in missing_parts(material, sections):
        placeholder = Section(part, str(kinds[part]), (TO_WRITE,))
        before_plan = next((at for at, one in enumerate(placed) if one.kind == Kind.PLAN), len(placed))
        after_follow_up = next((at for at, one in enumerate(placed, 1) if one.kind == Kind.FOLLOW_UP), 0)
        where = {FOLLOW_UP: 0, ACHIEVEMENTS: after_follow_up, PROBLEMS: before_plan, PLAN: len(placed)}
        placed.insert(where[part], placeholder)
    return tuple(placed)


def _written_parts(material: Material) -> set[str]:
    """The parts that staff wrote themselves, where there was nothing to compose them from."""
    return {row.part for row in material.sections if row.written_items.all()}
