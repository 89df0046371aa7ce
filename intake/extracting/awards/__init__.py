"""Honours in a text: who got what, how many, and whether it was given or received."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from intake.extracting.awards.giving import commended, given
from intake.extracting.awards.parts import GIVEN, RECEIVED, Award
from intake.extracting.awards.receiving import received
from intake.outline.parts import Span

__all__ = ["GIVEN", "RECEIVED", "Award", "awards_in", "once"]

_WITHOUT_YEAR = re.compile(r"^20[0-9]{2}(?:[—-]20[0-9]{2})?(?:年度?|学年)度?")
# A sentence without any of these tells of no honour, and most sentences are such.
_HONOURS = re.compile("[授颁获荣评奖]|命名|认定|追认|表[彰扬]|选树|推选|称号|被|[入当]选|夺得|受到|嘉奖")
_WITHOUT_PLACE = re.compile(
    r"^(?:20[0-9]{2}(?:[—-]20[0-9]{2})?(?:年度?|学年)度?)?(?:全[区县市省校]|[\u4e00-\u9fff]{1,4}[区县市省])?"
)
_OWN_NAME = 5  # characters; a 一等奖 that is told twice may be two
_SENTENCE = re.compile(r"(?:“[^”\n]{2,60}”|[^。；;\n！])+")


def awards_in(seen: str, span: Span, level: str = "区") -> list[Award]:
    """The honours that a piece of a text (its shadow) tells of, in order, each once.

    ``level`` is the committee's own, 区, 县, 市 or 省: what comes from above it was received.
    """
    found: list[Award] = []
    for start, sentence in _sentences(seen, span):
        if "\t" in sentence or not _HONOURS.search(sentence):
            continue
        taken: list[Award] = []
        for read in (given, received, commended):
            taken += [one for one in read(sentence, level) if not _overlaps(one, taken)]
        found += sorted((one.moved(start) for one in taken), key=lambda one: one.span.start)
    return found


def once(awards: Iterable[Award]) -> tuple[Award, ...]:
    """Each honour once: the roll in the annex gives its names to the sentence that decided it."""
    kept: list[Award] = []
    by_key: dict = {}
    for award in awards:
        key = (_WITHOUT_YEAR.sub("", award.title), award.count, award.direction)
        twin = by_key.get(key, _roll_of(award, kept)) if award.count else None
        if twin is None:
            by_key[key] = len(kept)
            kept.append(award)
        elif len(award.recipients) > len(kept[twin].recipients):
            kept[twin] = replace(kept[twin], recipients=award.recipients)
    counted = {_WITHOUT_YEAR.sub("", one.title) for one in kept if one.count}
    kept_once = (
        one
        for one in kept
        if one.count or len(one.title) < _OWN_NAME or _WITHOUT_YEAR.sub("", one.title) not in counted
    )
    return tuple(award.without_masked() for award in kept_once)


def _roll_of(award: Award, kept: list[Award]) -> int | None:
    """Which honour a roll is of that calls it otherwise: 全市优秀团员 for 澄湖市优秀团员, its names in it."""
    core = _WITHOUT_PLACE.sub("", award.title)
    for at, other in enumerate(kept):
        same = (other.count, other.direction) == (award.count, award.direction)
        if same and other.title.endswith(core) and set(other.recipients) <= set(award.recipients):
            return at
    return None


def _sentences(seen: str, span: Span) -> Iterator[tuple[int, str]]:
    for match in _SENTENCE.finditer(seen, span.start, span.end):
        yield match.start(), match[0]


def _overlaps(one: Award, others: list[Award]) -> bool:
    return any(
        one.span.start < other.span.end and other.span.start < one.span.end and one.span != other.span
        for other in others
    )
