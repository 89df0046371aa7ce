"""Numbers as pages show them: as bars on one scale, or in a table; each leads to what it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

LEAST = 1  # per cent: a small number still shows


@dataclass(frozen=True)
class Bar:
    """A number to be drawn (components/bars.html); ``value`` is None where none is known."""

    label: str
    value: Decimal | int | None
    text: str
    address: str = ""
    note: str = ""


@dataclass(frozen=True)
class Cell:
    """A number in a table (components/tally.html); ``text`` is empty where none is known."""

    text: str
    address: str = ""
    note: str = ""
    value: Decimal | int | None = None


@dataclass(frozen=True)
class Line:
    """A row of such a table."""

    label: str
    cells: Sequence[Cell]
    address: str = ""
    is_whole: bool = False  # the sum of rows below it


def scaled(bars: Sequence[Bar]) -> list[tuple[Bar, int]]:
    """Each bar with its length in per cent of the longest; 0 where no number is known."""
    longest = max((bar.value for bar in bars if bar.value), default=0)
    return [(bar, max(LEAST, round(100 * bar.value / longest)) if bar.value else 0) for bar in bars]
