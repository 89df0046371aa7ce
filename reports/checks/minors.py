"""Minors named in full: of a person on record as one, the public may read the surname alone."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, QuerySet

from activities.models import Participant
from honors.models import Award, HonorRecipient
from reports.checks.findings import Finding, finding
from reports.checks.reading import Reading
from toolkit import names
from toolkit.private import pupils_named
from toolkit.private.known import Known


def names_a_minor(reading: Reading) -> bool:
    """Whether one of the report's own records is named in full; asks one query."""
    known = Known(_of_its_activities(reading).union(_awarded(reading), _honored(reading)))
    return any(any(known.minors_in(names.name(piece.text))) for piece in reading.pieces)


def findings(reading: Reading) -> Iterator[Finding]:
    """Asks one query: for minors of the report's own records, and others of whose name no adult is known."""
    adults = Participant.objects.filter(name=OuterRef("name"), is_minor=False)
    others = _minors(Participant).filter(~Exists(adults))
    known = Known(_of_its_activities(reading).union(others, _minors(Award), _minors(HonorRecipient)))
    for piece in reading.pieces:
        text = names.name(piece.text)
        told = {text[one.start : one.end] for one in pupils_named(text)}  # by the words alone already
        for name in dict.fromkeys(one for one in known.minors_in(text) if one not in told):
            words = (
                f"“{name}”登记为未成年人，总结会公开，不能写全名，请改成“{names.name_of_a_minor(name)}”；"
                "说的是同名的成年人，请签发的人予以放行。"
            )
            yield finding("minor_named", words, piece.place, piece.sources)


def _minors(model) -> QuerySet:
    return _names(model).filter(is_minor=True)


def _names(model) -> QuerySet:
    return model.objects.order_by().values_list("name", "is_minor")


def _of_its_activities(reading: Reading) -> QuerySet:
    return _names(Participant).filter(activity__in=[one.pk for one in reading.material.activities])


def _awarded(reading: Reading) -> QuerySet:
    return _minors(Award).filter(title__commendation__in=[one.pk for one in reading.material.commendations])


def _honored(reading: Reading) -> QuerySet:
    return _minors(HonorRecipient).filter(honor__in=[one.pk for one in reading.material.honors_of_others])
