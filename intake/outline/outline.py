"""A clean text as title, opening, sections, items and signature, each a span."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from intake.outline import headings
from intake.outline.frame import signature_of, title_of
from intake.outline.numbering import (
    FIRST,
    GREAT,
    HAN,
    HEADING,
    IS,
    NUM,
    PAREN_HAN,
    PART,
    SUBHEADING,
    WHOLE,
    Marker,
    markers,
)
from intake.outline.parts import NOTHING, OPENING, PLAN, RECORDS, ROLL, Item, Outline, Section, Span, trimmed
from intake.reading.lines import Source

_ROWS = re.compile(r"(?m)^.*\t.*$")  # the numbers in a table are not the text's
# The head of a table, a row of names: covered by its section, but nothing that was done.
_NAMES_ONLY = re.compile(r"(?:[0-9]{1,3}\t)?[^0-9\n\t]*\t[^0-9\n]*")
_ABOVE_ITEMS = (HEADING, SUBHEADING, PART, GREAT, WHOLE, HAN)


def outline_of(source: Source) -> Outline:
    """The parts of a document; together with ``unplaced`` they cover it."""
    seen = source.seen
    title = title_of(source)
    signature, day = signature_of(source, seen)
    start = title.end
    cut = min([span.start for span in (signature, day) if span], default=len(seen))
    cut = _before_annex_note(source, seen, cut)
    behind = max([span.end for span in (signature, day) if span], default=len(seen))
    is_end = cut >= len(seen) * 0.4 or headings.ANNEX.match(seen, behind + 1)
    end = cut if is_end else len(seen)
    sections = _sections(source, seen, start, end)
    if headings.is_plan(title.of(seen)):
        sections = [replace(one, kind=PLAN) if one.kind == RECORDS else one for one in sections]
    if end < len(seen) and not headings.OWN_ANNEX.match(seen, behind):
        sections += _sections(source, seen, behind, len(seen))
    spans = [title, signature, day, *(section.whole for section in sections)]
    return Outline(title, tuple(sections), signature, day, tuple(_gaps(source.text, spans)))


def _before_annex_note(source: Source, seen: str, cut: int) -> int:
    """Where the line 附件：名单 above a signature begins: it announces the annex and is no text."""
    if cut >= len(seen):
        return cut
    line = max((start for start in source.starts if start < cut), default=0)
    return line if headings.ANNEX.match(seen, line) else cut


def _gaps(text: str, spans: list[Span]):
    """The words that no part covers."""
    at = 0
    for span in sorted((one for one in spans if one), key=lambda one: one.start):
        if text[at : span.start].strip():
            yield trimmed(text, at, span.start)
        at = max(at, span.end)
    if text[at:].strip():
        yield trimmed(text, at, len(text))


def _sections(source: Source, seen: str, start: int, end: int) -> list[Section]:
    found = _markers(source, seen, start, end)
    if not found:
        return _of_paragraphs(seen, start, end)
    sections = []
    # A number whose heading was none (一是 alone) may stand deeper than all that follow it.
    top = min(one.depth for one in found)
    tops = [marker for marker in found if marker.depth == top]
    opening = trimmed(seen, start, tops[0].start)
    if opening:
        sections.append(Section(OPENING, opening, NOTHING, NOTHING, (_plain_item(seen, opening),)))
    if not _has_sections(found, tops):
        whole = Span(tops[0].start, trimmed(seen, tops[0].start, end).end)
        items = tuple(_items(seen, found, end))
        return [*sections, Section(RECORDS, whole, NOTHING, NOTHING, items)]
    places = [one.start for one in found]
    for at, marker in enumerate(tops):
        stop = tops[at + 1].start if at + 1 < len(tops) else end
        within = found[bisect_right(places, marker.start) : bisect_left(places, stop)]
        if _is_part_of_sections(marker, within):
            sections += _of_part(seen, marker, within, stop)
        else:
            sections.append(_section(seen, marker, within, stop))
    return sections


def _is_part_of_sections(marker: Marker, within: list[Marker]) -> bool:
    """第一部分 above 一、二、三、 that hold items of their own: those are the sections."""
    return (
        marker.kind == PART
        and bool(within)
        and within[0].kind in (GREAT, HAN)
        and any(one.depth > within[0].depth for one in within)
    )


def _of_part(seen: str, marker: Marker, within: list[Marker], end: int) -> list[Section]:
    """The heading of a part, then its sections; in a plan they are plans."""
    first = _section(seen, marker, [], within[0].start)
    tops = [at for at, one in enumerate(within) if one.depth <= within[0].depth]
    found = [first]
    for at, following in zip(tops, [*tops[1:], len(within)], strict=True):
        stop = within[following].start if following < len(within) else end
        one = _section(seen, within[at], within[at + 1 : following], stop)
        found.append(replace(one, kind=PLAN) if (first.kind, one.kind) == (PLAN, RECORDS) else one)
    return found


def _markers(source: Source, seen: str, start: int, end: int) -> list[Marker]:
    hidden = re.sub(r"[^\n]", " ", seen[:start]) + _ROWS.sub(_blank, seen[start:end])
    found = [one for one in markers(hidden) if start <= one.start]
    wide = [one for one in found if one.at_line and one.kind in (PART, GREAT, FIRST, WHOLE, HAN, PAREN_HAN)]
    levels = any(line.level for line in source.lines)
    heads = headings.unnumbered(source, seen, start, end)
    if len(wide) >= 2 and not (levels and all(one.kind == PAREN_HAN for one in wide)):
        heads = [one for one in heads if _begins_the_plan(source, seen, one, wide)]
        return [one for one in markers(hidden, heads) if start <= one.start] if heads else found
    numbered = {one.start for one in found}
    heads = [one for one in heads if one.start not in numbered]
    told = any(_tells_itself(source, seen, at) for at in _lines_of(source, heads))
    if len(heads) < 2 and not told:
        return found
    return [one for one in markers(hidden, heads) if start <= one.start]


def _tells_itself(source: Source, seen: str, at: int) -> bool:
    """A line that heads what follows even alone: Word's, an annex, 下半年安排：."""
    line, start = source.lines[at], source.starts[at]
    words = seen[start : start + len(line.text)]
    is_plan = words.endswith("：") and headings.kind_of(words) == PLAN
    return bool(line.level or headings.ANNEX.match(words) or is_plan)


def _begins_the_plan(source: Source, seen: str, head: Marker, wide: list[Marker]) -> bool:
    """下半年安排： behind the numbered sections, if what follows does not go on with their numbers."""
    line = source.lines[source.starts.index(head.start)]
    words = seen[head.start : head.start + len(line.text)]
    following = next((one for one in wide if one.start > head.start), None)
    is_plan = words.endswith("：") and headings.kind_of(words) == PLAN
    return is_plan and (following is None or following.number == 1)


def _blank(match: re.Match) -> str:
    return " " * len(match[0])


def _lines_of(source: Source, found: list[Marker]) -> list[int]:
    starts = {start: at for at, start in enumerate(source.starts)}
    return [starts[one.start] for one in found]


def _has_sections(found: list[Marker], tops: list[Marker]) -> bool:
    """一、 heads a section; so do (一) and 第一 with items below them, alone they are items themselves."""
    if any(marker.kind in _ABOVE_ITEMS for marker in tops):
        return True
    nested = any(one.depth == 1 and one.kind != IS for one in found)
    return nested and tops[0].kind in (FIRST, PAREN_HAN, NUM)


def _section(seen: str, marker: Marker, within: list[Marker], end: int) -> Section:
    whole = Span(marker.start, trimmed(seen, marker.start, end).end)
    first = within[0].start if within else end
    heading, lead = headings.title_within(seen, marker.end, max(first, marker.end))
    if not heading and lead and within:
        heading, lead = lead, NOTHING
    kind = headings.kind_of(heading.of(seen))
    if kind == RECORDS and headings.is_roll_below(seen, heading, whole):
        kind = ROLL
    if within:
        items = tuple(_items(seen, within, end))
    elif kind == RECORDS and heading and lead and _goes_on(seen, heading, lead):
        # One paragraph that begins with its heading is an item with its title.
        items, lead = (Item(Span(heading.start, lead.end), heading, lead),), NOTHING
    else:
        items, lead = tuple(_paragraphs(seen, lead)), NOTHING
    return Section(kind, whole, heading, lead, items)


def _goes_on(seen: str, heading: Span, lead: Span) -> bool:
    """The words behind a heading stand in its paragraph, and there is no other."""
    return seen[heading.end] in "。：；，" and "\n" not in seen[heading.end : lead.end]


def _items(seen: str, found: list[Marker], end: int):
    """Each piece of the shallowest depth; what is nested deeper are its parts."""
    depth = min((one.depth for one in found), default=0)
    tops = [at for at, one in enumerate(found) if one.depth == depth]
    for at, following in zip(tops, [*tops[1:], len(found)], strict=True):
        marker = found[at]
        stop = found[following].start if following < len(found) else end
        rest = _behind_its_paragraph(seen, marker, stop) if following == at + 1 else stop
        whole = Span(marker.start, trimmed(seen, marker.start, rest).end)
        title, body = headings.title_within(seen, marker.end, whole.end)
        parts = tuple(_items(seen, found[at + 1 : following], stop)) if following > at + 1 else ()
        yield Item(whole, title, body, parts)
        yield from _paragraphs(seen, Span(rest, stop))


def _behind_its_paragraph(seen: str, marker: Marker, stop: int) -> int:
    """Where 三是 within a paragraph ends: with the paragraph. Other numbers hold what follows them."""
    line_end = seen.find("\n", marker.start, stop) if marker.kind == IS and not marker.at_line else -1
    return stop if line_end < 0 else line_end


def _paragraphs(seen: str, span: Span):
    """Items of a section without numbers: its paragraphs."""
    for match in re.finditer(r"[^\n]+", seen[span.start : span.end]):
        whole = trimmed(seen, span.start + match.start(), span.start + match.end())
        if whole and not _NAMES_ONLY.fullmatch(seen, whole.start, whole.end):
            title, body = headings.title_of_paragraph(seen, whole)
            yield Item(whole, title, body)


def _plain_item(seen: str, whole: Span) -> Item:
    return Item(whole, NOTHING, whole)


def _of_paragraphs(seen: str, start: int, end: int) -> list[Section]:
    """A text without any numbering or heading: one section of paragraphs."""
    whole = trimmed(seen, start, end)
    if not whole:
        return []
    greeting = headings.GREETING.match(seen, whole.start)
    if greeting and greeting.end() < whole.end:
        told = Span(whole.start, greeting.end())
        opening = Section(OPENING, told, NOTHING, NOTHING, (_plain_item(seen, told),))
        return [opening, *_of_paragraphs(seen, greeting.end(), end)]
    return [Section(RECORDS, whole, NOTHING, NOTHING, tuple(_paragraphs(seen, whole)))]
