"""What was done, from the title of an activity: 召开座谈会, 举行入团仪式, 开展“世界读书日”活动."""

import re
from collections.abc import Sequence

from toolkit.texts.quoting import quoted

MARKS = "，。；：、！？,.;:!? "

# A title that begins with what was done is the rest of the sentence: 召开全体会议.
_PREDICATE = re.compile(
    r"开展|举办|举行|召开|组织(?!生活|部|建设|委员)|启动(?!仪式|会|大会)|成立(?!大会|仪式|会)|走访|慰问|看望|收看|观看"
    r"|传达|学习(?!会|班|雷锋)|参加|承办|协办|深入|发布|印发|招募|募集|发放|捐赠|评选|部署|动员(?!会|大会|部署[大会])"
)
_MARKS, _QUOTATIONS = re.compile(r"[，；：。！？—]"), re.compile(r"“[^”]*”|《[^》]*》")
_HELD = re.compile(r"开展|举办|举行|召开|组织|启动|参加|承办|协办")
_ATTENDED = re.compile(r"收看|观看|学习|传达|参加|出席|贯彻")
# By how a title ends: what is done with such a thing.
_VERBS = {
    "召开": r"(会议|[大全例委]会|(座谈|推进|动员|部署|总结|调度|工作|专题|表彰|代表|生活|协调|研讨|通报)会)",
    "举行": r"(仪式|典礼|[动闭幕班营学业旗]式)",
    "举办": r"(会|班|营|讲座|论坛|比赛|大赛|竞赛|展|展览|晚会|演出|沙龙|课堂|讲堂|节|集市)",
    "开展": r"(活动|服务|行动|培训|宣讲|走访|慰问|调研|实践|教育|宣传|督导|检查|演练|团日|巡河|植树|巡护)",
}


def bare(text: str) -> str:
    """The words without marks at their ends, as they go into a sentence."""
    return text.strip(MARKS)


def predicate(titles: Sequence[str], organizers: Sequence[str] = ()) -> str:
    """What was done, of one title or of several."""
    if len(titles) == 1:
        return _of_one(titles[0], organizers)
    verbs = {_verb(title) for title in titles}
    if len(verbs) == 1 and (verb := verbs.pop()):
        return f"{verb}{'、'.join(titles)}"
    return f"开展{''.join(quoted(title) for title in titles)}活动"


def on_theme(done: str, slogan: str) -> str:
    """开展以“热血青春”为主题的无偿献血活动; before another verb the theme stands by itself."""
    theme = f"以{quoted(slogan)}为主题"
    verb = next((verb for verb in _VERBS if done.startswith(verb)), "")
    return f"{verb}{theme}的{done.removeprefix(verb)}" if verb else f"{theme}，{done}"


def is_meeting(done: str) -> bool:
    """Whether people come to it, rather than that it is done for them."""
    return done.startswith(("召开", "举行")) or _is_attended(done)


def _of_one(title: str, organizers: Sequence[str]) -> str:
    for organizer in organizers:
        rest = title.removeprefix(organizer)
        if rest != title and _PREDICATE.match(rest):
            title = rest
    if _is_predicate(title):
        return title
    if verb := _verb(title):
        return verb + title
    named = title if _bears_quotes(title) else quoted(title)
    return f"开展{named}" + ("" if title.endswith("活动") else "活动")


def _bears_quotes(title: str) -> bool:
    """新学期“开学第一课” is marked as a name already; one with marks of its own is quoted whole."""
    return "“" in title and not _MARKS.search(_QUOTATIONS.sub("", title))


def _is_predicate(title: str) -> bool:
    if _PREDICATE.match(title):
        return not title.endswith(("活动", "行动")) or bool(_HELD.match(title))
    return _is_attended(title)


def _is_attended(title: str) -> bool:
    """Somebody else's meeting, which was watched or studied."""
    return title.endswith("会") and bool(_ATTENDED.search(title))


def _verb(title: str) -> str:
    """The verb that goes with a title; none where marks make it more than a name."""
    if _MARKS.search(_QUOTATIONS.sub("", title)):
        return ""
    return next((verb for verb, ends in _VERBS.items() if re.search(f"{ends}$", title)), "")
