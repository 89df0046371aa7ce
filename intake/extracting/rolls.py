"""Rolls of names: a category with its number, then who is in it, in lines, runs or the rows of a table."""

import re
from collections.abc import Iterator

from intake.extracting.awards.parts import GIVEN, Award, number_in
from intake.extracting.awards.words import HONOUR, shown
from intake.extracting.names import looks_like_name
from intake.outline.parts import Section, Span
from intake.reading.lines import ROW, Source

_CATEGORY = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,2}[)）]|[0-9]{1,2}[、.]|附\s?件\s?[0-9]{0,2}\s?[：:]?)?\s*(?P<title>[^，。；：\t]{3,40}?)(?:名单)?[（(]?(?:共)?(?P<number>[0-9]{1,4}|[一二三四五六七八九十百]{1,4})(?:名|个|人|家|位|支|项|户)[）)]?[：:]?$"
)
# 三、优秀共青团干部62人、优秀共青团员318人（名单见附件）
_KIND = r"[^，。；：、\t0-9（）]{3,24}[0-9]{1,4}(?:名|个|人|家|位|支|项|户)"
_KINDS = re.compile(
    rf"(?:[一二三四五六七八九十]{{1,3}}、|（[一二三四五六七八九十0-9]{{1,2}}）|[0-9]{{1,2}}[、.])?\s*(?P<kinds>{_KIND}(?:、{_KIND})+)(?:（[^（）]{{0,20}}）)?[。；]?$"
)
_ONE_KIND = re.compile(r"(?P<title>[^、0-9]+)(?P<number>[0-9]+)")
_HEADER = re.compile(r"姓\s*名|单\s*位|名\s*称|序\s*号")


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
            names += _names_of(line, category)
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


def _names_of(line, category: re.Match) -> list[str]:
    if line.kind == ROW:
        cells = [re.sub(r"[ \u3000]+", "", cell) for cell in line.text.split("\t")]
        if any(_HEADER.fullmatch(cell) for cell in cells):
            return []
        people = [cell for cell in cells if looks_like_name(cell)]
        return people[:1] or [cell for cell in cells if cell and not cell.isdigit()][:1]
    words = re.sub(r"^[0-9]{1,3}[.、．]\s*", "", line.text)
    words = re.sub(r"[（(][^）)]*[）)]", "", words).strip("。；;… ")
    if "：" in words:
        words = words.split("：", 1)[1]
    parts = [part for part in re.split(r"[、，,\s\u3000]+", words) if part]
    return _joined(parts)


def _joined(parts: list[str]) -> list[str]:
    """张 三 is one name, padded to the width of three."""
    names, at = [], 0
    while at < len(parts):
        if len(parts[at]) == 1 and at + 1 < len(parts) and len(parts[at + 1]) == 1:
            names.append(parts[at] + parts[at + 1])
            at += 2
        else:
            names.append(parts[at])
            at += 1
    return names
