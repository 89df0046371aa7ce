"""Whose document it is, and how high that committee stands."""

import re
from collections import Counter

_COMMITTEE = re.compile(
    r"(?:(?:中国)?共青团|中国共产主义青年团)(?!中央)[^，。；：、\s“”0-9的在]{2,24}?(?<!第[一二三四五六七八九十]届)(?<!第十[一二三四五六七八九]届)(?<!第二十[一二三四五六七八九]届)(?:委员会(?![^，。；：、\s“”0-9的在]{2,6}委员会)|区委|县委|市委|省委|州委|旗委|团?工委|镇委|乡委|校委|党委|委)(?!员|书记|常委)"
    r"|(?<![\u4e00-\u9fff])团(?![区县市省])[\u4e00-\u9fff]{2,4}[区县市]委"
)
_BRANCH = re.compile(r"[\u4e00-\u9fff]{2,16}(?:团工委|团委|团总支|团支部)")
# 江口街道团工委在区委的领导下: how a report mostly begins.
_LED_BODY = r"(?!我|全)[\u4e00-\u9fff]{2,24}?(?:团工?委|团总支|团支部|志愿者协会|志愿者联合会)"
_LED = re.compile(
    rf"(?:领导|指导|支持|关心|帮助)下，(?P<behind>{_LED_BODY})(?=[紧以坚认深积团全始牢聚，]|围绕)"
    "|"
    r"(?:^|[，。\n])(?P<name>(?!我|全)[\u4e00-\u9fff]{2,24}?(?:团工?委|团总支|团支部|志愿者协会|志愿者联合会))在[^，。]{2,40}(?:领导|指导|支持|关心|帮助)"
)
_NOBODY_IN_PARTICULAR = re.compile(
    r"(?:我?[校院县区市镇乡局]|街道|学校|学院|机关|乡镇|医院|公司)?(?:共青团|团)(?:工委|委|总支|支部)"
)
_SHORT = re.compile(r"[\u4e00-\u9fff]{2,3}团[区县市州旗]委")
_MASKS = re.compile(r"[*＊×○〇xX_]{2,}|[*＊×○xX][省市区县镇]")
# One of a list, or whom something is given to: mentioned, but not the writer.
_MENTIONED_BEFORE = re.compile(r"(?:授予|[、和及与等]|命名|表彰|向|对|慰问|[被经由受获]|[受获得]到|获得)$")
_MENTIONED_BEHIND = re.compile(r"、|等|(?:副?书记|干事|委员|统战|宣传|组织部|下发|印发|发文|发布|公布|命名)")
# 我院团委 speaks: a committee that it names is another.
_OF_A_HOUSE = re.compile("我[院校厂矿]|[我本该]公司|(?:公司|集团|医院|银行)(?:两级)?团委")
_LEVEL = re.compile(r"(省|市|区|县|旗|镇|乡|街道|校)(?:委员会|委|团工?委|团总支|共青团|$)")
# Where nobody is named: 团市委, 我区, 院团委.
_OFFICE = re.compile(
    r"(?<![被受获由向经和与及、])团([区县市省])委|我([区县市省校院镇])|([校院])团委|(?:[该本我]|(?<=[，。]))(公司|集团|医院)"
)
_HALF_WAY = 400  # characters in which a document without title and signature says who speaks


def committee_of(title: str, signature: str, opening: str, seen: str) -> str | None:
    """From title, signature, opening, or the text; a masked name is nobody's."""
    signed = signature.strip("（）() ")
    if _BRANCH.fullmatch(signed):
        return signed
    named = _BRANCH.match(title)
    if named and "共青团" not in title and not _NOBODY_IN_PARTICULAR.fullmatch(named[0]):
        return named[0]
    for words in (signed, title):
        if found := next((one[0] for one in _COMMITTEE.finditer(words) if not _MASKS.search(one[0])), None):
            return found
    if (led := _LED.search(opening[:_HALF_WAY])) and not _NOBODY_IN_PARTICULAR.fullmatch(
        led["name"] or led["behind"]
    ):
        return led["name"] or led["behind"]
    short = _SHORT.match(title)
    return (short and short[0]) or _speaker(opening) or _speaker(seen)


def level_of(committee: str | None, seen: str) -> str:
    """省, 市, 区 or 县 from the name, else from how the text calls its own office; empty where nothing says.

    That of a works or a department within a city is none of these.
    """
    if committee:
        level = _LEVEL.search(committee)
        return level[1] if level else ""
    offices = Counter(next(filter(None, one.groups())) for one in _OFFICE.finditer(seen))
    return offices.most_common(1)[0][0] if offices else ""


def _speaker(words: str) -> str | None:
    """The first committee that the text does not merely mention."""
    if _OF_A_HOUSE.search(words):
        return None
    for one in _COMMITTEE.finditer(words):
        before, behind = words[max(0, one.start() - 4) : one.start()], words[one.end() : one.end() + 4]
        if _MASKS.search(one[0]) or _MENTIONED_BEFORE.search(before) or _MENTIONED_BEHIND.match(behind):
            continue
        return one[0]
    return None
