"""What a file that came back says otherwise than the draft, item by item, for staff to choose from.

A text counts as changed where it is not what was exported (its fingerprint) and not what the draft
says now: what the draft itself has changed since then is not the file's doing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from reports.document import Document, Figure
from reports.exporters import annex, layout, marks, official
from reports.exporters.cleaning import clean
from reports.models import WrittenItem
from reports.returning.numbers import Number, Numbers, numbers_in
from reports.returning.ordering import Order, order_of
from reports.returning.placing import Placed, Said, placed, without_number
from reports.returning.slots import FRAME, HEADING, OPENING, Slot, slots_of
from reports.returning.word.reading import Reading
from toolkit.texts.differing import ADDED, REMOVED, pieces_of

MOST_OF_A_TITLE = 40  # characters of a numbered line that is the title of an item, and not all of it
MOST_OF_A_TEXT = WrittenItem._meta.get_field("text").max_length
MOST_COMPARED = 10_000  # characters of one text: comparing takes the square of it, and no item may be longer


@dataclass(frozen=True)
class Changed:
    """A text as it is now and as the file has it; ``said`` is empty where the file has it no more."""

    slot: Slot
    said: Said
    numbers: Numbers

    @property
    def pieces(self) -> tuple[tuple[str, str], ...]:
        if len(self.said.text) > MOST_COMPARED:
            return (REMOVED, self.slot.text), (ADDED, self.said.text)
        return pieces_of(self.slot.text, self.said.text)

    @property
    def changed_numbers(self) -> list[tuple[int, Number, Figure]]:
        """(which figure, its number before and after, the figure) of each that the file has otherwise."""
        figures = zip(self.numbers.figures, self.slot.held, strict=False)
        return [(at, number, figure) for at, (number, figure) in enumerate(figures) if number.is_changed]


@dataclass(frozen=True)
class Proposal:
    """What the file says otherwise of one item, or of the opening or a heading."""

    key: str  # opening, heading-area-2, activity-4
    place: str
    title: Changed | None = None
    text: Changed | None = None
    is_gone: bool = False  # the file has nothing of it
    has_moved_on: bool = False  # the draft, too, says something else than was exported

    @property
    def is_guessed(self) -> bool:
        return any(not one.said.bookmark for one in (self.title, self.text) if one)


@dataclass(frozen=True)
class Aside:
    """Words of the file that belong to no item: shown, never taken over by themselves."""

    place: str
    lines: list[str]
    part: str = ""  # the key of the part in which it stands, where that takes items in own words

    @property
    def as_item(self) -> tuple[str, str] | None:
        """The title and the text of the item that it would be; None where it is none."""
        (numbered, *rest) = self.lines
        title, text = without_number(numbered), "\n".join(rest)
        is_one = self.part and text and title != numbered
        return (
            (title, text)
            if is_one and len(title) <= MOST_OF_A_TITLE and len(text) <= MOST_OF_A_TEXT
            else None
        )


@dataclass
class Comparison:
    proposals: list[Proposal] = field(default_factory=list)
    frame: list[Changed] = field(default_factory=list)  # title, signature, what else is around the items
    asides: list[Aside] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)  # the places of what the file has in another order
    order: Order = field(default_factory=list)  # in which the file has them
    has_fingerprints: bool = True
    is_older: bool = False  # the draft says something else than was exported
    since: int = 0  # how many texts the draft itself has changed since it was exported


def compare(reading: Reading, document: Document) -> Comparison:
    return _Comparing(reading, document).comparison()


class _Comparing:
    def __init__(self, reading: Reading, document: Document):
        self.told = reading.told
        self.reading = reading
        self.document = document
        self.slots = slots_of(document)
        self.placed: Placed = placed(reading.text.paragraphs, self.slots)

    def comparison(self) -> Comparison:
        return Comparison(
            proposals=[one for one in self._proposals() if one.title or one.text or one.is_gone],
            frame=list(self._frame()),
            asides=[*self._asides()],
            moved=self._moved(),
            order=order_of(self.placed.order, self.slots),
            has_fingerprints=self._has_fingerprints,
            is_older=self._is_older(),
            since=sum(self._has_moved_on(slot) for slot in self.slots.values()),
        )

    def _proposals(self) -> Iterator[Proposal]:
        opening = self.slots.get(marks.OPENING)
        if opening:
            yield self._proposal(OPENING, opening.place, None, opening)
        for _, section, items in self.document.outline:
            heading = self.slots.get(marks.mark(marks.HEADING, section.key))
            if heading and heading.kind == HEADING:
                yield self._proposal(f"{HEADING}-{section.key}", heading.place, heading, None)
            for _, item in items:
                if item.key:
                    yield self._of_item(item.key)
                yield from (self._of_item(child.key) for child in item.children)

    def _of_item(self, key: str) -> Proposal:
        title = self.slots.get(marks.mark(marks.TITLE, key))
        text = self.slots.get(marks.mark(marks.TEXT, key))
        return self._proposal(key, (title or text).place if title or text else "", title, text)

    def _proposal(self, key: str, place: str, title: Slot | None, text: Slot | None) -> Proposal:
        there = [slot for slot in (title, text) if slot and slot.text]
        has_moved_on = any(self._has_moved_on(slot) for slot in there)
        if there and all(self._is_gone(slot) for slot in there):
            return Proposal(key, place, is_gone=True, has_moved_on=has_moved_on)
        changed = [self._changed(slot) if slot else None for slot in (title, text)]
        return Proposal(key, place, *changed, has_moved_on=has_moved_on)

    def _is_gone(self, slot: Slot) -> bool:
        """Whether it was exported, and the file has not a word of it."""
        was_exported = self._exported(slot) or not self._has_fingerprints
        return was_exported and not self.placed.said.get(slot.mark, Said()).text

    @property
    def _has_fingerprints(self) -> bool:
        return any(name in self.told for name in self.slots)

    def _exported(self, slot: Slot) -> str:
        """The fingerprint of what was exported, under the bookmark that the text has in the file."""
        said = self.placed.said.get(slot.mark)
        return self.told.get(slot.mark) or self.told.get(said.bookmark if said else "", "")

    def _has_moved_on(self, slot: Slot) -> bool:
        exported = self._exported(slot)
        return bool(exported) and exported != marks.fingerprint(slot.text)

    def _is_older(self) -> bool:
        told = [slot for slot in self.slots.values() if slot.text and slot.kind != FRAME]
        is_other = any(self._has_moved_on(slot) or not self._exported(slot) for slot in told)
        return self.reading.draft != marks.draft_of(self.document) and (is_other or bool(self.placed.gone))

    def _changed(self, slot: Slot) -> Changed | None:
        said = self.placed.said.get(slot.mark, Said())
        if not said.text and not (slot.text and self._is_gone(slot)):
            return None
        if said.text == slot.text or marks.fingerprint(said.text) == self._exported(slot):
            return None
        is_too_long = len(said.text) > MOST_COMPARED
        return Changed(slot, said, Numbers([], []) if is_too_long else numbers_in(slot, said))

    def _frame(self) -> Iterator[Changed]:
        for slot in self.slots.values():
            if slot.kind == FRAME and self.placed.said.get(slot.mark, Said()).text:
                changed = self._changed(slot)
                if changed:
                    yield changed

    def _moved(self) -> list[str]:
        """The places of what the file has in another order, unless it is the order that was exported."""
        there = [name for name in self.placed.order if self.slots[name].label]
        if marks.fingerprint("\n".join(there)) == self.told.get(marks.ORDER):
            return []
        wanted = [name for name in self.slots if name in set(there)]
        stayed: set[str] = set()
        for block in SequenceMatcher(None, wanted, there, False).get_matching_blocks():
            stayed.update(wanted[block.a : block.a + block.size])
        return [self.slots[name].place for name in there if name not in stayed]

    def _asides(self) -> Iterator[Aside]:
        for loose in self.placed.loose:
            slot = self.slots.get(loose.behind)
            where = f"“{slot.place}”之后" if slot else "全文最前面"
            yield Aside(where, loose.lines, self._part_of(slot) if slot else "")
        for name, text in self.placed.gone.items():
            if self.told.get(name) not in (marks.fingerprint(text), marks.fingerprint(without_number(text))):
                yield Aside("导出以后已不在总结里的条目", text.split("\n"))
        yield from (Aside(kind, words.split("\n")) for kind, words in self.reading.text.beside)
        yield from self._annex()

    def _part_of(self, slot: Slot) -> str:
        """The key of the part that the text stands in; empty where it is composed from a plan."""
        for section in self.document.sections:
            items = [section.lead, *section.items] if section.lead else section.items
            keys = {section.key, *(item.key for item in items)}
            if slot.key in keys and section.kind in ("records", "written"):
                return section.key
        return ""

    def _annex(self) -> Iterator[Aside]:
        """Rows of tables that the draft's own annex does not have."""
        rows = ["\t".join(clean(cell) for cell in row) for row in self.reading.text.rows]
        heads = (annex.annex_of(self.document).head, official.TABLE_HEAD, official.FOLLOW_UP_HEAD)
        heads = ["\t".join(head) for head in heads]
        rows = [row for row in rows if row not in heads]
        known = {"\t".join(row) for row in layout.table_rows(self.document)}
        if rows and marks.fingerprint("\n".join(rows)) != self.told.get(marks.ANNEX):
            other = [row.replace("\t", "　") for row in rows if row not in known]
            if other:
                yield Aside("附件和表格", other)
