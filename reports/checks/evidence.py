"""Evidence for an earlier plan that counts more of its target than its record bears."""

from collections.abc import Iterator
from decimal import Decimal

from django.db.models import prefetch_related_objects

import counting
from reports.checks.findings import Finding, finding
from reports.checks.reading import WHOLE, Reading
from reports.composing.sources import source_of
from reports.models import Commitment, Evidence

ITSELF = Decimal(1)  # a record is one of whatever it is: one 期, one 场


def findings(reading: Reading) -> Iterator[Finding]:
    """Asks for the figures and award titles of such records, where there are any."""
    stated = [
        (commitment, one)
        for item in reading.material.earlier_plan
        for commitment in item.commitments.all()
        for one in commitment.evidence.all()
        if one.amount is not None and commitment.target_unit
    ]
    prefetch_related_objects([one.activity for _, one in stated if one.activity], "figures")
    prefetch_related_objects([one.commendation for _, one in stated if one.commendation], "titles")
    place = next(
        (
            f"{label}{section.heading}"
            for label, section, _ in reading.document.outline
            if section.kind == "follow_up"
        ),
        WHOLE,
    )
    for commitment, one in stated:
        if one.amount > (borne := _borne(one, commitment.target_unit)):
            yield finding("evidence_amount", _words(commitment, one, borne), place, (source_of(one.record),))


def _borne(one: Evidence, unit: str) -> Decimal:
    """How much of the unit the record tells of, at least itself."""
    if one.activity:
        counts = [(figure.high or figure.value, figure.unit) for figure in one.activity.figures.all()]
    elif one.commendation:
        titles = one.commendation.titles.all()
        counts = [(Decimal(title.announced_count or 0), title.measure) for title in titles]
    else:
        return max(ITSELF, Decimal(one.team.announced_count or 0))
    alike = [value for value, of in counts if counting.sort_of(of) == counting.sort_of(unit)]
    return max(ITSELF, sum(alike, Decimal(0)))


def _words(commitment: Commitment, one: Evidence, borne: Decimal) -> str:
    unit = commitment.target_unit
    said = "没有写明" if borne == ITSELF else f"一共只有{counting.plain(borne)}{unit}"
    return (
        f"“{commitment.text}”把“{one.record}”计为{counting.plain(one.amount)}{unit}，这条记录{said}，"
        "请核对落实依据里的数量，或补上记录的数据。"
    )
