"""A counted fact and its wording: 300余名 is at least 300 people, 1万个 is 10,000 things.

Pure functions; they know no model. Wording follows GB/T 15835-2011: counts are
written in Arabic numerals, large round ones with 万 or 亿.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

EXACT, AT_LEAST, ABOUT = "exact", "at_least", "about"
PEOPLE, ATTENDANCES, THINGS, MONEY, HOURS = "people", "attendances", "things", "money", "hours"

UNITS = {
    PEOPLE: ("人", "名", "位"),
    ATTENDANCES: ("人次",),
    MONEY: ("元",),
    HOURS: ("小时",),
}

_MAGNITUDES = {
    "": 1,
    "百": 100,
    "千": 1000,
    "万": 10_000,
    "百万": 1_000_000,
    "千万": 10_000_000,
    "亿": 100_000_000,
}
_WORDING = re.compile(
    r"(?P<before>近|约|大约|超过|超|逾|不少于)?"
    r"(?P<digits>\d{1,3}(?:[,，]\d{3})+|\d+)(?P<decimals>\.\d+)?"
    r"(?P<first>百万|千万|[百千万亿])?"
    r"(?P<more>余|多)?"
    r"(?P<second>[万亿])?"
    r"(?P<unit>[^\W\d_余多][^\W\d_]{0,8}[²³]?)"
)


@dataclass(frozen=True)
class Count:
    """A number as it was counted: ``value`` in ``unit``, exact or not."""

    value: Decimal
    unit: str
    precision: str


def read(wording: str) -> Count | None:
    """The count that a wording states, or None where it cannot be read.

    >>> read("300余名")
    Count(value=Decimal('300'), unit='名', precision='at_least')
    """
    match = _WORDING.fullmatch(re.sub(r"\s", "", wording))
    if match is None:
        return None
    digits = re.sub("[,，]", "", match["digits"]) + (match["decimals"] or "")
    size = _MAGNITUDES[match["first"] or ""] * _MAGNITUDES[match["second"] or ""]
    if match["more"] or match["before"] in ("超过", "超", "逾", "不少于"):
        precision = AT_LEAST
    else:
        precision = ABOUT if match["before"] else EXACT
    return Count(Decimal(digits) * size, match["unit"], precision)


def write(count: Count) -> str:
    """The plain wording of a count: 300余名, 约500人, 9000元."""
    number = plain(count.value)
    if count.precision == AT_LEAST:
        return f"{number}余{count.unit}"
    if count.precision == ABOUT:
        return f"约{number}{count.unit}"
    return f"{number}{count.unit}"


def plain(value: Decimal) -> str:
    """A decimal as plain text, without exponent or idle zeros: 10000, 2.5."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def kind_of(unit: str) -> str:
    """The kind of count a unit stands for; every unit not listed counts things."""
    return next((kind for kind, units in UNITS.items() if unit in units), THINGS)
