"""A sum is told no finer than its coarsest inexact part: 近4万, 163万 and 306 are 约167万."""

from collections.abc import Collection
from decimal import ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal

from counting.kinds import AT_LEAST, BELOW, EXACT


def rounded(total: Decimal, grain: Decimal, precisions: Collection[str]) -> Decimal:
    """A sum of parts so precise, told to the grain of the coarsest.

    What is at least so much is never rounded up, nor is half a grain where a part is below what it says.
    """
    if not grain:
        return total
    how = ROUND_HALF_DOWN if BELOW in precisions else ROUND_HALF_UP
    if {*precisions} <= {EXACT, AT_LEAST}:
        how = ROUND_FLOOR
    return (total / grain).to_integral_value(how) * grain
