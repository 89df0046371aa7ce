"""Honours in a text: who got what, how many, and whether it was given or received."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from intake.extracting.awards.giving import commended, given
from intake.extracting.awards.parts import GIVEN, RECEIVED, Award, number_in
from intake.extracting.awards.receiving import received
from intake.extracting.awards.words import MEASURE, NUMBER, QUOTED, shown
from intake.outline.parts import Span

__all__ = ["GIVEN", "RECEIVED", "Award", "awards_in", "once"]

_WITHOUT_YEAR = re.compile(r"^20[0-9]{2}(?:[—-]20[0-9]{2})?(?:年度?|学年)度?")
# A sentence without any of these tells of no honour, and most sentences are such.
_HONOURS = re.compile("[授颁获荣评奖]|命名|认定|追认|表[彰扬]|选树|推选|称号|被|[入当]选|夺得|受到|嘉奖")
_WITHOUT_PLACE = re.compile(
    r"^(?:20[0-9]{2}(?:[—-]20[0-9]{2})?(?:年度?|学年)度?)?(?:全[区县市省校]|[\u4e00-\u9fff]{1,4}[区县市省])?"
)
_LEVEL = re.compile("^全[国省市区县校]")
_OWN_NAME = 5  # characters; a 一等奖 that is told twice may be two
_PRIZE = re.compile("[特一二三四]等奖|[金银铜]奖|优[胜秀]奖|入围奖|第[一二三四五六七八]名|[冠亚季]军")
_GIVER = re.compile(
    r"(?:[国省市州县区校院镇乡]?(?:委(?!员会?的|员[^会])|教育[局厅]|文明办|少工委|青联|学联|总工会|妇联)|团中央)"
)
_BY = re.compile(r"(?:被|获|受到?|获得|经)(?P<by>[^，。；“”]{2,24}?)(?:授予|评为|表彰|表扬|颁发|命名|认定)")
# 获评省级“…”一名。市级“…”两名，“…”三名
_LISTED_ON = re.compile(
    rf"(?P<title>[^，。；、“”0-9]{{0,12}}{QUOTED})(?P<number>{NUMBER}){MEASURE}(?=[，、]|$)"
)
_SENTENCE = re.compile(r"(?:“[^”\n]{2,60}”|[^。；;\n！])+")


def awards_in(seen: str, span: Span, level: str = "区") -> list[Award]:
    """The honours that a piece of a text (its shadow) tells of, in order, each once.

    ``level`` is the committee's own, 区, 县, 市 or 省: what comes from above it was received.
    """
    found: list[Award] = []
    for start, sentence in _sentences(seen, span):
        if "\t" in sentence:
            continue
        if not _HONOURS.search(sentence):
            found += _gone_on(sentence, start, found)
            continue
        taken: list[Award] = []
        for read in (given, received, commended):
            taken += [one for one in read(sentence, level) if not _overlaps(one, taken)]
        taken = _with_givers(sentence, sorted(taken, key=lambda one: one.span.start))
        found += (one.moved(start) for one in taken)
    return found


def once(awards: Iterable[Award]) -> tuple[Award, ...]:
    """Each honour once: the roll in the annex gives its names to the sentence that decided it."""
    kept: list[Award] = []
    by_key: dict = {}
    for award in awards:
        award = _as_decided(award, kept)
        key = (_WITHOUT_YEAR.sub("", award.title), award.count, award.direction)
        twin = _twin(award, by_key.get(key, []), kept) if award.count else None
        if twin is None:
            by_key.setdefault(key, []).append(len(kept))
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


def _gone_on(sentence: str, start: int, before: list[Award]) -> Iterator[Award]:
    """The list of a sentence before that goes on behind its stop, without a verb of its own."""
    last = before[-1] if before else None
    goes_on = last and last.direction == RECEIVED and last.counted and start - last.span.end <= 2
    several = [*_LISTED_ON.finditer(sentence)] if goes_on and _LISTED_ON.match(sentence) else []
    for one in several if len(several) > 1 else ():
        span = Span(start + one.start(), start + one.end())
        yield Award(shown(one["title"]), number_in(one["number"] + "名"), (), RECEIVED, span)


def _with_givers(sentence: str, awards: list[Award]) -> list[Award]:
    """Each with who gave it: named before a verb that gives, behind one that receives."""
    told, at = [], 0
    for award in awards:
        words = sentence[at : award.span.start]
        if award.direction == RECEIVED:
            by = _BY.search(sentence, at, award.span.end)
            words = by["by"] if by else ""
        told.append(replace(award, givers=frozenset(match[0] for match in _GIVER.finditer(words))))
        at = award.span.end
    return told


def _as_decided(award: Award, before: list[Award]) -> Award:
    """Who was nominated for what the same decision gives got the nomination from it."""
    core = re.sub("(?:入围|入选|提名)奖?$", "", award.title).strip("“”")
    named = core != award.title.strip("“”")
    own = [one for one in before if one.direction == GIVEN and one.title.strip("“”") == core]
    goes_on = not core and before and before[-1].direction == GIVEN
    return replace(award, direction=GIVEN) if named and (own or goes_on) else award


def _twin(award: Award, same: list[int], kept: list[Award]) -> int | None:
    """Which honour before says the same; not one that another body gave, nor a 一等奖 of another contest."""
    if _PRIZE.fullmatch(award.title):
        whole = len(award.recipients) == award.count
        same = [at for at in same if whole and kept[at].recipients in ((), award.recipients)]
        return same[0] if same else None
    for at in same:
        others = award.givers and kept[at].givers and award.givers.isdisjoint(kept[at].givers)
        if not others and not _are_others(award, kept[at]):
            return at
    return None if same else _roll_of(award, kept)


def _are_others(one: Award, other: Award) -> bool:
    """Whether both name all who got it and these are not the same, also when one name is the longer."""
    if not len(one.recipients) == len(other.recipients) == one.count:
        return False
    return not any(a in b or b in a for a in one.recipients for b in other.recipients)


def _roll_of(award: Award, kept: list[Award]) -> int | None:
    """Which honour a roll is of that calls it otherwise: 全市优秀团员 for 澄湖市优秀团员, its names in it."""
    core = _WITHOUT_PLACE.sub("", award.title)
    for at, other in enumerate(kept):
        same = (other.count, other.direction) == (award.count, award.direction)
        if _level(other.title) and _level(award.title) not in ("", _level(other.title)):
            continue  # 全国五四红旗团支部 and 全省五四红旗团支部
        if same and other.title.endswith(core) and set(other.recipients) <= set(award.recipients):
            return at
    return None


def _level(title: str) -> str:
    match = _LEVEL.search(_WITHOUT_YEAR.sub("", title))
    return match[0][1:] if match else ""


def _sentences(seen: str, span: Span) -> Iterator[tuple[int, str]]:
    for match in _SENTENCE.finditer(seen, span.start, span.end):
        yield match.start(), match[0]


def _overlaps(one: Award, others: list[Award]) -> bool:
    return any(
        one.span.start < other.span.end and other.span.start < one.span.end and one.span != other.span
        for other in others
    )
