"""Minors named in full: of a person on record as one, the public may read the surname alone."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q

from activities.models import Participant
from honors.models import Award
from reports.checks.findings import Finding, finding
from reports.checks.reading import Reading
from toolkit import names


def findings(reading: Reading) -> Iterator[Finding]:
    """Asks one query: for minors of the report's own records, and others of whose name no adult is known."""
    known = _minors(reading)
    lengths = sorted({len(name) for name in known}, reverse=True)
    for piece in reading.pieces:
        text = names.name(piece.text)
        for name in dict.fromkeys(_named(text, known, lengths)):
            words = (
                f"“{name}”登记为未成年人，总结会公开，不能写全名，请改成“{names.name_of_a_minor(name)}”；"
                "说的是同名的成年人，请签发的人予以放行。"
            )
            yield finding("minor_named", words, piece.place, piece.sources)


def _minors(reading: Reading) -> set[str]:
    told = [activity.pk for activity in reading.material.activities]
    adults = Participant.objects.filter(name=OuterRef("name"), is_minor=False)
    participants = Participant.objects.filter(is_minor=True).filter(Q(activity__in=told) | ~Exists(adults))
    awarded = Award.objects.filter(is_minor=True)
    found = participants.order_by().values_list("name").union(awarded.order_by().values_list("name"))
    return {names.person(name) for (name,) in found if len(name) > 1}


def _named(text: str, known: set[str], lengths: list[int]) -> Iterator[str]:
    """The known names in a text, the longest at each place."""
    at = 0
    while at < len(text):
        name = next((text[at : at + length] for length in lengths if text[at : at + length] in known), "")
        if name:
            yield name
        at += len(name) or 1
