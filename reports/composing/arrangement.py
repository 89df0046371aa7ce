"""Which item stands where: records in their sections, as staff placed, merged or left them out.

The composed document and the editor both read this, so what staff arrange is
what they get.
"""

from dataclasses import dataclass, field
from datetime import date

from activities.models import WorkArea
from reports.composing.material import Material
from reports.models import Placement, ReportSection, WrittenItem

Kind = ReportSection.Kind


@dataclass
class Entry:
    """One item: a record with those merged into it, or staff's own words."""

    records: list = field(default_factory=list)  # the first gives the item its title
    placement: Placement | None = None  # staff's decision about the first record
    written: WrittenItem | None = None
    year: int | None = None  # goes without saying, for the report tells of no other
    until: date | None = None  # no day after it is told
    last: date | None = None  # no number that is known only after it is told

    @property
    def key(self) -> str:
        """Names the entry in a form: activity-4, commendation-1, written-2."""
        if self.written:
            return f"written-{self.written.pk}"
        return f"{self.records[0]._meta.model_name}-{self.records[0].pk}"

    @property
    def telling(self) -> tuple[int | None, date | None, date | None]:
        """What the records' own text keeps to."""
        return self.year, self.until, self.last

    @property
    def order(self) -> tuple:
        """Where staff put it; behind those, by date."""
        if self.written:
            return (0, self.written.position, 0, self.written.pk)
        record = self.records[0]
        if self.placement and self.placement.position:
            return (0, self.placement.position, 1, record.pk)
        return (1, record.starts_on.toordinal(), 1, record.pk)


@dataclass
class Part:
    """A section in the making: staff's own row for it, or a work area that has none."""

    kind: str
    heading: str
    row: ReportSection | None = None
    area: WorkArea | None = None
    entries: list[Entry] = field(default_factory=list)

    @property
    def key(self) -> str:
        """Names the part in a form, with or without a row of its own: area-2, section-5, plan."""
        if self.area:
            return f"area-{self.area.pk}"
        return f"section-{self.row.pk}" if self.kind == Kind.WRITTEN else str(self.kind)


def arrange(material: Material) -> list[Part]:
    """The parts in staff's order, each with its entries, empty ones included.

    A work area without a row of its own follows the arranged areas. Plan and
    follow-up have no entries: their items come from the plan.
    """
    parts = [Part(row.kind, row.heading, row, row.area) for row in material.sections]
    after_areas = max((at for at, part in enumerate(parts, 1) if part.kind == Kind.RECORDS), default=0)
    parts[after_areas:after_areas] = [
        Part(Kind.RECORDS, area.name, area=area) for area in _unarranged_areas(material)
    ]
    _fill(parts, material)
    return parts


def _unarranged_areas(material: Material) -> list[WorkArea]:
    arranged = {row.area_id for row in material.sections}
    areas = {record.area_id: record.area for record in material.records if record.area_id not in arranged}
    return sorted(areas.values(), key=lambda area: (area.position, area.pk))


def _fill(parts: list[Part], material: Material) -> None:
    by_row = {part.row.pk: part for part in parts if part.row}
    by_area = {part.area.pk: part for part in parts if part.area}
    for entry in entries_of(material):
        chosen = by_row.get(entry.placement.section_id) if entry.placement else None
        (chosen or by_area[entry.records[0].area_id]).entries.append(entry)
    for part in parts:
        if part.row:
            part.entries += [Entry(written=own) for own in part.row.written_items.all()]
        part.entries.sort(key=lambda entry: entry.order)


def entries_of(material: Material) -> list[Entry]:
    """An entry for each record that is told, with the records merged into it by date."""
    entries = {}
    report = material.report
    year = report.starts_on.year if report.starts_on.year == report.ends_on.year else None
    for record in material.records:
        placement = material.placement_of(record)
        entries[placement.pk if placement else (record._meta.model_name, record.pk)] = Entry(
            [record], placement, year=year, until=report.as_of, last=report.ends_on
        )
    for entry in list(entries.values()):
        leader = _leader(entry, entries)
        if leader is not entry:
            leader.records.append(entry.records[0])
    return [entry for entry in entries.values() if _leader(entry, entries) is entry]


def _leader(entry: Entry, entries: dict) -> Entry:
    """The entry that this one is merged into, itself where that one is not told or points back."""
    seen = [entry]
    while (placement := seen[-1].placement) and (following := entries.get(placement.merged_into_id)):
        if following in seen:
            return min(seen, key=lambda one: one.placement.pk)
        seen.append(following)
    return seen[-1]
