"""Minors named in full: of a person on record as one, the public may read the surname alone."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, QuerySet

from activities.models import Participant
from honors.models import Award
from reports.checks.findings import Finding, finding
from reports.checks.reading import Reading
from toolkit import names


def names_a_minor(reading: Reading) -> bool:
    """Whether one of the report's own records is named in full; asks one query."""
    known = _names(_of_its_activities(reading).union(_awarded(reading)))
    lengths = _lengths(known)
    return any(name for piece in reading.pieces for name in _named(names.name(piece.text), known, lengths))


def findings(reading: Reading) -> Iterator[Finding]:
    """Asks one query: for minors of the report's own records, and others of whose name no adult is known."""
    adults = Participant.objects.filter(name=OuterRef("name"), is_minor=False)
    others = _minors(Participant).filter(~Exists(adults))
    known = _names(_of_its_activities(reading).union(others, _minors(Award)))
    lengths = _lengths(known)
    for piece in reading.pieces:
        text = names.name(piece.text)
        for name in dict.fromkeys(_named(text, known, lengths)):
            words = (
                f"“{name}”登记为未成年人，总结会公开，不能写全名，请改成“{names.name_of_a_minor(name)}”；"
                "说的是同名的成年人，请签发的人予以放行。"
            )
            yield finding("minor_named", words, piece.place, piece.sources)


def _minors(model) -> QuerySet:
    return model.objects.filter(is_minor=True).order_by().values_list("name")


def _of_its_activities(reading: Reading) -> QuerySet:
    return _minors(Participant).filter(activity__in=[one.pk for one in reading.material.activities])


def _awarded(reading: Reading) -> QuerySet:
    return _minors(Award).filter(title__commendation__in=[one.pk for one in reading.material.commendations])


def _names(found: QuerySet) -> set[str]:
    return {names.person(name) for (name,) in found if len(name) > 1}


def _lengths(known: set[str]) -> list[int]:
    return sorted({len(name) for name in known}, reverse=True)


def _named(text: str, known: set[str], lengths: list[int]) -> Iterator[str]:
    """The known names in a text, the longest at each place."""
    at = 0
    while at < len(text):
        name = next((text[at : at + length] for length in lengths if text[at : at + length] in known), "")
        if name:
            yield name
        at += len(name) or 1
