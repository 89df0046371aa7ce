"""Tables of hours as the national platforms export them, read as plain rows. Pure Python."""

from intake.hours.exports.reading import Export, Served, read_export

__all__ = ["Export", "Served", "read_export"]
