"""The words that all shapes of an honour share, and the sentence as these patterns see it."""

import re

# Begins where the numeral does: of 优秀团员五十名 the number is 五十.
NUMBER = (
    r"(?:(?<![0-9])[0-9]+|(?<![一二两三四五六七八九十百])[一二两三四五六七八九十百]+"
    r"|(?<![A-Za-z0-9×○*])[xX×○*]{1,4})"  # a mask: how many is unknown
)
MEASURE = r"(?:名|个|位|人|家|支|项|户|对|所|组|件|篇|部|份)"
QUOTED = r"“[^”\n]{2,60}”"
HIGHER = re.compile(r"全国|国家|中央|中国青年|全省|省级|^[\u4e00-\u9fff]{0,3}省|自治区|兵团|教育部")
NATIONAL = re.compile(r"全国|国家|中央|中国|教育部")
HONOUR = re.compile(
    r"先进|殊荣|优秀|红旗|表彰|表扬|嘉奖|模范|标兵|能手|奖|称号|荣誉|十佳|十大|最美|杰出|示范|文明号|第[一二三]名|最佳|典型|好青年|好少年|星级|百佳|之星|达标|骨干|楷模|金牌|银牌|铜牌|突击队|岗位|榜样|新秀|好人|四好|达人|贡献|品牌|案例|突出|卫士|三好|大使|爱心(?:企业|单位|商家)|重点(?=团队|项目)|(?<!入党)积极分子|最具|先锋|精品(?=项目|活动|课)|最受|星章|维权岗|文明岗|先锋岗"
)
# A word in quotes within a title (“五四”红旗团委) is no title of its own.
_WORD_IN_TITLE = re.compile(
    r"“(?P<word>[^”\n]{1,4})”(?=[\u4e00-\u9fff]{2,}(?<!称号)(?<!荣誉))"
    rf"(?!(?:荣誉)?称号|荣誉|奖|等|的|[和及与]|表[彰扬]|{NUMBER}{MEASURE})"
)
_REMARK = re.compile(r"（[^（）\n]{0,16}[0-9一二三四五六七八九十]+(?:名|个|人|位|家)[^（）\n]{0,8}）")
_IN_QUOTES = re.compile(r"“[^”\n]{2,60}”")
# Marks within quotes part no clauses; they are put back where a title is shown.
_QUIET = str.maketrans("，；。、 ", "\ue000\ue001\ue002\ue003\ue004")
_LOUD = str.maketrans("\ue000\ue001\ue002\ue003\ue004", "，；。、 ")


def hidden(sentence: str) -> str:
    """As long as the sentence: quotes of words within a title as brackets, remarks on a number as blanks."""
    sentence = _WORD_IN_TITLE.sub(lambda match: f"‹{match['word']}›", sentence)
    sentence = _REMARK.sub(lambda match: "\u3000" * len(match[0]), sentence)
    return _IN_QUOTES.sub(lambda match: match[0].translate(_QUIET), sentence)


def shown(title: str) -> str:
    """A title or a name as it is written, without the marks around it."""
    title = title.translate(_LOUD).strip("‘’《》、，。：为了的和 \u3000")
    if title.startswith("“") and title.endswith("”") and "“" not in title[1:]:
        title = title[1:-1]
    return title.replace("‹", "“").replace("›", "”")
