"""The numbers before headings and items: which kinds there are, and which of them are numbering at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DIGITS = "一二三四五六七八九"
_GREATS = "壹贰叁肆伍陆柒捌玖拾参"
_H = "[一二三四五六七八九十]{1,3}"

(
    HEADING,
    SUBHEADING,
    PART,
    GREAT,
    FIRST,
    WHOLE,
    HAN,
    PAREN_HAN,
    NUM,
    DECIMAL,
    PAREN_NUM,
    CIRCLE,
    BULLET,
    IS,
    BOOK,
) = range(15)
# Each kind with its pattern; a lower one is the wider heading wherever the text leaves it open.
_KINDS = {
    PART: rf"第(?P<part>{_H})(?:部分|篇章?|章|板块)[：、，\s]?",
    GREAT: rf"(?<![^\n])(?P<great>[{_GREATS}Ⅰ-Ⅻ])[、.．]\s?",
    FIRST: rf"第(?P<first>{_H})[、，：]",
    # 1 思想引领 above 1.1
    WHOLE: r"(?<![^\n])(?P<whole>[0-9]{1,2})\s?"
    r"(?=(?:20[0-9]{2}年|[\u4e00-\u9fff])[^\n。；，]{1,20}\n(?P=whole)\.1\s)",
    HAN: rf"(?P<han>{_H})[、.．]\s?",
    PAREN_HAN: rf"（(?P<paren_han>{_H})）[、.]?\s?",
    NUM: r"(?<![0-9])(?P<num>[0-9]{1,6}|(?<![^\n])[xX×＊*](?=、))"
    r"(?:、|[.．](?:(?![0-9])|(?=20[0-9]{2}年|[0-9]{1,2}月[0-9]{1,2}日)))\s?",
    DECIMAL: r"(?<![^\n])[0-9]{1,2}\.(?P<decimal>[0-9]{1,2})(?:\.[0-9]{1,2})?\s",
    PAREN_NUM: r"(?<![0-9])（?(?P<paren_num>[0-9]{1,2})）[、.]?\s?",
    CIRCLE: r"(?P<circle>[①-⑳])[、.]?\s?",
    # A bullet before a short line makes it a heading (headings.py); before a paragraph, an item.
    BULLET: r"(?<![^\n])(?P<bullet>[●■◆★▲◇►•➢✦▪])\s?(?=[\u4e00-\u9fff“0-9](?:[^\n。]{0,30}。|[^\n]{31}))",
    IS: rf"(?P<is>{_H})是(?![否非])[：，]?",
}
_ANY = "|".join(_KINDS.values())
_AT_LINE = re.compile(rf"(?m)^[ \t]*(?:{_ANY})")
_ONE = re.compile(_ANY)
_WITHIN = re.compile(rf"(?<=[。；：！？，\s”）])(?:{_ANY})")
# 会议要求，一是…二是… tells what was said, not what was done.
_ASKS = re.compile(r"(?:要求|希望|建议|强调|指出|倡议|意见|期望)[^，。；：\n]{0,4}[，：]$")
# 一、思想引领（一）抓学习。: where all ran together a first number follows a heading at once.
_RUN_ON = re.compile(r"(?<=[\u4e00-\u9fff])(?:（(?:一|1)）|①|1[、.．](?![0-9]))")
UNNUMBERED, _MASKED = 0, ("x", "X", "×", "*", "＊")  # ◆, and the x of x、x、 in a masked text
_DAY_NEXT = re.compile("[0-9]{1,2}月[0-9]{1,2}日")
_SECOND = {"（一）": "（二）", "（1）": "（2）", "①": "②", "1、": "2、", "1.": "2."}
_FURTHEST_SECOND = 3000  # characters
_NAMES = (
    *("", "", "part", "great", "first", "whole", "han", "paren_han"),
    *("num", "decimal", "paren_num", "circle", "bullet", "is"),
)


@dataclass(frozen=True)
class Marker:
    """A number before a heading or an item."""

    kind: int
    number: int
    start: int
    end: int
    at_line: bool
    depth: int = 0


def markers(seen: str, headings: list[Marker] = ()) -> list[Marker]:
    """The numbering of a text (as its shadow), each with its depth; other numbers are passed over.

    Headings without a number take part where they stand.
    """
    stack: list[Marker] = []
    last: dict[int, int] = {}
    found = []
    for marker in sorted([*headings, *_candidates(seen)], key=lambda one: one.start):
        depth = _depth_of(marker, stack, last)
        if depth is None:
            continue
        marker = Marker(marker.kind, marker.number, marker.start, marker.end, marker.at_line, depth)
        del stack[depth:]
        stack.append(marker)
        last[marker.kind] = marker.number
        found.append(marker)
    return _without_lone(found)


def _candidates(seen: str) -> Iterator[Marker]:
    lines = {match.end(): match for match in _AT_LINE.finditer(seen)}
    within = {match.end(): match for match in _WITHIN.finditer(seen)}
    for match in _RUN_ON.finditer(seen):
        if seen.find(_SECOND.get(match[0], "2"), match.end(), match.end() + _FURTHEST_SECOND) > 0:
            within[match.end()] = _ONE.match(seen, match.start())
    for end in sorted(lines | within):
        match = lines.get(end) or within[end]
        kind = next(at for at, name in enumerate(_NAMES) if name and match[name])
        digits = match[_NAMES[kind]]
        start = match.end() - len(match[0].lstrip(" \t"))
        if end not in lines and _is_of_a_sentence(seen, kind, start, end):
            continue
        yield Marker(kind, _number(kind, digits), start, end, end in lines)


def _number(kind: int, digits: str) -> int:
    return UNNUMBERED if kind == BULLET or digits in _MASKED else number_of(digits)


def _is_of_a_sentence(seen: str, kind: int, start: int, end: int) -> bool:
    """Within a line: 1、2 of a list of numbers, a number behind a comma, what a speaker asks for."""
    if kind == IS and _ASKS.search(seen, max(0, start - 24), start):
        return True
    goes_on = seen[end : end + 1].isdigit() and not _DAY_NEXT.match(seen, end)  # 2.5月4日 begins item 2
    return (kind == NUM and goes_on) or (kind != IS and seen[start - 1] == "，")


def _depth_of(marker: Marker, stack: list[Marker], last: dict[int, int]) -> int | None:
    """Where the marker belongs; None where the number is no numbering."""
    if marker.kind in (HEADING, SUBHEADING):
        return next((at for at, one in enumerate(stack) if one.kind >= marker.kind), len(stack))
    if marker.kind == BOOK:
        return next(
            (at for at, one in enumerate(stack) if one.kind not in (HEADING, SUBHEADING, PART, HAN)),
            len(stack),
        )
    for depth, open_one in enumerate(stack):
        if open_one.kind == marker.kind:
            return depth if _follows(marker, open_one.number, depth == 0) else None
    begins = marker.number in (UNNUMBERED, 1)
    goes_on = marker.at_line and marker.number == last.get(marker.kind, 0) + 1
    if (
        not begins
        and not goes_on
        and not (marker.at_line and marker.kind != IS and not last.get(marker.kind))
    ):
        return None
    if marker.kind in (PART, GREAT, FIRST, WHOLE, HAN):
        return next((at for at, one in enumerate(stack) if one.kind > HAN), len(stack))
    return len(stack)


def _follows(marker: Marker, number: int, is_top: bool) -> bool:
    if marker.number in (UNNUMBERED, number + 1):
        return True
    if not marker.at_line:
        return False
    # A number left out or doubled by the writer ends no list; nor does one that begins anew.
    return number <= marker.number <= number + 3 or (marker.number == 1 and not is_top)


def _without_lone(found: list[Marker]) -> list[Marker]:
    """Without 一是 that no 二是 follows: it is a way of speaking."""
    kept: list[Marker] = []
    following: dict[int, int] = {}
    for marker in reversed(found):
        if marker.kind != IS or marker.number != 1 or following.get(marker.depth) == 2:
            kept.append(marker)
        for depth in [one for one in following if one > marker.depth]:
            del following[depth]
        following[marker.depth] = marker.number if marker.kind == IS else 0
    return kept[::-1]


def number_of(digits: str) -> int:
    """12 for 12, 十二, ⑫ and Ⅻ, 2 for 贰."""
    if digits.isascii():
        return int(digits)
    if "①" <= digits <= "⑳":
        return ord(digits) - ord("①") + 1
    if digits in _GREATS:
        return 3 if digits == "参" else _GREATS.index(digits) + 1
    if "Ⅰ" <= digits <= "Ⅻ":
        return ord(digits) - ord("Ⅰ") + 1
    tens, ten, ones = digits.rpartition("十")
    worth = _DIGITS.find(ones) + 1 if ones else 0
    return (_DIGITS.find(tens) + 1 if tens else 1) * 10 + worth if ten else worth
