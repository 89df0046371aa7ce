"""What an outline is made of: spans of the one clean text."""

from dataclasses import dataclass

OPENING, RECORDS, PLAN, PROBLEMS, ROLL = "opening", "records", "plan", "problems", "roll"


@dataclass(frozen=True)
class Span:
    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def __bool__(self):
        return self.end > self.start


NOTHING = Span(0, 0)


def trimmed(text: str, start: int, end: int) -> Span:
    """A piece of the text without the blanks around it."""
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))


@dataclass(frozen=True)
class Item:
    """A numbered item or a paragraph: its whole, its title (may be empty), its words behind the title."""

    whole: Span
    title: Span
    body: Span
    parts: tuple["Item", ...] = ()  # what is numbered within it: 一是, (1), ①


@dataclass(frozen=True)
class Section:
    """A section with its heading; an opening has none."""

    kind: str
    whole: Span
    heading: Span
    lead: Span  # words before the first item
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Outline:
    """The parts of a document. A part that the document lacks is an empty span."""

    title: Span
    sections: tuple[Section, ...]
    signature: Span = NOTHING
    signed_on: Span = NOTHING
    unplaced: tuple[Span, ...] = ()
