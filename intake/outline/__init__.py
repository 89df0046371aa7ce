"""Where title, sections, items and signature of a text stand."""

from intake.outline.outline import outline_of
from intake.outline.parts import NOTHING, OPENING, PLAN, PROBLEMS, RECORDS, ROLL, Item, Outline, Section, Span

__all__ = [
    "NOTHING",
    "OPENING",
    "PLAN",
    "PROBLEMS",
    "RECORDS",
    "ROLL",
    "Item",
    "Outline",
    "Section",
    "Span",
    "outline_of",
]
