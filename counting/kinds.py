"""A counted fact: its number, its unit, what kind of count it is, and how exact."""

from dataclasses import dataclass
from decimal import Decimal

EXACT, AT_LEAST, ABOUT, BELOW, RANGE = "exact", "at_least", "about", "below", "range"
PRECISIONS = (EXACT, AT_LEAST, ABOUT, BELOW, RANGE)

PEOPLE, ATTENDANCES, THINGS, MONEY, HOURS = "people", "attendances", "things", "money", "hours"
RATE, GROWTH, MULTIPLE = "rate", "growth", "multiple"
NEVER_SUMMED = (RATE, GROWTH, MULTIPLE)

# The units of each kind; every other unit counts things. Attendances are each of their own unit.
UNITS = {
    PEOPLE: ("人", "名", "位"),
    ATTENDANCES: ("人次", "户次", "家次", "车次", "批次", "台次", "架次", "艘次", "例次"),
    MONEY: ("元",),
    HOURS: ("小时",),
    RATE: ("%",),
    GROWTH: ("百分点",),
    MULTIPLE: ("倍",),
}
_KINDS = {unit: kind for kind, units in UNITS.items() for unit in units}


@dataclass(frozen=True)
class Count:
    """A number as it was counted: ``value`` in ``unit``, exact or not; the lower end of a range."""

    value: Decimal
    unit: str
    precision: str = EXACT
    high: Decimal | None = None  # the upper end of a range
    noun: str = ""  # what is counted: 团员青年 in 3200名团员青年
    grows: bool = False  # 增长12.5%; a decline is below zero
    as_of: str = ""  # the day of a stock: 5月底 in 截至5月底，团支部569个

    @property
    def kind(self) -> str:
        return GROWTH if self.grows else kind_of(self.unit)

    @property
    def grain(self) -> Decimal:
        """The place down to which it is known: 百 of 300余, 千 of 1.2万余, 万 of 近4万; 0 where it is exact.

        That of the last digit written; of a range that of its width, 十 of 10至21.
        """
        if self.precision == EXACT:
            return Decimal(0)
        if self.precision == RANGE:
            return Decimal(1).scaleb((self.high - self.value).adjusted())
        return Decimal(1).scaleb(self.value.normalize().as_tuple().exponent)


def kind_of(unit: str) -> str:
    """The kind of count a unit stands for; every unit not listed counts things."""
    return _KINDS.get(unit, THINGS)
