"""What reading makes of a file: lines, and the one clean text that every span points into."""

from dataclasses import dataclass, field
from functools import cached_property

from intake.reading.shadow import shadow

TEXT, ROW, MARGIN = "text", "row", "margin"


class Unreadable(Exception):
    """Why a file cannot be read, a sentence for staff."""


@dataclass(frozen=True)
class Line:
    """A paragraph, or a row of a table with its cells parted by tabs."""

    text: str
    kind: str = TEXT
    level: int = 0  # of a heading that Word knows as one; 0 for any other line


@dataclass(frozen=True)
class Removed:
    """Words of the page that are no words of the document."""

    text: str
    why: str


@dataclass(frozen=True)
class Source:
    """The clean text, where its lines begin, and what was taken out of it."""

    lines: tuple[Line, ...]
    removed: tuple[Removed, ...] = ()
    text: str = field(init=False)
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self):
        starts, at = [], 0
        for line in self.lines:
            starts.append(at)
            at += len(line.text) + 1
        object.__setattr__(self, "starts", tuple(starts))
        object.__setattr__(self, "text", "\n".join(line.text for line in self.lines))

    @cached_property
    def seen(self) -> str:
        """The text as the patterns see it, as long as the text."""
        return shadow(self.text)
