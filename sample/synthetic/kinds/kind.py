from dataclasses import dataclass

ALL_YEAR = tuple(range(1, 13))


@dataclass(frozen=True)
class Count:
    """A figure of a kind: what is counted, between which numbers, in which unit."""

    name: str
    least: int
    most: int
    unit: str
    counts: str = "other"


@dataclass(frozen=True)
class Kind:
    """One kind of activity. ``$place`` stands for one of its places, braces for its figures.

    Titles take the summaries in turn, the first the first, and so on round.
    A summary holds no number of its own: a report would ask for the record behind it.
    """

    area: str
    months: tuple[int, ...]
    places: tuple[str, ...]
    titles: tuple[str, ...]
    summaries: tuple[str, ...]
    paragraphs: tuple[str, ...]
    counts: tuple[Count, ...]
    scene: str
    campaign: str = ""
    tag: str = ""
    audience: str = ""
