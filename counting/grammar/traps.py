"""What looks like a count and is none, with the sentence that says so: dates, ordinals, set phrases."""

import re

from counting.grammar.numerals import SIGNS
from counting.grammar.refusals import MASK

_N = rf"[0-9{SIGNS}]++"
_FIRST = rf"(?<![0-9{SIGNS}])"  # where a numeral begins, so that a long one is tried once

_TRAPS = {
    "是次序，不是数量": (
        rf"第\s?{_N}(?:[、至到和—–~-]{{1,2}}第?{_N})*+(?:届(?:{_N}次(?=全委|全会|全体|会议|代表|常委|扩大|（扩大|\(扩大))?|[次期批])?",
        rf"(?<![目此日提以之])前{_N}(?=[名位强])",
        rf"{_FIRST}{_N}届{_N}次(?:全会|全体会议)?",
        rf"{_FIRST}{_N}次(?=全委|全会|全体|（扩大|扩大|代表大会|党代会|团代会|中央全会|常委)",
        rf"{_FIRST}{_N}等[奖功]",
        rf"{_FIRST}{_N}星级",
        r"(?:^|(?<=[，。；：、■]))[一二三四五六七八九十]{1,2}(?:是(?=$|[^否非])|要(?!求))",
    ),
    "是日期或时间，不是数量": (
        rf"{_FIRST}{_N}年(?:{_N}月(?:{_N}日)?)?(?:代|度|初|底|末|级|届)?",
        rf"{_FIRST}{_N}月?[至到—–~-]{{1,2}}{_N}月份?",
        rf"{_FIRST}{_N}月(?:{_N}[日号]|底|末|初|份|上旬|中旬|下旬)?(?![饼嫂季])",
        rf"{_FIRST}{_N}[日号](?=[，。、；至到—–上下早晚当凌前后起开举0-9]|$)",
        rf"{_FIRST}{_N}[:：]{_N}|{_FIRST}{_N}[·•・]{_N}",
        r"(?<![0-9])[0-9]{4}([-./])[0-9]{1,2}\1[0-9]{1,2}(?![0-9])",
        r"全天24小时|7\s?[×xX*]\s?24小时|24小时(?=不|值|在|轮|全|待|热|服务|守|开)",
    ),
    "是周年，不是数量": (rf"{_FIRST}{_N}周年",),
    "是年龄，不是数量": (rf"{_FIRST}{_N}(?:(?:周?岁)?[至到—–~-]{{1,2}}{_N})?周?岁",),
    "是规格，不是数量": (
        r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?(?:%|度)(?=(?:医用|消毒|食用)?酒精)|(?<![0-9.])84(?=消毒|牌)|[0-9]价(?=[^格值]*疫苗)",
        r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?(?:毫升|升|克|公斤|千克|斤|片|粒|支|瓶|袋|[mM]?[lL]|[kK]?[gG])(?:/[瓶袋盒箱桶包支]|装)",
        r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?(?:毫升|升|克|公斤|千克|斤|[mM]?[lL]|[kK]?[gG])(?=[\u4e00-\u9fff]{1,8}[0-9]+[瓶袋盒箱桶包支罐份])",
        r"(?<![0-9.])[0-9]\.[0-9](?:版本?|级)(?![名位个])",
    ),
    "是名称里的编号，不是数量": (
        r"(?<![0-9.,，])(?:[0-9]{4}级|(?:[67890][05]|10)后(?!续|勤|备)"
        r"|(?:12355|12345|12333|12320)(?![0-9余多]|[万千]|[名位人个件条份次元场户支]))",
        rf"{_FIRST}{_N}号(?:线|楼|院|门|厅|馆|文)",
        rf"{_FIRST}{_N}楼(?!栋)",
    ),
    "是固定说法，不是数量": (
        r"十字(?=[街路架会绣])|1\+(?:[0-9]+|[NnXx])(?![0-9人名])|一对一|(?<![0-9])1(?:对|[:：]|[vV])1(?![0-9])",
        rf"{_FIRST}{_N}个?(?:方面|层面|维度|环节|阶段|步骤|角度)",
        r"(?<![0-9])[百千万]家(?=[门户争讲灯号])|千家万户|千人千面|三番五次|两人三足|三支一扶|三人行",
        r"四项基本原则|[两四五]套班子|八项规定|六项纪律|两个(?:维护|确立|一百年|大局|务必|结合|先锋队)|[四两]个(?:意识|自信|全面|服从|伟大)",
        r"三个(?:代表|务必|更加|面向|区分开来|倡导)|[五六]个一(?!百|千|万)|六个必须坚持|十个明确|十四个坚持|五个必由之路",
        rf"三位一体|十[二三四五]五(?=$|规划|期间|时期|开|收|末|初|”)|四梁八柱|三会两制一课|三会一课|五四(?![0-9{SIGNS}])",
        rf"{_FIRST}(?:五一|六一|七一|八一|三八|九三)(?![0-9{SIGNS}])|十一(?=假期|长假|黄金周|期间|国庆)",
        r"两学一做|三严三实|四史(?=[”学教宣])|四下基层|[四五]老(?=$|[”志人、])|六稳|六保|三减三健",
    ),
}
_ALL = {what: re.compile("|".join(patterns)) for what, patterns in _TRAPS.items()}


def masked(text: str) -> str:
    """The text with what is no count masked, every other character in its place."""
    for pattern in _ALL.values():
        text = pattern.sub(lambda match: MASK * len(match[0]), text)
    return text


def trap_in(text: str) -> tuple[str, str] | None:
    """The first such words and what they are; None where there are none."""
    found = ((pattern.search(text), what) for what, pattern in _ALL.items())
    found = [(match.start(), match[0], what) for match, what in found if match]
    return min(found)[1:] if found else None
