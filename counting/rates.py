"""A rate, a growth or a multiple beside the two counts that it is made of: 1200人 of 2000人 are 60%."""

from decimal import ROUND_HALF_UP, Decimal

from counting.bounds import Bounds, agree, bounds_of
from counting.kinds import EXACT, GROWTH, RANGE, Count
from counting.writing import plain, write

_ANY = Decimal("Infinity")
_TOLD = Decimal("0.01")  # no finer than this is told what was computed
_TENTHS = 10


def made_of(rate, numerator, denominator) -> Bounds:
    """Between which numbers the rate lies that the two make, in its unit; one number where both are exact.

    A growth is by how much the numerator, of this period, is more than the denominator, of the one before.
    """
    (least, most), (least_of_all, most_of_all) = bounds_of(numerator), bounds_of(denominator)
    if rate.unit == "百分点":
        return least - most_of_all, most - least_of_all
    low, high = _ratio(least, most_of_all), _ratio(most, least_of_all)
    if rate.kind == GROWTH:
        low, high = low - 1, high - 1
    return (low * 100, high * 100) if rate.unit == "%" else (low, high)


def is_as_stated(rate, wording: str, made: Bounds) -> bool:
    """Whether what was made of the two may be the stated rate, which says no more than its last digit."""
    least, most = bounds_of(rate)
    if rate.precision in (EXACT, RANGE):
        half = _step(rate, wording) / 2
        least, most = least - half, most + half
    return agree((least, most), made)


def made_in_words(rate, made: Bounds) -> str:
    """What was computed, in the words of a count of its kind: 60%, 下降3.2%, 55%至65%."""
    low, high = (end if end == _ANY else end.quantize(_TOLD, ROUND_HALF_UP) for end in made)
    if low == high:
        return write(Count(low, rate.unit, EXACT, grows=rate.kind == GROWTH))
    ends = f"{plain(low)}{rate.unit}"
    return f"{ends}以上" if high == _ANY else f"{ends}至{plain(high)}{rate.unit}"


def _ratio(part: Decimal, whole: Decimal) -> Decimal:
    if part == _ANY or not whole:
        return _ANY
    return part / whole


def _step(rate, wording: str) -> Decimal:
    """What its last digit counts: 0.1 of 62.9%, 1 of 60%, 10 of 三成."""
    if "成" in wording and not rate.value % _TENTHS:
        return Decimal(_TENTHS)
    return Decimal(1).scaleb(min(rate.value.normalize().as_tuple().exponent, 0))
