"""A roster as people paste it, read as its people or bodies. Pure Python."""

from intake.rosters.reading.roster import Entry, Roster, Skipped, read

__all__ = ["Entry", "Roster", "Skipped", "read"]
