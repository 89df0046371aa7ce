"""What an honour in a text is, and the words that all its shapes share."""

import re
from dataclasses import dataclass, replace

from counting import PEOPLE, Refused, counts_in, read
from intake.outline.parts import Span

GIVEN, RECEIVED = "given", "received"

NUMBER = r"(?:[0-9]+|[一二两三四五六七八九十百]+)"
MEASURE = r"(?:名|个|位|人|家|支|项|户|对|所|组|件|篇|部|份)"
# A word in quotes within a title (“五四”红旗团委) is no title of its own.
_WORD_IN_TITLE = re.compile(
    r"“(?P<word>[^”\n]{1,4})”(?=[\u4e00-\u9fff]{2,}(?<!称号)(?<!荣誉))(?!(?:荣誉)?称号|荣誉|奖|等|的)"
)
_REMARK = re.compile(r"（[^（）\n]{0,16}[0-9一二三四五六七八九十]+(?:名|个|人|位|家)[^（）\n]{0,8}）")
HIGHER = re.compile(r"全国|国家|中央|中国青年|全省|省级|^[\u4e00-\u9fff]{0,3}省|自治区|兵团|教育部")
HONOUR = re.compile(
    r"先进|优秀|红旗|表彰|表扬|嘉奖|模范|标兵|能手|奖|称号|荣誉|十佳|十大|最美|杰出|示范|文明号|第[一二三]名|最佳|典型|好青年|好少年|星级|百佳|之星|达标|骨干|楷模|金牌|银牌|铜牌|突击队|岗位|榜样|新秀|好人|四好|达人|贡献|品牌|案例|突出"
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

    def moved(self, by: int) -> "Award":
        """The same, in a text that begins that much earlier."""
        return replace(self, span=Span(self.span.start + by, self.span.end + by))


def hidden(sentence: str) -> str:
    """As long as the sentence: quotes of words within a title as brackets, remarks on a number as blanks."""
    sentence = _WORD_IN_TITLE.sub(lambda match: f"‹{match['word']}›", sentence)
    return _REMARK.sub(lambda match: "\u3000" * len(match[0]), sentence)


def shown(title: str) -> str:
    """A title as it is written, without the marks around it."""
    return title.strip("“”‘’《》、，：为了的和 \u3000").replace("‹", "“").replace("›", "”")


def how_many(words: str) -> int | None:
    """The number of people or things honoured that the words end with; None where they have none."""
    found = [
        one.count
        for one in counts_in(words)
        if one.count.kind == PEOPLE or one.count.unit in tuple("个家支项户对所组件篇部份")
    ]
    if found:
        return int(found[-1].value)
    bare = re.search(rf"(?P<number>{NUMBER})(?:同志|同学|青年|团员|学生|单位|集体|团支部)$", words)
    return number_in(f"{bare['number']}名") if bare else None


def number_in(words: str) -> int | None:
    """The whole number of a short wording such as 45名 or 三个."""
    try:
        return int(read(words).value)
    except (Refused, ValueError):
        return None
