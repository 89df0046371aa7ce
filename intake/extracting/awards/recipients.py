"""Who got an honour: the words before its verb, and the names in them."""

import re

from intake.extracting.awards.parts import names_of
from intake.extracting.awards.words import MEASURE, NUMBER, shown
from intake.extracting.names import looks_like_name, people_in

_LONGEST_WHO = 200  # characters
# 甲等10名同学，乙等11名同学: the clauses before the last one name recipients too.
_OTHERS_BEFORE = re.compile(rf"(?:[^，。；]{{2,60}}等{NUMBER}{MEASURE}[^，。；0-9获评被授奖]{{0,10}}，)+$")
_BEFORE_NAMES = re.compile(
    r"^(?:[0-9]{1,2}[.、．](?![0-9])|（[一二三四五六七八九十0-9]{1,2}）|其中|此外|全年|年内|累计|本[年月]|同时|今年|上半年|会上|共(?!青团))+"
)
_SOMEWHERE = re.compile("^(?:还有|另有|有(?=[我本该]))|在[^，、]{2,30}[中上里]$")  # 合唱队在歌咏比赛中
# 我校志愿者林一舟: whose they are is no part of the name.
_OF_OURS = re.compile(
    r"^[我本][校院区县市镇](?:20[0-9]{2}级)?(?:学生|志愿者|教师|毕业生)?(?=[\u4e00-\u9fff]{2,3}$)"
)
_NOBODY = re.compile(
    r".*(?:表[彰扬]|奖励)了?|(?:这些|多个)?(?:个人|组织|项目)|(?:我|全)[区县市校镇院省](?:在.*)?|在.*[中上里]|.*(?:多[个名位人]|一批|若干|部分|众多|许多).*|集体|个人|单位"
)
_WHEN = re.compile(r"(?:于)?(?:20[0-9]{2}年度?)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?$")
_GUIDED = re.compile("(?:指导|带领|带队|率领|辅导)的")  # those who guide are not those who got it
# 邹雨同学参加征文比赛，获得三等奖
_TOOK_PART = re.compile(
    r"(?:^|[，。；、])(?P<who>(?!组织|选派|遴选|推荐|指导|带领)[^，。；、0-9]{2,16}?(?:同学|同志|老师|代表队))(?:参加|参与)[^，。；]{2,40}，$"
)


# 甲、乙表现突出，被评为…; 学生王威自2009年参加以来，工作突出，荣获…: the subject stands clauses before.
_DID_WELL = re.compile(
    r"(?:^|[，。；])(?P<who>(?!成[效果]|效果|亮点|特色|质量|影响|活动|各项|整体|服务)[^，。；]{2,160}?)(?:表现|成绩|工作|业绩|事迹|作风)?(?:优异|突出|出色|优秀)，$"
    r"|(?:^|[，。；])(?P<with>[^，。；]{2,160}?)(?:凭借|凭着)[^，。；]{2,40}，$"
    r"|(?:^|。|；)(?P<one>[^，。；]{0,30}(?:学生|志愿者|团员|教师|员工|职工|干部|护士|医生)[\u4e00-\u9fff]{2,3}?)(?=自|在|以|扎根|坚持)[^。；]{4,120}，$"
)


def who_got(words: str, end: int) -> str:
    """The words before the verb, back to the last comma, or to the first clause that lists recipients too."""
    start = max(0, end - _LONGEST_WHO)
    near = words[start:end]
    last = max(near.rfind(mark) for mark in "，。；") + 1
    if last == len(near) and (took := _TOOK_PART.search(near)):
        return took["who"]
    if last == len(near) and (well := _DID_WELL.search(near)):
        return next(filter(None, well.groups()))
    others = _OTHERS_BEFORE.search(near[:last]) if re.search(rf"等{NUMBER}{MEASURE}", near[last:]) else None
    return near[others.start() if others else _first_person(near, last) :]


def _first_person(near: str, at: int) -> int:
    """Where 甲公司团委书记单云鹏，乙学校干事彭玉凝 begins: clauses that each name somebody with a post."""
    told = any(people_in(near, at, len(near)))
    while told and at and near[at - 1] == "，":
        start = max(near.rfind(mark, 0, at - 1) for mark in "，。；") + 1
        if not any(end == at - 1 for *_, end in people_in(near, start, at - 1)):
            break
        at = start
    return at


def is_one_person(who: str) -> bool:
    names = names_got(who)
    return len(names) == 1 and looks_like_name(names[0])


def names_got(who: str) -> tuple[str, ...]:
    if _GUIDED.search(who):
        return ()
    who = "，".join(
        _SOMEWHERE.sub("", _WHEN.sub("", _BEFORE_NAMES.sub("", clause))).removesuffix("在")
        for clause in who.split("，")
    )
    names = (_OF_OURS.sub("", shown(name)) for name in names_of(re.sub("[分均也]$", "", who)))
    return tuple(name for name in names if not _NOBODY.fullmatch(name))
