"""Files and pasted text as lines of clean text."""

from intake.reading.files import read, refuse_too_large
from intake.reading.lines import Line, Removed, Source, Unreadable
from intake.reading.noise import cleaned

__all__ = ["Line", "Removed", "Source", "Unreadable", "cleaned", "read", "refuse_too_large"]
