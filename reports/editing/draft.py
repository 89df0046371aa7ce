"""What staff decide about an open draft: order, places, words. Records are never touched here.

``reports.editing.holding`` has the way to one. Nothing composed is ever stored, so composing
again destroys no edit.
"""

from functools import cached_property

from reports.composing.arrangement import Entry, Part
from reports.composing.compose import parts_of
from reports.composing.material import Material, gather
from reports.composing.sections.follow_up import follow_up_section
from reports.composing.sections.records import own_pattern
from reports.composing.wording import own_words
from reports.editing.ordering import reordered
from reports.issuing.actions import Refused
from reports.models import Placement, PlanItem, Report, ReportSection, WrittenItem

Kind = ReportSection.Kind


class Gone(Refused):
    """What was to be edited is not in the report any more."""


GONE = "这一条的原记录已被删除、撤回发布，或已不在统计时段内，总结里不再有它。"


class Draft:
    """The parts and entries of a report, by the keys that ``Part`` and ``Entry`` give them."""

    def __init__(self, report: Report):
        self.report = report

    @cached_property
    def material(self) -> Material:
        return gather(self.report)

    @cached_property
    def parts(self) -> list[Part]:
        """The parts that staff see: those with a row or with something in them, and the plan."""
        return [part for part in parts_of(self.material) if self._is_seen(part)]

    def _is_seen(self, part: Part) -> bool:
        if part.kind == Kind.FOLLOW_UP:
            return bool(part.row or follow_up_section(self.material).items)
        return bool(part.row or part.entries or part.kind == Kind.PLAN)

    def _read_again(self) -> None:
        for name in ("material", "parts"):
            self.__dict__.pop(name, None)

    # The opening and the parts

    def open_with(self, text: str) -> None:
        self.report.opening = text
        self.report.save(update_fields=["opening"])

    def give_rows(self) -> None:
        """A row for every part, in the order in which they stand."""
        for place, part in enumerate(self.parts, 1):
            if part.row is None:
                heading = part.heading or follow_up_section(self.material).heading
                part.row = ReportSection(report=self.report, kind=part.kind, area=part.area, heading=heading)
            part.row.position = place
            part.row.save()

    def tell(self, key: str, **how) -> None:
        """How a part is told: its heading, with a lead or none, its items one by one or together."""
        self.give_rows()
        ReportSection.objects.filter(pk=self._part(key).row.pk).update(**how)
        self._read_again()

    def place_parts(self, wanted: dict[str, int]) -> None:
        order = reordered([part.key for part in self.parts], wanted)
        self.parts.sort(key=lambda part: order.index(part.key))
        self.give_rows()

    def add_part(self, heading: str, part: str) -> None:
        """A part in staff's own words, before the plan."""
        self.give_rows()
        row = ReportSection(report=self.report, kind=Kind.WRITTEN, heading=heading, part=part)
        row.position = len(self.parts) + 1
        row.save()
        plan = next((at for at, one in enumerate(self.parts, 1) if one.kind == Kind.PLAN), row.position)
        self._read_again()
        self.place_parts({f"section-{row.pk}": plan})

    def remove_part(self, key: str) -> None:
        part = self._part(key)
        if part.row is None or part.kind == Kind.FOLLOW_UP or self._members(part):
            raise Refused(f"“{part.heading}”里还有内容，先把它们移走或删除，再去掉这一部分。")
        part.row.delete()
        self._read_again()

    # Order

    def place(self, wanted: dict[str, int]) -> None:
        """Put each entry at its place within its part, counted from 1; unknown keys are passed over."""
        for part in self.parts:
            keys = list(self._members(part))
            if any(key in wanted for key in keys):
                self._number(part, reordered(keys, wanted))
        self._read_again()

    def shift(self, key: str, step: int) -> None:
        """One place up (-1) or down (+1), of a part or of an entry within its part."""
        parts = [part.key for part in self.parts]
        if key in parts:
            self.place_parts({key: parts.index(key) + 1 + step})
            return
        for part in self.parts:
            keys = list(self._members(part))
            if key in keys:
                self.place({key: keys.index(key) + 1 + step})
                return
        raise Gone(GONE)

    def move(self, key: str, part_key: str) -> None:
        """To the end of another part."""
        entry, part = self._entry(key), self._part(part_key)
        if part.kind not in (Kind.RECORDS, Kind.WRITTEN):
            raise Refused(f"“{part.heading}”由计划写成，不能放别的条目。")
        self.give_rows()
        row = entry.written or self._placement(entry.records[0])
        row.section = part.row
        row.save(update_fields=["section"])
        self._read_again()
        self.place({key: len(self._part(part_key).entries)})

    def _members(self, part: Part) -> dict[str, object]:
        if part.kind == Kind.PLAN:
            return {f"planitem-{item.pk}": item for item in self.report.plan_items.all()}
        return {entry.key: entry for entry in part.entries}

    def _number(self, part: Part, order: list[str]) -> None:
        members = self._members(part)
        for place, key in enumerate(order, 1):
            row = self._row_of(members[key])
            if row.position != place:
                row.position = place
                row.save(update_fields=["position"])

    def _row_of(self, member) -> Placement | WrittenItem | PlanItem:
        if isinstance(member, Entry):
            return member.written or self._placement(member.records[0])
        return member

    # Records in, out and together

    def leave_out(self, key: str) -> None:
        """Take an entry out of the report, with all that is merged into it."""
        for record in self._records(key):
            self._decide(record, is_left_out=True)
        self._read_again()

    def put_back(self, key: str) -> None:
        self._decide(self._record(key, self.material.left_out), is_left_out=False)
        self._read_again()

    def merge(self, key: str, into: str) -> None:
        """Make one entry of two: the second keeps its title, the first adds its occasions."""
        if key == into:
            raise Refused("一个条目不能并入它自己。")
        records, leader = self._records(key), self._placement(self._records(into)[0])
        for record in records:
            self._decide(record, merged_into=leader)
        self._read_again()

    def split(self, key: str) -> None:
        """Let a merged record stand as an entry of its own again."""
        self._decide(self._record(key, self.material.records), merged_into=None)
        self._read_again()

    # Words

    def reword(self, key: str, *, title: str, text: str) -> None:
        """Staff's title and text over the records' own; what equals those is no override."""
        entry = self._entry(key)
        records = self._records(key)
        title = "" if title == records[0].title else title
        text = "" if text == own_pattern(records, *entry.telling) else text
        basis = own_words(entry) if title or text else ""
        self._decide(records[0], title=title, text=text, basis=basis)

    def restore(self, key: str) -> None:
        self._decide(self._records(key)[0], title="", text="", basis="")

    def confirm(self, key: str) -> None:
        """Staff have compared their words with what the records say now, and keep them."""
        entry = self._entry(key)
        self._decide(self._records(key)[0], basis=own_words(entry))

    def write(self, part_key: str, *, title: str, text: str) -> str:
        """A new item in staff's own words at the end of a part; returns its key."""
        part = self._part(part_key)
        if part.kind not in (Kind.RECORDS, Kind.WRITTEN):
            raise Refused(f"“{part.heading}”由计划写成，不能放别的条目。")
        self.give_rows()
        key = f"written-{WrittenItem.objects.create(section=part.row, title=title, text=text).pk}"
        self._read_again()
        self.place({key: len(self._part(part_key).entries)})
        return key

    def rewrite(self, key: str, *, title: str, text: str) -> None:
        written = self._written(key)
        written.title, written.text = title, text
        written.save(update_fields=["title", "text"])

    def delete(self, key: str) -> None:
        self._written(key).delete()
        self._read_again()

    # Finding

    def _part(self, key: str) -> Part:
        for part in self.parts:
            if part.key == key:
                return part
        raise Gone("这一部分已经不在总结里了。")

    def _entry(self, key: str) -> Entry:
        for part in self.parts:
            for entry in part.entries:
                if entry.key == key:
                    return entry
        raise Gone(GONE)

    def _records(self, key: str) -> list:
        records = self._entry(key).records
        if not records:
            raise Refused("自己撰写的条目没有原记录，不能这样处理。")
        return records

    def _written(self, key: str) -> WrittenItem:
        written = self._entry(key).written
        if written is None:
            raise Refused("由记录写成的条目不能删除；不想写入时，可以选择不写入。")
        return written

    def _record(self, key: str, records: list):
        for record in records:
            if f"{record._meta.model_name}-{record.pk}" == key:
                return record
        raise Gone(GONE)

    def _placement(self, record) -> Placement:
        """Staff's decision about a record, written down now if there was none."""
        kind = record._meta.model_name
        placement = self.material.placement_of(record)
        if placement is None:
            placement = Placement.objects.create(report=self.report, **{kind: record})
            self.material.placements[kind, record.pk] = placement
        return placement

    def _decide(self, record, **decision) -> None:
        placement = self._placement(record)
        for name, value in decision.items():
            setattr(placement, name, value)
        placement.save(update_fields=list(decision))
