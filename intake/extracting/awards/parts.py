"""What an honour in a text is, and how many got it."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from counting import PEOPLE, Refused, TypedCount, counts_in, read
from intake.extracting.awards.words import MEASURE, NUMBER
from intake.extracting.names import names_in
from intake.outline.parts import Span

GIVEN, RECEIVED = "given", "received"

MASKED_NAME = re.compile(r"[*＊×○〇]|^[xX]+$|[\u4e00-\u9fff][xX]{1,3}|[xX]{2,}|某")
_AMONG_OTHERS = re.compile("、[^，]*(?<![一二三四特])等(?![级奖次])[^、，]{0,12}$|等$")  # 甲、乙等二级学院
# 王一川、许文静和3名志愿者: those with a name and those without
_AND_OTHERS = re.compile(rf"^(?P<names>[^，0-9等]+)(?:以及|及|和|与)(?P<number>{NUMBER}){MEASURE}[^、，]*$")
# 李云飞等10名志愿者，傅登义等11名志愿者: each clause names some and says how many there are.
_EACH_WITH_OTHERS = re.compile(rf"等(?P<number>{NUMBER}){MEASURE}")
_BARE_NUMBER = re.compile(
    rf"(?:^|[等的和与共、，])(?P<number>{NUMBER})(?:同志|同学|青年|团员|学生|单位|集体|团支部)$"
)


@dataclass(frozen=True)
class Award:
    """An honour; ``count`` is None where the text does not say how many got it."""

    title: str
    count: int | None
    recipients: tuple[str, ...]
    direction: str
    span: Span
    counted: bool = True  # the number stands in the text; else it was counted from the names
    givers: frozenset[str] = frozenset()  # 市委, 县委, 教育局 where the sentence names them

    def without_masked(self) -> "Award":
        """Without recipients whose names are masked (张**): who they are is unknown."""
        return replace(
            self, recipients=tuple(name for name in self.recipients if not MASKED_NAME.search(name))
        )

    def moved(self, by: int) -> "Award":
        """The same, in a text that begins that much earlier."""
        return replace(self, span=Span(self.span.start + by, self.span.end + by))


def awarded(title: str, who: str, names: tuple[str, ...], direction: str, span: Span) -> Award:
    """An honour with the number that its recipients' words say, else that of the names if none lacks."""
    count = how_many(who)
    counted = count is not None
    if count is None and names and not _AMONG_OTHERS.search(who) and "全部" not in title:
        count = len(names)
    return Award(title, count, names, direction, span, counted)


def how_many(words: str) -> int | None:
    """The number of people or things honoured that the words end with; None where they have none."""
    several = [number_in(match["number"] + "名") for match in _EACH_WITH_OTHERS.finditer(words)]
    if len(several) > 1:
        return None if None in several else sum(several)
    if others := _AND_OTHERS.search(words):
        named, more = len([*names_in(others["names"])]), number_in(others["number"] + "名")
        return named + more if named and more else more
    found = [
        one.count
        for one in told_in(words)
        if one.count.kind == PEOPLE or one.count.unit in tuple("个家支项户对所组件篇部份")
    ]
    if found:
        return int(found[-1].value)
    bare = _BARE_NUMBER.search(words)
    return number_in(f"{bare['number']}名") if bare else None


def told_in(words: str) -> list[TypedCount]:
    """The numbers in the recipients' words; the 千所 of a project's name is none."""
    return [one for one in counts_in(words) if not (len(one.text) == 2 and one.text[0] in "百千万")]


def names_of(words: str) -> tuple[str, ...]:
    """The names that the recipients' words list: of 甲等2名，乙等3名 those of every clause."""
    return tuple(name for clause in words.split("，") for name in names_in(clause))


@lru_cache(1024)
def number_in(words: str) -> int | None:
    """The whole number of a short wording such as 45名 or 三个."""
    try:
        return int(read(words).value)
    except (Refused, ValueError):
        return None
