"""One number with its measure word, at a known place of a text: the grammar that entry and checks share."""

import re
from dataclasses import dataclass
from decimal import Decimal

from counting.grammar import numerals
from counting.grammar.numerals import EXACTLY, Number, read_numeral, run_at, scaled
from counting.grammar.precision import together, words_before, words_behind
from counting.grammar.refusals import MASK, Refused, shown
from counting.grammar.units import Unit, unit_at
from counting.kinds import AT_LEAST, ATTENDANCES, MONEY, PEOPLE, RANGE, Count, kind_of

_TO = re.compile(r"\s?(?:至|到|—{1,2}|–|-|~)\s?")
_PARTS_OF = re.compile(r"(百|千|万)分之")
_POWER_OF_PARTS = {"百": 0, "千": -1, "万": -2}  # as per cent


@dataclass(frozen=True)
class Phrase:
    """A count and where it stands."""

    count: Count
    start: int
    end: int


def phrase_at(text: str, at: int, measures: re.Pattern, *, plain_words: bool = False) -> Phrase:
    """The count whose numeral begins there. Raises Refused where there is none, or none that can be read."""
    said, start = words_before(text[max(0, at - 12) : at], plain=plain_words)
    start += max(0, at - 12)
    if is_more_than_one(text, at):
        said, start = said | {AT_LEAST}, at - 1
    first, unit, end, more = _number_and_unit(text, at, measures)
    said |= more
    if match := _TO.match(text, end):
        second = _second_end(text, match.end(), measures, unit)
        if second:
            return _range(text, start, said, (first, unit), second)
    if unit is None:
        raise Refused(_no_measure(text, at, first.text, end))
    return _phrase(text, start, end, said, (first, unit))


def is_more_than_one(text: str, at: int) -> bool:
    """上百名, but not 晚上百名."""
    before = text[max(0, at - 2) : at]
    return text[at] in "百千万亿" and before[-1:] == "上" and before[0] not in "晚早线网以会"


def _number_and_unit(text: str, at: int, measures: re.Pattern) -> tuple[Number, Unit | None, int, set[str]]:
    if share := _PARTS_OF.match(text, at):
        if not (numerals.START.match(text, share.end())):
            raise Refused(f"{shown(share[0])}后面没有数，请写成“百分之六十”或“60%”。")
        number = read_numeral(run_at(text, share.end()))
        end = share.end() + len(number.text)
        said, end = words_behind(text, end)
        return number, Unit("%", end, _POWER_OF_PARTS[share[1]]), end, said | {number.precision} - {""}
    number = read_numeral(run_at(text, at))
    said = {number.precision} - {""}
    more, end = words_behind(text, at + len(number.text))
    unit = unit_at(text, end, measures)
    if unit:
        after, end = words_behind(text, unit.end)
        more |= after | unit.said
    return number, unit, end, said | more


def _second_end(text: str, at: int, measures: re.Pattern, unit: Unit | None):
    """The other end of a range; None where what follows 至 is something else."""
    if not (numerals.START.match(text, at)):
        return None
    try:
        number, its_unit, end, said = _number_and_unit(text, at, measures)
    except Refused:
        if unit is None:
            raise
        return None
    if its_unit is None or (unit and unit.name != its_unit.name):
        return None
    return number, its_unit, end, said


def _range(text: str, start: int, said: set[str], first: tuple, second: tuple) -> Phrase:
    low, unit = first
    high, its_unit, end, more = second
    wording = text[start:end]
    together(said | more, wording)
    if low.high or high.high:
        raise Refused(f"{shown(wording)}的两头有一头不确定，请写成“10至20人”这样。")
    bottom, top = _value(low, unit or its_unit), _value(high, its_unit)
    shared = high.magnitude if high.magnitude >= 2 and unit is None else 0
    if shared and not low.magnitude and low.value < scaled(high.value, -shared):
        bottom = scaled(bottom, shared)
    if bottom >= top:
        how = "一样" if bottom == top else "写反了，小的在前"
        raise Refused(f"{shown(wording)}的两头{how}，请写成“10至20人”这样。")
    return Phrase(_checked(Count(bottom, its_unit.name, RANGE, top), wording), start, end)


def _phrase(text: str, start: int, end: int, said: set[str], read: tuple[Number, Unit]) -> Phrase:
    number, unit = read
    wording = text[start:end]
    precision, high = together(said, wording), None
    if number.high:
        precision, high = RANGE, EXACTLY.add(scaled(number.high, unit.power), unit.more)
    return Phrase(_checked(Count(_value(number, unit), unit.name, precision, high), wording), start, end)


def _value(number: Number, unit: Unit) -> Decimal:
    value = scaled(number.value, unit.power)
    if unit.more and number.value % 1:
        raise Refused(f"{shown(number.text)}已经有小数，后面不能再有零头，请核对。")
    return EXACTLY.add(value, unit.more)


def _checked(count: Count, wording: str) -> Count:
    """The count, if it is one that can be: whole people, money in 分."""
    for value in filter(None, (count.value, count.high)):
        decimals = max(0, -value.as_tuple().exponent)
        if kind_of(count.unit) in (PEOPLE, ATTENDANCES) and decimals:
            raise Refused(f"{shown(wording)}折合{f'{value:f}'}{count.unit}，人数和人次必须是整数，请核对。")
        if kind_of(count.unit) == MONEY and decimals > 2:
            raise Refused(f"{shown(wording)}折合{f'{value:f}'}元，金额最小到分，请核对小数。")
    return count


def _no_measure(text: str, at: int, numeral: str, end: int) -> str:
    rest = re.match(rf"[^，。；、！？\s{MASK}]{{0,12}}", text[end : end + 12])[0]
    if not rest:
        examples = f"“{numeral}名”“{numeral}人次”“{numeral}个”"
        return f"{shown(text[at:end])}只有数字，没有单位，请写上量词，例如{examples}。"
    if rest[0].isascii() or not rest[0].isalnum():
        return f"读到了数字“{numeral}”，后面的{shown(rest)}看不懂，请写成“数字＋量词”，例如“300余名”。"
    measure = "名" if re.search(r"(?:[员者生师民]|青年|同志|代表|干部|人才)$", rest) else "个"
    if measure == "个" and not numeral[0].isascii() and len(numeral) == 1:
        return (
            f"{shown(numeral + rest)}里的“{numeral}”后面不是认得的量词。"
            "是名称或固定说法的，这里没有要统计的数；是数量的，请写成“300余名”这样。"
        )
    return (
        f"读到了数字“{numeral}”，但{shown(rest)}开头的不是认得的量词。是不是要写“{numeral}{measure}{rest}”？"
    )
