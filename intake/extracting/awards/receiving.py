"""Honours that the committee, its branches or its people received: 荣获, 获评, 被…授予, 被评为."""

import re
from collections.abc import Iterator

from counting import counts_in
from intake.extracting.awards.parts import (
    GIVEN,
    HONOUR,
    MEASURE,
    NUMBER,
    RECEIVED,
    Award,
    hidden,
    how_many,
    number_in,
    shown,
)
from intake.extracting.names import names_in
from intake.outline.parts import Span

_QUOTED = r"“[^”\n]{2,60}”"
_GOT = re.compile(
    r"(?P<verb>被(?P<by>[^，。；“”]{0,20}?)"
    r"(?:授予|评为|评选为|命名为|认定为|表彰为|确定为|评定为|列为)"
    r"|荣获|荣膺|荣立|获得|获评|获批|斩获|摘得|喜获|夺得|评为|入选|当选为?"
    r"|受到(?P<from>[^，。；]{2,16}?)(?=表彰|表扬|通报表扬)|获(?!得|评|批|奖情|取|悉|选|益|知|准))"
    r"(?P<rest>[^，。；]*)"
)
_ADVERBS = re.compile(r"(?:推[荐报]的|分别|同时|先后|双双|连续|均|并|还|也|成功|共)+")
_LONGEST_WHO = 200  # characters
_CLAUSES = re.compile(r"(?<=，)(?=[^，]*(?:荣?获|被[^，]{0,20}(?:授予|为)|评为|入选|当选|受到))")
_WITH_NUMBER = re.compile(
    rf"(?P<title>{_QUOTED}|[^，。；、“”0-9]{{2,30}}?)(?<!第)(?P<number>{NUMBER})(?P<measure>{MEASURE}|次|人次)(?=[、，和及]|$)"
)
_NUMBER_FIRST = re.compile(
    rf"(?P<number>{NUMBER})(?P<measure>{MEASURE}|次)(?P<title>{_QUOTED}|[^，。；、“”0-9和及]{{3,24}})"
)
_HIGHER = re.compile(r"全国|国家|中央|省|自治区|兵团|教育部|团中央|中国")
_OF_CITY = re.compile(r"市级|全市|团市委|市委|市政府|[\u4e00-\u9fff]{2}市|市优秀|市“|市五四|市青年|市少")
_OWN = {
    "区": r"团?区委|区级|全区|我区",
    "县": r"团?县委|县级|全县|我县",
    "市": r"团?市委|市级|全市",
    "省": r"团?省委|省级|全省",
}
_NOBODY = re.compile(
    r"^(?:其中|此外|全年|年内|累计|本[年月]|同时|今年|上半年|我[区县市校镇]|全[区县市校]|共)+"
)


def received(sentence: str, level: str) -> Iterator[Award]:
    """The honours of a sentence that were got; given ones where the committee itself gave them."""
    offset, before = 0, ""
    for clause in _CLAUSES.split(hidden(sentence)):
        match = _GOT.search(clause)
        start, offset = offset, offset + len(clause)
        if match is None:
            continue
        who = _who(clause, match.start())
        if re.search(r"力争|争取|将|拟|对$", who[-8:]):
            continue
        span = Span(start + match.start() - len(who), start + match.end())
        before = _ADVERBS.sub("", who) or before
        yield from _of(match, before, span, start + match.start("rest"), level)


def _who(clause: str, end: int) -> str:
    """The words before the verb, back to the last comma."""
    words = clause[max(0, end - _LONGEST_WHO) : end]
    return words[max(words.rfind(mark) for mark in "，。；") + 1 :]


def _of(match: re.Match, who: str, span: Span, at: int, level: str) -> Iterator[Award]:
    """The honours of one verb; ``at`` is where the words behind it begin in the sentence."""
    rest, by = match["rest"], match["by"] or match["from"] or ""
    several = [*_WITH_NUMBER.finditer(rest)] or [*_NUMBER_FIRST.finditer(rest)]
    direction = _direction(by, who, rest, level)
    if several and how_many(who) is None:
        for one in several:
            title = shown(one["title"])
            if HONOUR.search(title) and not re.search(r"元|资金|支持", title):
                yield Award(
                    title,
                    number_in(one["number"] + "名"),
                    _names(who),
                    direction,
                    Span(at + one.start(), at + one.end()),
                )
        return
    titles = re.findall(_QUOTED, rest)
    if len(titles) > 1 and re.match(rf"了?{_QUOTED}(?:[、和]{_QUOTED})+", rest):
        who_got = how_many(who)
        counts = [1] * len(titles) if who_got == len(titles) else [None] * len(titles)
        yield from (
            Award(shown(title), count, (), direction, span, False)
            for title, count in zip(titles, counts, strict=True)
        )
        return
    title = "" if match["from"] else _title_of(rest)
    if match["from"]:
        title = shown(f"{match['from']}{re.match('[^，。；]*', rest)[0]}")
    if not title or not HONOUR.search(title + rest[:40]):
        return
    names = _names(who)
    counts = [
        int(one.count.value) for one in counts_in(who) if one.count.unit in (*"名个人位家支项对户", "所")
    ]
    if len(counts) > 1:
        yield from (Award(title, count, (), direction, span) for count in counts)
        return
    count = how_many(who)
    counted = count is not None
    if count is None and names and not who.endswith("等"):
        count = len(names)
    yield Award(title, count, names, direction, span, counted)


def _names(who: str) -> tuple[str, ...]:
    names = (shown(name) for name in names_in(_NOBODY.sub("", who)))
    return tuple(name for name in names if not _NOBODY.fullmatch(name))


def _title_of(rest: str) -> str:
    quoted = re.search(_QUOTED, rest[:80])
    if quoted and "，" not in rest[: quoted.start()]:
        before = re.sub(r"^[了为过]", "", rest[: quoted.start()])
        return shown((before if len(before) <= 16 else "") + quoted[0].strip("“”"))
    match = re.match(r"[了为过]?(?P<title>[^，。；]{3,40}?)(?:荣誉)?(?:称号|$|，|；)", rest)
    return shown(match["title"]) if match else ""


def _direction(by: str, who: str, rest: str, level: str) -> str:
    """From above, or from nobody named, it was received; from the committee itself it was given."""
    own = re.compile(_OWN.get(level, "$^"))
    if by and own.search(by):
        return GIVEN
    if by or _HIGHER.search(rest[:24]) or (level not in ("市", "省") and _OF_CITY.search(rest[:24])):
        return RECEIVED
    return GIVEN if own.search(rest[:14]) else RECEIVED
