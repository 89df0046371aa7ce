"""The draft cut into the pieces that the checks read, each with the place where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import counting
from activities.models import Activity
from honors.models import Commendation
from reports.checks.words.quotations import MASK, without_quotations
from reports.composing.bindings import offered
from reports.composing.material import Material
from reports.composing.sections.records import named_figures
from reports.composing.sources import source_of
from reports.document import Document, Figure, Item, Passage, Source

WHOLE = "全文"
PRINTED_BY = "印发机关"
NAMED_BY = ("organizers", "campaigns", "partnerships__partner")  # whose names may stand in an activity's text

_TOLD = ("records", "written")  # kinds of sections that tell what was done, by records or in own words
_LONGEST_TITLE = 30
_NUMERAL = re.compile(r"[\d〇一二两三四五六七八九十百千万]")


@dataclass(frozen=True)
class Piece:
    """A title or a text of the draft."""

    place: str
    kind: str  # of its section, or "opening", or "front" for title, red head and signature
    text: str  # as it prints
    prose: str = ""  # the words typed there: figures and quotations masked
    is_title: bool = False
    is_own: bool = False  # staff's own words, not the records'
    key: str = ""  # of the item whose words they are; "opening"
    records: tuple = ()  # the records that the piece tells of
    sources: tuple[Source, ...] = ()
    figures: tuple[Figure, ...] = ()  # figures that stand in the piece or beside it

    @property
    def typed(self) -> str:
        """The prose; a text without the names about its records, whose numbers are no figures."""
        prose = self.prose
        if self.is_title or self.kind == "opening":
            return prose
        for name in _names(self.sources, self.records):
            prose = prose.replace(name, MASK)
        return prose


@dataclass
class Reading:
    """One draft being read: its material, its document, and what several checks need to know of both."""

    material: Material
    document: Document

    @cached_property
    def pieces(self) -> list[Piece]:
        """Everything that prints, in reading order."""
        document = self.document
        front = [
            ("发文机关标志", document.red_head),
            ("发文字号", document.document_number),
            ("签发人", "、".join(document.formalities.signers)),
            ("标题", document.title),
            ("主送机关", document.formalities.addressees),
        ]
        back = [
            ("落款", document.signature),
            ("抄送机关", document.formalities.copied_to),
            (PRINTED_BY, document.formalities.printed_by),
        ]
        words = document.opening
        opening = Piece("开头语", "opening", words.text, _prose(words), is_own=True, key="opening")
        pieces = [
            *(Piece(place, "front", text) for place, text in front),
            replace(opening, sources=document.opening_sources),
            *self._section_pieces(),
            *(Piece(place, "front", text) for place, text in back),
        ]
        return [piece for piece in pieces if piece.text]

    def _section_pieces(self) -> Iterator[Piece]:
        for label, section, items in self.document.outline:
            place = f"{label}{section.heading}"
            heading = section.heading
            yield Piece(place, section.kind, heading, without_quotations(heading), is_title=True)
            for number, item in items:
                yield from self._item_pieces(f"{label}{number}", section.kind, item)
                for position, child in enumerate(item.children, 1):
                    number_of_child = self.document.child_label(position)
                    yield from self._item_pieces(f"{label}{number}{number_of_child}", section.kind, child)

    def _item_pieces(self, number: str, kind: str, item: Item) -> Iterator[Piece]:
        place = place_of_item(number, item)
        records = tuple(filter(None, (self.records.get((one.type, one.id)) for one in item.sources)))
        nearby = item.figures + tuple(figure for child in item.children for figure in child.figures)
        common = {"records": records, "sources": item.sources, "figures": nearby, "key": item.key}
        is_own = kind in _TOLD and (self._is_reworded(records[0]) if records else not _is_lead(item))
        yield Piece(place, kind, item.title, without_quotations(item.title), is_title=True, **common)
        prose = _prose(item.passage)
        for promise in self._promises if kind == "follow_up" else ():
            prose = prose.replace(promise, MASK)
        yield Piece(place, kind, item.text, prose, is_own=is_own, **common)

    def _is_reworded(self, record) -> bool:
        placement = self.material.placement_of(record)
        return bool(placement and placement.text)

    @cached_property
    def _promises(self) -> list[str]:
        """What earlier plans promised, the longest first: their numbers are those of the plan."""
        commitments = (one for item in self.material.earlier_plan for one in item.told)
        promises = {without_quotations(one.text.rstrip("。；")) for one in commitments}
        return sorted(promises, key=len, reverse=True)

    @cached_property
    def records(self) -> dict:
        """The records told, by (type, id) as their sources name them."""
        return {(record._meta.model_name, record.pk): record for record in self.material.records}

    @cached_property
    def _places(self) -> dict:
        return {
            (source.type, source.id): place_of_item(f"{label}{number}", item)
            for label, section, items in self.document.outline
            for number, item in items
            for source in item.sources
            if section.kind in _TOLD
        }

    @cached_property
    def _orders(self) -> dict[str, int]:
        return {piece.place: order for order, piece in reversed([*enumerate(self.pieces)])}

    def place_of(self, record) -> str:
        return self._places.get((record._meta.model_name, record.pk), WHOLE)

    def place_of_source(self, source: Source) -> str:
        return self._places.get((source.type, source.id), WHOLE)

    @cached_property
    def figures_told(self) -> set[int]:
        """The records' own figures that the items state, alone or in a sum."""
        items = (item for section in self.document.sections for item in section.items)
        figures = (figure for item in items for figure in item.figures)
        return {source.figure_id for figure in figures for source in figure.sources if source.figure_id}

    @cached_property
    def _texts(self) -> dict[str, str]:
        texts: dict[str, list[str]] = {}
        for piece in self.pieces:
            texts.setdefault(piece.place, []).append(piece.text)
        told = {place: "\n".join(parts) for place, parts in texts.items()}
        return {**told, WHOLE: "\n".join(told.values())}

    def text_at(self, place: str) -> str:
        """All that prints at a place, title and text; the whole report where the place is none of its own."""
        return self._texts.get(place, self._texts[WHOLE])

    def order_of(self, place: str) -> int:
        """Where a place stands in the report; what concerns the whole stands last."""
        return self._orders.get(place, len(self._orders) + len(self.pieces))

    def figures_to_name(self, piece: Piece) -> dict[tuple, tuple[str, ...]]:
        """The names by key of the figures that the piece may call by a placeholder."""
        if piece.kind == "opening":
            figures = self.document.totals
        elif piece.records and piece.kind in _TOLD:
            figures = named_figures(list(piece.records))
        else:
            return {}
        names = {}
        for figure in figures:
            names[_key(figure)] = (*names.get(_key(figure), ()), figure.label)
        return names

    def is_borne(self, piece: Piece, key: tuple) -> bool:
        """Whether a figure of the item bears a count typed in its title or in the words of its records."""
        return any(_key(figure) == key for figure in piece.figures)

    @cached_property
    def _offered(self) -> dict[str, Figure]:
        return offered(self.material, self.document.totals)

    @cached_property
    def _candidates(self) -> dict[tuple, list[Figure]]:
        found: dict[tuple, list[Figure]] = {}
        for figure in self._offered.values():
            found.setdefault(_key(figure), []).append(figure)
        return found

    def candidates(self, count: counting.Count) -> list[Figure]:
        """What a number in staff's own words may be bound to."""
        return self._candidates.get(counting.key_of(count), [])

    @cached_property
    def _bound_to(self) -> dict[tuple[str, str], Figure]:
        """What the numbers in the words of each item are bound to, whether that says the same or not."""
        leaders = {one.pk: f"{kind}-{pk}" for (kind, pk), one in self.material.placements.items()}
        found = {}
        for row in self.material.bindings:
            key = leaders.get(row.placement_id) or (
                f"written-{row.written_id}" if row.written_id else "opening"
            )
            if row.source in self._offered:
                found[key, row.number] = self._offered[row.source]
        return found

    def moved_on(self, piece: Piece, typed) -> Figure | None:
        """What a number of the piece is bound to, where that says something else by now."""
        figure = self._bound_to.get((piece.key, typed.text))
        return figure if figure and _key(figure) != counting.key_of(typed.count) else None


def _is_lead(item: Item) -> bool:
    """Whether it opens its section: in staff's words too, but a number there is called by its name."""
    return item.key.startswith("lead-")


def place_of_item(number: str, item: Item) -> str:
    """一、1.应急志愿服务; a long title is cut."""
    title = " ".join(item.title.split())
    return number + (title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE]}…")


def totals_of(activity: Activity) -> list:
    """The activity's own figures but unit prices and parts of other figures."""
    figures = (figure for figure in activity.figures.all() if figure.part == figure.Part.TOTAL)
    return [figure for figure in figures if figure.part_of_id is None]


def may_enter_a_total(figure) -> bool:
    """Not what tells of no amount, nor what repeats or is part of another and is counted there."""
    is_amount = figure.kind not in counting.NEVER_SUMMED and figure.part == figure.Part.TOTAL
    is_told_elsewhere = figure.repeats_id is not None or figure.part_of_id is not None
    return is_amount and not is_told_elsewhere


def source_of_figure(activity: Activity, figure) -> Source:
    """The source that names one of the activity's own figures."""
    return source_of(activity, figure.text, figure.pk)


def _key(figure: Figure) -> tuple:
    return counting.key_of(figure)


def _prose(passage: Passage) -> str:
    return without_quotations("".join(run if isinstance(run, str) else MASK for run in passage.runs))


def _names(sources: tuple[Source, ...], records: tuple) -> tuple[str, ...]:
    """The names about these records that hold a numeral, the longest first."""
    names = {source.label for source in sources}
    for record in records:
        names.update(_names_at(record))
    names = {without_quotations(name) for name in names}
    return tuple(sorted((name for name in names if _NUMERAL.search(name)), key=len, reverse=True))


def _names_at(record) -> Iterator[str]:
    if isinstance(record, Commendation):
        for title in record.titles.all():
            yield title.noun
            yield from (award.public_name for award in title.awards.all())
        return
    yield from (record.place, record.slogan, record.occasion)
    for named in (record.organizers, record.campaigns):
        yield from (one.name for one in named.all())
    if not record.summary:  # only then they are told
        yield from (person.post for person in record.participants.all())
    yield from (partnership.partner.name for partnership in record.partnerships.all())
