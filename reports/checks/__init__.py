"""Checks over a draft: what must be mended before it is issued, and what is worth a second look.

They read the document as it prints and the records behind it, and change nothing.
"""

from collections.abc import Container, Iterable
from dataclasses import replace

from django.db.models import prefetch_related_objects

from reports.checks import (
    between,
    elsewhere,
    entering,
    evidence,
    hours,
    minors,
    parts,
    prose,
    rates,
    records,
    repeats,
    stocks,
    wholes,
)
from reports.checks.findings import BLOCKER, HINT, LEVELS, Finding, fingerprint_of
from reports.checks.reading import NAMED_BY, Reading
from reports.composing.material import Material
from reports.document import Document

__all__ = ["BLOCKER", "HINT", "LEVELS", "Finding", "blockers", "findings_of", "tells_what_is_private"]

CHECKS = (
    *(prose, between, minors, repeats, wholes, records),
    *(entering, stocks, rates, elsewhere, hours, evidence, parts),
)


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


def tells_what_is_private(material: Material, document: Document) -> bool:
    """Whether a private number or a minor of its records in full stands in the draft: not for the public."""
    reading = Reading(material, document)
    return any(map(prose.tells_what_is_private, reading.pieces)) or minors.names_a_minor(reading)


def blockers(findings: Iterable[Finding], waived: Container[str] = ()) -> list[Finding]:
    """Those that stop issuing: none whose fingerprint somebody has waived."""
    return [one for one in findings if one.level == BLOCKER and one.fingerprint not in waived]
