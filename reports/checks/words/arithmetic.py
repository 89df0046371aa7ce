"""Checks of numbers against each other: a sum that does not add up, 人 and 人次 of one thing."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import takewhile

import counting
from reports.checks.words.slips import Slip

_TERM = r"\d{1,12}(?:\.\d{1,4})?"
_SUM = re.compile(
    rf"(?<![\d.])(?:(?P<before>{_TERM})[\u4e00-\u9fff]{{0,3}}[（(])?"
    rf"(?P<terms>{_TERM}(?:\s?[+＋]\s?{_TERM})++)(?:\s?[=＝]\s?(?P<after>{_TERM}))?(?![\d.])"
)
_SENTENCE = re.compile(r"[^。！？；\n]++")
_OF_WHICH = re.compile(r"其中|分别|包括")
_TOGETHER = re.compile(r"(?:共计|合计|总计|一共|总共)[有为达]?$")
_NEXT_THING = re.compile(r"举办|开展|发放|培训|组织|走访|服务|慰问|召开|累计|捐")
_MOST_PARTS = 30  # a sentence tells no more of them
_NEAR = Decimal("0.2")  # so near to the whole, two parts are meant to be it
_PEOPLE_OR_TIMES = re.compile(r"人[（(]次[）)]")
_LEAD = re.compile(r"[\u4e00-\u9fff]{2,4}$")  # 服务群众 before both numbers
_TOTAL_WORDS = re.compile(r"(?:共计|合计|总计|累计|先后|共|达到?|约|近|超过|了)+$")
TELLING = 20  # a smaller number is equal to another by chance


def sums_written(text: str) -> Iterator[Slip]:
    """算式的和不对：2+10+74≠87。"""
    for match in _SUM.finditer(text):
        total = match["after"] or match["before"]
        terms = [Decimal(term) for term in re.findall(_TERM, match["terms"])]
        if total and sum(terms) != Decimal(total):
            words = f"“{match['terms']}”等于{counting.plain(sum(terms))}，不是{total}，请核对。"
            yield Slip("sum_differs", *match.span(), words)


def sums_told(text: str) -> Iterator[Slip]:
    """分项相加与总数不符：共87人，其中男10人、女74人；男10人、女74人，共计87人。"""
    left = iter(counting.counts_in(text))
    typed = next(left, None)
    for sentence in _SENTENCE.finditer(text):
        inside = []
        while typed and typed.start < sentence.end():
            inside.append(typed)
            typed = next(left, None)
        yield from _parts_behind(text, sentence, inside)
        yield from _parts_before(text, inside)


def _parts_behind(text: str, sentence: re.Match, inside: list) -> Iterator[Slip]:
    of_which = _OF_WHICH.search(text, sentence.start(), sentence.end())
    behind = [typed for typed in inside if of_which and typed.start >= of_which.end()]
    if not behind:
        return
    wholes = [typed for typed in inside if typed.end <= of_which.start()]
    whole = next((one for one in reversed(wholes) if _is_alike(one, behind[0])), None)
    if whole is None:
        return
    parts = list(takewhile(partial(_is_part, text, whole), behind))
    if parts and _differs(whole, parts, text[of_which.start() : parts[-1].end]):
        yield _sum_differs(whole, parts)


def _parts_before(text: str, inside: list) -> Iterator[Slip]:
    for place, whole in enumerate(inside):
        if not _TOGETHER.search(text, max(0, whole.start - 4), whole.start):
            continue
        before = inside[max(0, place - _MOST_PARTS) : place]
        parts = list(takewhile(partial(_is_alike, whole), reversed(before)))[::-1]
        if len(parts) > 1 and _sum(parts) != whole.count.value:
            yield _sum_differs(whole, parts)


def _is_part(text: str, whole, part) -> bool:
    """Whether a count behind 其中 still tells of the whole, not of the next thing that was done."""
    return _is_alike(whole, part) and not _NEXT_THING.search(text, max(0, part.start - 6), part.start)


def _is_alike(whole, part) -> bool:
    """Whether both are exact and of one kind, so that they can be added."""
    one, other = whole.count, part.count
    exact = one.precision == other.precision == counting.EXACT and one.kind not in counting.NEVER_SUMMED
    return exact and counting.sort_of(one.unit) == counting.sort_of(other.unit)


def _differs(whole, parts: Sequence, words: str) -> bool:
    """Whether the parts ought to be the whole and are not; one or two of many may be told alone."""
    total, most = _sum(parts), whole.count.value
    some_alone = words.startswith("其中")
    if len(parts) < 2:
        return some_alone and total > most
    ought = len(parts) > 2 or not some_alone or ("男" in words and "女" in words) or total > most
    return total != most and (ought or most - total <= most * _NEAR)


def _sum(parts: Sequence) -> Decimal:
    return sum(part.count.value for part in parts)


def _sum_differs(whole, parts: Sequence) -> Slip:
    terms = "、".join(part.text for part in parts[:6]) + ("等" if len(parts) > 6 else "")
    words = (
        f"{terms}相加是{counting.plain(_sum(parts))}{parts[0].count.unit}，与“{whole.text}”不符，请核对；"
        "有重叠或没有写全的，请在文中说明。"
    )
    return Slip("sum_differs", whole.start, whole.end, words)


def people_and_times(text: str) -> Iterator[Slip]:
    """同一件事既写人又写人次。"""
    for match in _PEOPLE_OR_TIMES.finditer(text):
        words = f"“{match[0]}”说不清是人数还是人次，请只写一种。"
        yield Slip("people_and_times", *match.span(), words)
    first: dict = {}
    for typed in counting.counts_in(text):
        if typed.count.unit != "人次" and typed.count.kind != counting.PEOPLE:
            continue
        others = [first.setdefault(same, typed) for same in _things(text, typed)]
        is_times = typed.count.unit == "人次"
        if other := next((one for one in others if (one.count.unit == "人次") != is_times), None):
            words = f"“{other.text}”和“{typed.text}”像是说同一件事，一处是人数，一处是人次，请核对。"
            yield Slip("people_and_times", typed.start, typed.end, words)


def _things(text: str, typed) -> Iterator:
    """What tells that two counts are of one thing: a number of some size, or the words before it."""
    if typed.count.value >= TELLING:
        yield typed.count.value
    if lead := lead_of(text, typed):
        yield lead


def lead_of(text: str, typed) -> str:
    """What a number is of, by the words before it: 服务群众; empty where a mark stands there."""
    match = _LEAD.search(_TOTAL_WORDS.sub("", text[max(0, typed.start - 12) : typed.start]))
    return match[0] if match else ""
