"""A count in words. Wording follows GB/T 15835-2011: counts are written in Arabic numerals."""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from counting.kinds import ABOUT, AT_LEAST, ATTENDANCES, BELOW, EXACT, NEVER_SUMMED, RANGE, UNITS, Count

_NUMBER_ALONE = re.compile(r"(?:近|约|超|逾|不足|超过)?[0-9][0-9,.]*[余多]?[万亿]?[余多]?")
_AFTER_NOUN = ("人", *UNITS[ATTENDANCES])  # 志愿者300人, but 300名志愿者


def write_alike(count: Count, wordings: Iterable[str]) -> str:
    """A sum in the way of its parts: what staff wrote in 万元 stays 万元; a single part keeps its wording."""
    wordings = list(wordings)
    if len(wordings) == 1 and _NUMBER_ALONE.fullmatch(wordings[0].removesuffix(count.unit)):
        return wordings[0]
    text = write(count)
    is_told = count.value >= 10**4 and not count.value % 100 and count.precision in (EXACT, AT_LEAST)
    if "万" in text or not is_told or not any("万" in wording for wording in wordings):
        return text
    more = "余" if count.precision == AT_LEAST else ""
    return f"{plain(count.value.scaleb(-4))}万{more}{count.unit}"


def write(count: Count) -> str:
    """The plain wording of a count: 300余名, 约500人, 不足100人, 10至20人, 增长12.5%."""
    as_of = f"截至{count.as_of}，" if count.as_of else ""
    change = ("增长" if count.value >= 0 else "下降") if count.grows else ""
    unit = "个百分点" if count.unit == "百分点" else count.unit
    number = f"{change}{_number(count, unit)}"
    leads = unit in _AFTER_NOUN or count.kind in NEVER_SUMMED
    return f"{as_of}{count.noun}{number}" if leads else f"{as_of}{number}{count.noun}"


def write_total(count: Count) -> str:
    """A total in words, in a cell as in a sentence: 342人次; of stocks with its day: 569个（截至5月底）."""
    if not count.as_of:
        return write(count)
    return f"{write(replace(count, as_of=''))}（截至{count.as_of}）"


def _number(count: Count, unit: str) -> str:
    number = plain(abs(count.value))
    if count.precision == RANGE:
        ends = sorted((abs(count.value), abs(count.high)))
        return f"{plain(ends[0])}{unit if unit == '%' else ''}至{plain(ends[1])}{unit}"
    if count.precision == AT_LEAST and count.kind in NEVER_SUMMED:
        return f"{number}{unit}以上"
    if count.precision == AT_LEAST:
        return f"{_at_least(count.value)}{unit}"
    before = {ABOUT: "约", BELOW: "不足"}.get(count.precision, "")
    if before and count.kind not in NEVER_SUMMED:
        number = "".join(_short(count.value))
    return f"{before}{number}{unit}"


def _at_least(value: Decimal) -> str:
    """300余, 287万余; where 余 says how many 万 there are, it stands before it: 40余万."""
    number, sign = _short(value)
    is_round = sign and number.endswith("0")
    return f"{number}余{sign}" if is_round else f"{number}{sign}余"


def _short(value: Decimal) -> tuple[str, str]:
    """What is not known to the last digit is told in 万 or 亿, with one decimal at most: 287 and 万."""
    for sign, power in (("亿", 8), ("万", 4)):
        if value >= 10**power and value % 10 ** (power - 1) == 0:
            return plain(value.scaleb(-power)), sign
    return plain(value), ""


def plain(value: Decimal) -> str:
    """A decimal as plain text, without exponent or idle zeros: 10000, 2.5."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
