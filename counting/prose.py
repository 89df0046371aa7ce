"""Counted numbers in prose: a number and a measure word, as in 300余名, 1.5万元, 十四支, 两期.

Not counted are dates and spans of time (16日, 三个月), ordinals (第57个, 十届三次,
前三名), anniversaries, numbers in names (六号楼, 三位一体, 八项规定), and 一 or 二
alone: 一场 is mostly an article and 二期 a name; staff who mean a count write 1场.
Words with an unknown number (数百名, 几次) state no figure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from counting import wording

# After a Chinese numeral and after Arabic digits: each measure word with what may not follow
# it, because the two together are part of another word (个 in 个月, 支 in 支部).
MEASURES = {
    "人次": "",
    "车次": "",
    "班次": "",
    "场次": "",
    "个小时": r"制|以?外|之外|工作制",
    "小时": r"制|以?外|之外|工作制",
    "学时": "",
    "课时": "",
    "人": "制|民|大代表|大常委|均|口|篮球|足球|排球|三足",
    "名": r"称|字|誉|额|次|牌|单(?!位)",
    "位": "一体|置|数|于|列",
    "个": r"多?月|半月|工作日|自然日|星期|季度|百分点|小时",
    "支": "部|书|委|援|持|教|出|付|柱|撑|线",
    "场": "地|所|馆|景|合|域|次",
    "次": "日|年|序|要|级|于",
    "期": "间|望|待|末|满|限|刊|工程|盼|中考|初",
    "份": "子|额",
    "项": r"目(?!标)|链",
    "件": "",
    "家": "庭|长|属|园|乡|人",
    "户": "外|籍|口",
    "篇": "章|幅",
    "条": "例|件|款|约",
    "批": "评|准|复|示|发|次",
    "所": "有|谓|以|在|属|长",
    "处": "理|置|于|警|长|分|级",
    "起": "义|来|步|点|草|源|到|因|用|立",
    "间": "隔|接|或|歇",
    "册": "封|立",
    "台": "阶|风|账|湾|州",
    "辆": "",
    "套": "路",
    "箱": "",
    "盒": "",
    "瓶": "",
}
# After Arabic digits only: after Chinese numerals these are too often part of another word.
MEASURES_OF_DIGITS = {
    "元": "旦|月|素|宵",
    "吨": "",
    "公斤": "",
    "千克": "",
    "斤": "",
    "升": "级|学|旗|国旗",
    "公里": "",
    "平方米": "",
    "米": "",
    "亩": "",
    "张": "",
    "本": "次|区|年|月|级|地|单位|届|身|科|市",
    "幅": "度",
    "枚": "",
    "面": "向|对|积|临|试|前|貌|上",
    "把": "握|关|手",
    "部": "门|委|分|署|长|级|落|队|件",
    "首": "届|次|批|个|家|期|场|府|都|创",
    "节": "日|假|约|目|点|能|水|气",
    "堂": "",
    "集": "中|体|团|合|聚|结",
    "门": "口|户|票|诊",
    "轮": "次|值|岗|训|流",
    "笔": "试|记",
    "封": "闭|锁|控",
    "座": "谈|位",
    "栋": "",
    "架": "构",
    "艘": "",
    "袋": "",
    "包": "括|含|装|容|裹",
    "桶": "",
    "块": "",
    "棵": "",
    "株": "",
    "颗": "",
    "盏": "",
    "顶": "",
    "副": "书记|主|局|处|科|会",
    "床": "位",
    "组": "织|长|成|建|团|合",
    "队": "伍|员|长|列",
    "对": r"\d|象|接|口|标|照|于|外|策|抗|症|公",
    "例": "如|会",
    "桌": "",
    "款": "项|物",
    "单": "位|元",
}

_NUMERALS = "〇零一二两三四五六七八九十百千万亿"
_DIGIT = "[一二两三四五六七八九]"
_TEENS = rf"{_DIGIT}?十{_DIGIT}?"
_HUNDREDS = rf"{_DIGIT}?[百千](?:{_DIGIT}?[百](?:{_TEENS}|零{_DIGIT})?|{_TEENS}|零{_DIGIT})?"
_LONE = r"[两三四五六七八九]|[一二](?=[余多来]?[万亿])"
_BEFORE = r"(?P<before>近|约|大约|超过|超|逾|不少于)?"
_MORE = r"(?:余|多|来)?"


def _any_of(measures: dict[str, str]) -> str:
    """A pattern for the measure words, the longest first."""
    words = sorted(measures.items(), key=lambda pair: len(pair[0]), reverse=True)
    return "|".join(f"{word}(?!{others})" if others else word for word, others in words)


_IN_DIGITS = re.compile(
    rf"{_BEFORE}(?<![\dA-Za-z.·/])(?P<number>(?:\d{{1,3}}(?:[,，]\d{{3}})+|\d+)(?:\.\d+)?\s?"
    rf"(?:百万|千万|[百千万亿])?{_MORE}[万亿]?)\s?(?P<unit>{_any_of(MEASURES | MEASURES_OF_DIGITS)})"
)
_IN_CHINESE = re.compile(
    rf"{_BEFORE}(?<![{_NUMERALS}数几\d])"
    rf"(?P<number>(?:{_HUNDREDS}|{_TEENS}|{_LONE})(?:{_MORE}[万亿])?{_MORE})"
    rf"(?P<unit>{_any_of(MEASURES)})"
)

_NUMBER = rf"[\d{_NUMERALS}]+"
# What looks like a count and is none.
_NOT_COUNTED = re.compile(
    "|".join(
        (
            rf"第\s?{_NUMBER}(?:[、至到和—–~-]{{1,2}}第?{_NUMBER})*",
            rf"(?<![目此日提以之])前{_NUMBER}(?=[名位强])",
            rf"{_NUMBER}届{_NUMBER}次",
            rf"{_NUMBER}次(?=全会|全体|（扩大|扩大|代表大会|党代会|团代会|中央全会|常委)",
            rf"{_NUMBER}个?(?:方面|层面|维度|环节|阶段|步骤|角度)",
            r"全天24小时|7\s?[×xX*]\s?24小时|24小时(?=不|值|在|轮|全|待|热|服务|守|开)",
            r"(?<!\d)[百千万]家(?=[门户争讲灯号])|千家万户|千人千面|三番五次|两人三足|三支一扶|三人行",
            r"四项基本原则|八项规定|六项纪律|两个(?:维护|确立|一百年|大局|务必|结合|先锋队)|[四两]个(?:意识|自信|全面|服从|伟大)",
            r"三个(?:代表|务必|更加|面向|区分开来|倡导)|[五六]个一(?!百|千|万)|六个必须坚持|十个明确|十四个坚持|五个必由之路",
        )
    )
)


@dataclass(frozen=True)
class TypedCount:
    """A count as somebody typed it."""

    text: str
    count: wording.Count


def counts_in(prose: str) -> Iterator[TypedCount]:
    """The counted numbers of a text, each wording once, in order."""
    prose = _NOT_COUNTED.sub("■", prose)
    matches = [*_IN_DIGITS.finditer(prose), *_IN_CHINESE.finditer(prose)]
    seen = set()
    for match in sorted(matches, key=lambda match: match.start()):
        if match[0] not in seen:
            seen.add(match[0])
            yield TypedCount(match[0], _read(match))


def _read(match: re.Match) -> wording.Count:
    number = match["number"]
    bare = re.sub("[余多来]", "", number)
    digits = bare if bare[0].isdecimal() else str(value_of(bare))
    more = "余" if bare != number else ""
    unit = "小时" if match["unit"] == "个小时" else match["unit"]
    return wording.read(f"{match['before'] or ''}{digits}{more}{unit}")


def value_of(numeral: str) -> Decimal:
    """The value of a Chinese numeral: 十四 is 14, 三百二十 is 320, 两万 is 20000.

    >>> value_of("一百零五")
    Decimal('105')
    """
    total = section = digit = 0
    for sign in numeral:
        if sign in "万亿":
            total += (section + digit) * (10_000 if sign == "万" else 100_000_000)
            section = digit = 0
        elif sign in "十百千":
            section += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[sign]
            digit = 0
        elif sign not in "零〇":
            digit = "一二三四五六七八九".find("二" if sign == "两" else sign) + 1
    return Decimal(total + section + digit)
