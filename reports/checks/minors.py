"""Minors named in full: of a person on record as one, the public may read the surname alone."""

import re
from collections.abc import Iterator

from django.db.models import Exists, OuterRef, QuerySet

from activities.models import Participant
from honors.models import Award, HonorRecipient
from reports.checks.findings import Finding, finding
from reports.checks.reading import Reading
from toolkit import names

_SHORT = 2  # characters of a name that may begin one of three
# 王明亮、王明亮同志: one more character before a mark or what people are called; but 王明说，王明等同学.
_GOES_ON = re.compile(
    r"(?![等说讲问答道来去到在写读唱跳画做获及和与同任代某])[\u4e00-\u9fff]"
    r"(?=[、，。；：！？）)\s]|$|等|同志|同学|老师|教授|书记|主任|主席|部长|委员|校长|会长|队长)"
)


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
        for name in dict.fromkeys(known.minors_in(text)):
            words = (
                f"“{name}”登记为未成年人，总结会公开，不能写全名，请改成“{names.name_of_a_minor(name)}”；"
                "说的是同名的成年人，请签发的人予以放行。"
            )
            yield finding("minor_named", words, piece.place, piece.sources)


class Known:
    """Names on record; those of adults too, for one may begin with the name of a minor."""

    def __init__(self, found: QuerySet):
        told = [(names.person(name), is_minor) for name, is_minor in found if len(name) > 1]
        self._minors = {name for name, is_minor in told if is_minor}
        self._all = {name for name, _ in told}
        self._lengths = sorted({len(name) for name in self._all}, reverse=True)

    def minors_in(self, text: str) -> Iterator[str]:
        """The minors named in a text, at each place the longest name, and none that begins a longer one."""
        at = 0
        while at < len(text):
            name = next((one for one in self._starting(text, at) if one in self._all), "")
            if name in self._minors and not (len(name) == _SHORT and _GOES_ON.match(text, at + _SHORT)):
                yield name
            at += len(name) or 1

    def _starting(self, text: str, at: int) -> Iterator[str]:
        return (text[at : at + length] for length in self._lengths)


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
