"""Between which two numbers a count lies, as far as its wording lets one say."""

from decimal import Decimal

from counting.kinds import ABOUT, AT_LEAST, BELOW, RANGE

Bounds = tuple[Decimal, Decimal]

_SLACK = Decimal("0.1")  # so far 约 may be from what it tells, and no further than its last digit
_ANY = Decimal("Infinity")


def bounds_of(count) -> Bounds:
    """The least and the most that it may be; of what fell by 3% or more, the other way round."""
    slack = min(abs(count.value) * _SLACK, count.grain)
    if count.value < 0:
        ends = (abs(count.high), -count.value) if count.high is not None else (-count.value, None)
        least, most = _bounds(count.precision, *ends, slack)
        return -most, -least
    return _bounds(count.precision, count.value, count.high, slack)


def agree(one: Bounds, other: Bounds) -> bool:
    """Whether both may be the same number."""
    return one[0] <= other[1] and other[0] <= one[1]


def _bounds(precision: str, value: Decimal, high: Decimal | None, slack: Decimal) -> Bounds:
    if precision == AT_LEAST:
        return value, _ANY
    if precision == BELOW:
        return Decimal(0), value
    if precision == ABOUT:
        return value - slack, value + slack
    return value, high if precision == RANGE else value
