"""The titles behind a verb: one, or several side by side."""

import re

from intake.extracting.awards.words import MEASURE, NUMBER, QUOTED, shown

# “X” or “X”提名奖, but not the first words of 暑期“X”实践活动“Y”优秀单位.
_QUOTED_TITLE = re.compile(
    rf"{QUOTED}(?P<prize>[\u4e00-\u9fff]{{0,6}}(?:(?:[特一二]、[一二三]等)?奖(?!章|项|励)|[一二三四五]星章))?(?!(?!等)[\u4e00-\u9fff]{{2,30}}(?:单位|集体|个人|奖|组织)|[\u4e00-\u9fff]{2}(?:企业|大使))"
)
NUMBER_FIRST = re.compile(
    rf"(?<!第)(?P<number>{NUMBER})[余多]?(?P<measure>{MEASURE}|次)(?!组别|类别|级别|方面)(?P<title>[^，。；、“”0-9和及]{{0,12}}{QUOTED}|[^，。；、“”0-9和及]{{3,24}})"
)
_PRIZE = re.compile("[特一二三四]等奖|[金银铜]奖|优[胜秀]奖")
_ENDS_AS_TITLE = re.compile(
    r"(?:[奖岗号]|单位|集体|个人|基地|团[队委]|支部|文明号|称号|”)$"
    r"|(?:优秀|先进|杰出|最美|十佳|百佳|标兵)[^、]{0,12}(?:[员师者手]|干部|青年|学生|组织|学校|企业|项目|案例)$"
)
# 全省“…”和全市“…”: each with its place before it, unlike 暑期“…”活动“…”优秀单位.
_PLACED = rf"[^，。；“”、和及]{{0,16}}{QUOTED}"
_PLACED_LIST = re.compile(
    rf"了?(?P<first>{_PLACED})(?:(?:[、和及]|以及)(?:{_PLACED}))+(?=等?[多各]?[项个种]?(?:荣誉|称号|、|$))"
)
# …等省级以上荣誉110项, …等多项荣誉 behind a list of titles
IN_ALL = re.compile(
    r"(?<![一二三四特])等(?:[一二三四五六七八九十0-9多]+[项个])?[^、，]{0,8}?(?:荣誉|奖项|称号)(?:[0-9]+[余多]?[项个])?$|等$"
)
_TITLE_ENDS = re.compile(r"(?:的(?:鼓舞|基础|激励|好成绩|同时|[^，]*颁奖)|荣誉后|后$).*$")


def quoted_list(rest: str) -> list[str]:
    """Several titles in quotes, side by side or parted, each with the place before it."""
    rest = rest.replace("\u3000", "")
    if re.match(rf"了?{QUOTED}(?:(?:[、和及与]|以及)?{QUOTED})+", rest):
        return re.findall(QUOTED, rest)
    several = _PLACED_LIST.match(rest)
    return re.findall(_PLACED, several[0].removeprefix("了")) if several else []


def prizes(rest: str) -> list[str]:
    """挑战杯银奖、创新项目二等奖等多项荣誉: several titles, each ending as titles do."""
    parts = re.split("、|(?<=[”奖])(?:以及|[和及])", IN_ALL.sub("", rest))
    titles = [re.sub("(?:荣誉)?称号$", "", title) for title in parts]
    told = [
        title
        for title in titles
        if (len(title) >= 4 or _PRIZE.fullmatch(title)) and _ENDS_AS_TITLE.search(title)
    ]
    if IN_ALL.search(rest) and told and min(map(len, titles)) >= 4:
        told = titles  # 全国绿色工地、先进团委等称号: they are called titles
    otherwise_listed = re.match(rf"{QUOTED}(?:[、和及“]|$)", rest) or any(map(NUMBER_FIRST.match, titles))
    return titles if len(told) == len(titles) > 1 and not otherwise_listed else []


def title_of(rest: str) -> str:
    """The title behind a verb: in quotes with what belongs to it, else up to the end of the clause."""
    quoted = _QUOTED_TITLE.search(rest[:80])
    if quoted and "，" not in rest[: quoted.start()]:
        before = re.sub(r"^[了为过]", "", rest[: quoted.start()])
        words = quoted[0].replace("“", "").replace("”", "")
        return shown((before if len(before) <= 16 else "") + words)
    match = re.match(
        r"[了为过]?(?P<title>[金银铜]奖|[^，。；]{3,60}?)(?:荣誉|名单)?(?:称号|殊荣|$|，|；)", rest
    )
    return shown(_TITLE_ENDS.sub("", match["title"])) if match else ""
