"""Checks over a draft: what must be mended before it is issued, and what is worth a second look.

They read the document as it prints and the records behind it, and change nothing.
"""

from collections.abc import Container, Iterable
from dataclasses import replace

from django.db.models import prefetch_related_objects

from reports.checks import evidence, hours, minors, parts, prose, records, repeats
from reports.checks.findings import BLOCKER, HINT, LEVELS, Finding, fingerprint_of
from reports.checks.reading import NAMED_BY, Reading
from reports.composing.material import Material
from reports.document import Document

__all__ = ["BLOCKER", "HINT", "LEVELS", "Finding", "blockers", "findings_of", "tells_private_numbers"]

CHECKS = (prose, minors, repeats, records, hours, evidence, parts)


def findings_of(material: Material, document: Document) -> list[Finding]:
    """What the checks find in the draft: blockers first, then hints, each in reading order.

    Asks the database for the names that may stand in the text of the activities, for those of minors, for
    what earlier issued reports told, for hours on record, and for the report's type if it has one.
    """
    prefetch_related_objects(material.activities, *NAMED_BY)
    reading = Reading(material, document)
    found = [
        replace(finding, fingerprint=fingerprint_of(finding, reading.text_at(finding.place)))
        for check in CHECKS
        for finding in check.findings(reading)
    ]
    return sorted(found, key=lambda finding: (finding.level != BLOCKER, reading.order_of(finding.place)))


def tells_private_numbers(material: Material, document: Document) -> bool:
    """Whether one stands in the draft, so that the public may not see it; asks the database nothing."""
    return any(map(prose.tells_private_numbers, Reading(material, document).pieces))


def blockers(findings: Iterable[Finding], waived: Container[str] = ()) -> list[Finding]:
    """Those that stop issuing: none whose fingerprint somebody has waived."""
    return [one for one in findings if one.level == BLOCKER and one.fingerprint not in waived]
