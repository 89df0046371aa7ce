"""The report as a plain value, and what belongs to it: passages, periods, numbers, its frozen form."""

from reports.document.parts import FORMAT, Document, Figure, Half, Item, Passage, Section, Source, Sum

__all__ = ["FORMAT", "Document", "Figure", "Half", "Item", "Passage", "Section", "Source", "Sum"]
