"""Rolls of names: a category with its number, then who is in it, in lines, runs or the rows of a table."""

import re
from collections.abc import Iterator

from intake.extracting.awards.parts import GIVEN, Award, number_in
from intake.extracting.awards.words import HONOUR, shown
from intake.outline.parts import Section, Span
from intake.reading.lines import ROW, Source
from intake.rosters.reading import read
from intake.rosters.reading.roster import UNLIKE

_CATEGORY = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,2}[)）]|[0-9]{1,2}[、.]|附\s?件\s?[0-9]{0,2}\s?[：:]?)?\s*(?P<title>[^，。；：\t]{3,40}?)(?:名单)?[（(]?(?:共)?(?P<number>[0-9]{1,4}|[一二三四五六七八九十百]{1,4})(?:名|个|人|家|位|支|项|户)[）)]?[：:]?$"
)
# 三、优秀共青团干部62人、优秀共青团员318人（名单见附件）
_KIND = r"[^，。；：、\t0-9（）]{3,24}[0-9]{1,4}(?:名|个|人|家|位|支|项|户)"
_KINDS = re.compile(
    rf"(?:[一二三四五六七八九十]{{1,3}}、|（[一二三四五六七八九十0-9]{{1,2}}）|[0-9]{{1,2}}[、.])?\s*(?P<kinds>{_KIND}(?:、{_KIND})+)(?:（[^（）]{{0,20}}）)?[。；]?$"
)
_ONE_KIND = re.compile(r"(?P<title>[^、0-9]+)(?P<number>[0-9]+)")


def rolls_in(source: Source, seen: str, section: Section) -> Iterator[Award]:
    """The categories of a section with the names beneath each; a number without names stands alone."""
    category, start, names, end = None, 0, [], 0
    for line, at in zip(source.lines, source.starts, strict=True):
        if not section.whole.start <= at < section.whole.end:
            continue
        match = _CATEGORY.match(seen[at : at + len(line.text)]) if line.kind != ROW else None
        if match is None and line.kind != ROW:
            yield from _kinds(seen[at : at + len(line.text)], at)
        if match:
            if category:
                yield _award(category, names, Span(start, end))
            category, start, names = match, at, []
        elif category:
            names += _names_of(line)
        end = at + len(line.text)
    if category:
        yield _award(category, names, Span(start, end))


def _kinds(words: str, at: int) -> Iterator[Award]:
    """Several honours with their numbers on one line, whose names stand elsewhere."""
    if (match := _KINDS.match(words)) is None:
        return
    for one in _ONE_KIND.finditer(match["kinds"]):
        if HONOUR.search(one["title"]):
            span = Span(at + match.start("kinds"), at + match.end("kinds"))
            yield Award(one["title"], int(one["number"]), (), GIVEN, span)


def _award(category: re.Match, names: list[str], span: Span) -> Award:
    return Award(shown(category["title"]), number_in(category["number"] + "名"), tuple(names), GIVEN, span)


def _names_of(line) -> list[str]:
    """The people of a line, or else the bodies, as a pasted roster would have them."""
    people = read(line.text)
    if any(not one.doubt for one in people.entries):
        return [one.name for one in people.entries if one.doubt != UNLIKE]
    return [one.name for one in read(line.text, of_bodies=True).entries]
