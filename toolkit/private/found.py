"""Something private in a text, told without repeating it."""

from dataclasses import dataclass

MINOR = "未成年人姓名"
_AROUND = 8  # characters that are shown before and behind
_SHOWN = 3  # digits that are shown of a long number, so that staff know which is meant
_LONG = 6


@dataclass(frozen=True)
class Found:
    """What it is, and where in the text it stands."""

    kind: str
    start: int
    end: int

    def masked(self, text: str) -> str:
        """Itself as it may be shown: 138…, 王××."""
        said = text[self.start : self.end]
        shown = said[: _SHOWN if len(said) > _LONG and self.kind != MINOR else 1]
        return f"{shown}…" if self.kind != MINOR else f"{shown}{'×' * (len(said) - 1)}"


def around(text: str, one: Found, others: list[Found]) -> str:
    """The words that it stands among, on one line; nothing private that stands beside it is told either."""
    start, end = max(0, one.start - _AROUND), min(len(text), one.end + _AROUND)
    told, at = [], start
    for each in sorted({*others, one}, key=lambda each: (each.start, -each.end)):
        if each.end <= at or each.start >= end:
            continue
        told += [text[at : each.start], each.masked(text)] if each.start >= at else []
        at = max(at, each.end)
    told.append(text[at:end])
    return " ".join("".join(told).split())
