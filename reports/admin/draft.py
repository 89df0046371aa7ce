"""A draft as the editor shows it: the composed document beside the decisions that it came from."""

from dataclasses import dataclass, field

from django.forms import BoundField

from activities.models import Activity
from reports.admin.traces import Origins, Trace, Words, desk_address
from reports.composing.arrangement import Entry, Part
from reports.composing.bindings import Bindings
from reports.composing.compose import composed_from, parts_of
from reports.composing.gathering import counts_and_totals
from reports.composing.material import Material, gather
from reports.composing.sections.records import item_of, named_figures
from reports.composing.sections.required import TO_WRITE
from reports.composing.sources import source_of
from reports.composing.wording import has_moved_on, is_reworded, own_words
from reports.document import Document, Figure, Item
from reports.models import Placement, PlanItem, Report, ReportSection

Kind = ReportSection.Kind


@dataclass
class ShownEntry:
    """An item of the draft with what the editor offers for it."""

    key: str
    number: str
    item: Item
    words: Words
    entry: Entry | None = None
    plan_item: PlanItem | None = None
    place: BoundField | None = None
    children: list[tuple[str, Item, Words]] = field(default_factory=list)
    origins: Origins | None = None

    @property
    def is_reworded(self) -> bool:
        return self.entry is not None and is_reworded(self.entry)

    @property
    def has_moved_on(self) -> bool:
        return self.entry is not None and has_moved_on(self.entry)

    @property
    def own_words(self) -> str:
        return own_words(self.entry)

    @property
    def named(self) -> list[Trace]:
        """The figures that an override may name."""
        figures = named_figures(self.entry.records)
        return [self.origins.trace(figure, f"named-{place}") for place, figure in enumerate(figures, 1)]

    @property
    def records(self) -> list[tuple[str, str, str]]:
        """(key, what it is called, its page in the admin) for each record that the item tells of."""
        return [told(record) for record in self.entry.records] if self.entry else []


@dataclass
class ShownPart:
    key: str
    number: str
    heading: str
    part: Part | None  # None for one that the report's type asks for and nobody has written
    entries: list[ShownEntry]
    place: BoundField | None = None
    wording: BoundField | None = None
    lead: Words | None = None
    sums: list[Figure] = field(default_factory=list)  # what a lead in staff's own words may name
    settings: list[BoundField] = field(default_factory=list)  # how it is told

    @property
    def has_errors(self) -> bool:
        """Whether something about how it is told was refused."""
        return any(field.errors for field in self.settings)

    @property
    def is_grouped(self) -> bool:
        """Whether its items are printed otherwise than one by one."""
        return bool(
            self.part and self.part.row and self.part.row.item_form != ReportSection.ItemForm.NUMBERED
        )

    @property
    def takes_written(self) -> bool:
        return self.part is not None and self.part.kind in (Kind.RECORDS, Kind.WRITTEN)

    @property
    def is_movable(self) -> bool:
        """A follow-up's items come from the earlier plan and stand in its order."""
        return self.part is not None and self.part.kind != Kind.FOLLOW_UP


class Draft:
    """Everything that the editor's page prints of a report, from a fixed number of queries."""

    def __init__(self, report: Report):
        self.report = report
        self.material: Material = gather(report)
        self.document: Document = composed_from(self.material)
        self._origins = Origins(self.document)
        self.opening = self._origins.words(self.document.opening, "opening")
        self.totals: list[Trace] = [
            self._origins.trace(figure, f"total-{place}")
            for place, figure in enumerate(self.document.totals, 1)
        ]
        self.parts = self._shown_parts()
        self.left_out = [told(record) for record in self.material.left_out]
        self.waiting = self._waiting()

    def entry(self, key: str) -> ShownEntry | None:
        return next((entry for part in self.parts for entry in part.entries if entry.key == key), None)

    def part_of(self, key: str) -> ShownPart | None:
        return next((part for part in self.parts if any(entry.key == key for entry in part.entries)), None)

    def _waiting(self) -> list[Placement]:
        """Words of staff over records that are not told now: withdrawn, or of another time."""
        known = {told(record)[0] for record in (*self.material.records, *self.material.left_out)}
        reworded = self.report.placements.exclude(title="", text="").select_related(
            "activity", "commendation"
        )
        return [placement for placement in reworded if told(placement.record)[0] not in known]

    def _shown_parts(self) -> list[ShownPart]:
        """Each part with its printed section; a section that no part has is one that is to be written."""
        printed = list(self.document.outline)
        shown = []
        for part in parts_of(self.material):
            while printed and _is_missing(printed[0]):
                shown.append(_missing(printed.pop(0)))
            if printed and _is_of(printed[0], part):
                number, section, items = printed.pop(0)
                entries = [] if TO_WRITE in section.items else self._shown_entries(part, items)
                lead = section.lead and self._origins.words(section.lead.passage, section.lead.key)
                sums = counts_and_totals(self.document.totals, [entry.item for entry in entries])
                shown.append(
                    ShownPart(part.key, number, section.heading, part, entries, lead=lead, sums=sums)
                )
            elif part.row or part.kind == Kind.PLAN:
                shown.append(ShownPart(part.key, "", part.heading, part, []))
        return [*shown, *(_missing(one) for one in printed)]

    def _shown_entries(self, part: Part, items: list[tuple[str, Item]]) -> list[ShownEntry]:
        if part.kind in (Kind.PLAN, Kind.FOLLOW_UP):
            return self._shown_plan(part, items)
        # What is printed together with others is shown by itself, to be worked on.
        printed = {item.key: (number, item) for number, item in items}
        bindings = Bindings(self.material, self.document.totals)
        shown = []
        for entry in part.entries:
            bound = bindings.of(placement=entry.placement, written=entry.written)
            number, item = printed.get(entry.key) or ("", item_of(entry, bound))
            words = self._origins.words(item.passage, entry.key)
            shown.append(ShownEntry(entry.key, number, item, words, entry, origins=self._origins))
        return shown

    def _shown_plan(self, part: Part, items: list[tuple[str, Item]]) -> list[ShownEntry]:
        """The headings of the plan; those of a follow-up belong to the earlier report."""
        own = list(self.report.plan_items.all()) if part.kind == Kind.PLAN else [None] * len(items)
        shown = []
        for place, (plan_item, (number, item)) in enumerate(zip(own, items, strict=False), 1):
            key = f"planitem-{plan_item.pk}" if plan_item else f"follow_up-{place}"
            entry = ShownEntry(key, number, item, self._origins.words(item.passage, key), plan_item=plan_item)
            for at, child in enumerate(item.children, 1):
                words = self._origins.words(child.passage, f"{key}-{at}")
                entry.children.append((self.document.child_label(at), child, words))
            shown.append(entry)
        return shown


def _is_of(printed: tuple, part: Part) -> bool:
    """Whether the section is the part's own; its kind tells that of plan and follow-up."""
    kind = printed[1].kind
    return kind == part.kind and (bool(part.entries) or kind in (Kind.PLAN, Kind.FOLLOW_UP))


def _is_missing(printed: tuple) -> bool:
    return TO_WRITE in printed[1].items and printed[1].kind in (Kind.RECORDS, Kind.WRITTEN)


def _missing(printed: tuple) -> ShownPart:
    number, section, _ = printed
    return ShownPart(f"missing-{section.kind}", number, section.heading, None, [])


def told(record) -> tuple[str, str, str]:
    """(key, what it is called, its page in the admin) of a record."""
    kind = "活动" if isinstance(record, Activity) else "表彰"
    return f"{record._meta.model_name}-{record.pk}", f"{kind}：{record}", desk_address(source_of(record))
