"""Honours that the committee, its branches or its people received: 荣获, 获评, 被…授予, 被评为."""

import re
from collections.abc import Iterator

from counting import PEOPLE
from intake.extracting.awards.directions import direction_of
from intake.extracting.awards.parts import Award, awarded, how_many, names_of, number_in, told_in
from intake.extracting.awards.recipients import is_one_person, names_got, who_got
from intake.extracting.awards.titles import IN_ALL, NUMBER_FIRST, prizes, quoted_list, title_of
from intake.extracting.awards.words import HONOUR, MEASURE, NUMBER, QUOTED, hidden, shown
from intake.outline.parts import Span

# 获评市级优秀团员5名，市级优秀团干部3名: a list goes on behind a comma.
# …称号，2019年度企业联盟“五四红旗团支部”（防控类）称号
_ANOTHER_TITLE = rf"[^，。；“”获被授评等]{{0,24}}{QUOTED}(?:（[^（）]{{0,12}}）)?(?:荣誉)?称号"
_MORE_OF_A_LIST = (
    r"(?:，(?!选树|评选|表彰|推选|命名|授予|培育|推[报荐])"
    rf"(?:[^，。；“”]{{2,24}}?(?<!第){NUMBER}{MEASURE}|[^，。；“”0-9获被授评]{{2,24}}奖|{_ANOTHER_TITLE})(?=[，。；]|$))*"
)
_GOT = re.compile(
    r"(?P<verb>被(?P<by>[^，。；“”]{0,20}?)"
    r"(?:授予|评为|评选为|命名为|认定为|表彰为|确定为|评定为|列为|表彰(?=[^，。；“”]{0,8}“))"
    r"|分获|荣获|荣膺|荣立|获得|获评|获批|囊括|包揽|斩获|摘得|喜获|夺得|评为|表彰为|推选为|入选|当选为?"
    r"|受到(?P<from>[^，。；]{2,16}?)(?=表彰|表扬|通报表扬)|获(?!得|评|批|奖|取|悉|选|益|知|准))"
    rf"(?P<rest>[^，。；]*{_MORE_OF_A_LIST})"
)
_ADVERBS = re.compile(r"(?:推[荐报评]的?|分别|同时|先后|双双|连续|均|并|还|也|成功|共(?!青团|产))+")
_CLAUSES = re.compile(
    r"(?<=，)(?=[^，]*(?:荣?获|被[^，]{0,20}(?:授予|为|表彰)|[评彰]为|入选|当选|受到))"
    rf"|(?<=、)(?=[^，、。；]{{0,30}}{NUMBER}{MEASURE}[^，、。；]{{0,8}}(?:荣?获|被[^，、]{{0,20}}(?:授予|为)))"
)
# 甲等3人获评“…”，乙等5人“…”: the verb goes for the second as well.
_WITHOUT_VERB = re.compile(
    rf"，(?P<who>[^，。；“”获被评授]{{2,60}}?等{NUMBER}{MEASURE}[^，。；“”0-9获被评授]{{0,8}})(?P<title>{QUOTED})(?:荣誉)?(?:称号)?(?=[，、]|$)"
)
_LEVELS = r"(?:(?:国家|省部|省|市|区|县|校|院)级[、和])*"  # 国家级、省级荣誉16项
_WITH_NUMBER = re.compile(
    rf"(?P<title>{QUOTED}|(?:{QUOTED})?{_LEVELS}[^，。；、“”0-9]{{2,30}}?)(?:累计|共计|合计|共)?(?<!第)(?P<number>{NUMBER})[余多]?(?P<measure>{MEASURE}|次|人次)(?=[、，和及]|$)"
)
# 我校荣获优秀组织奖: one body, one honour.
_ONE_HOUSE = re.compile(
    "(?:其中|此外|同时)?(?:[我本该][区县市校院镇街社局]|学校|学院|公司|团[区县市]委)(?:也|还|再次|喜)?"
)
_OF_A_BODY = re.compile(
    "(?:单位|集体|组织奖|组织|学校|团[队委]|基地|街道|社区|先进[区县市]|(?:先进|优秀|示范)[区县市校]|示范校)$"
)
_ONE_TITLE = re.compile(r"了?“[^”]{3,40}(?<!奖)”(?:荣誉)?(?:称号)?$")  # 获评“全国优秀项目办”
# What people say of praise that is no honour of its own.
_PRAISE = re.compile(r"上级|各级|领导|社会|广大|一致|好评|群众|党委")
_NO_HONOUR_OF_ITS_OWN = re.compile(
    "[该此这]|(?:表彰|荣誉|奖励|称号)的|[^“”]{2,8}的[^“”]{1,8}(?:要|应|须|可以|将)"
)  # 获得表彰的同志是…代表, 获得先进的科室要…
_WHAT_ONE_OUGHT = re.compile("称号的(?:应|要|须|可|将)")  # 获得优秀团员称号的应当珍惜荣誉
_NO_TITLE = re.compile(
    r"(?:各[级类项]|各种|有关)?(?:表彰|荣誉|奖项|奖励|称号|表扬)"  # 获得表彰6项
    r"|(?:国家|省|市|区|县|校)级|.*的(?:肯定|好评|认可|赞誉)"  # 获得国家级荣誉
    r"|“?五四”?|(?:.*的)?(?:多[项个次]|各[类项]|系列).*"
    r"|.*[0-9]+[余多]?(?:项|个|人次|次)"  # 获各类表彰60多人次
)
_ANY_PRAISE = re.compile("全[国省市区县州校](?:通报)?表[彰扬]")  # 多个集体荣获全市表彰
# 获组委会授予优胜奖: who gave it stands before the title.
_GRANTED = re.compile(r"[^，。；“”]{2,20}?(?:授予的?|颁发的?|评为|认定为)")
# 荣获“…”提名奖的是：甲、乙
_WHO_THEY_ARE = re.compile(
    r"的(?:分别)?(?:是|有)：?(?P<names>[\u4e00-\u9fff·]{2,20}(?:、[\u4e00-\u9fff·]{2,20})+)$"
)
_AMONG_TITLES = re.compile("(?<=[奖号员部委手干记者师长”])[和及]|、|以及")
_AMONG_BODIES = re.compile("[、及和]|以及")
# 荣获全国优秀组织单位、1名优秀个人: the first has no number
_LEADS = re.compile(r"了?(?P<title>[^，。；、]{4,60})(?:[、和及]|以及)")


def received(sentence: str, level: str) -> Iterator[Award]:
    """The honours of a sentence that were got; given ones where the committee itself gave them."""
    offset, before, words, told = 0, "", hidden(sentence), False
    for clause in _CLAUSES.split(words):
        match = _GOT.search(clause)
        start, offset = offset, offset + len(clause)
        if match is None:
            told = False
            continue
        who = clause[: match.start()]
        if not told or words[start - 1 : start] != "、":
            who = who_got(words[:start] + clause, start + match.start())
        if re.search(r"力争|争取|将|拟$|对$|[为向给]$|[此本这]次$", who[-8:]):
            continue
        span = Span(start + match.start() - len(who), start + match.end())
        before = _ADVERBS.sub("", who) or before
        near = _ADVERBS.sub("", who) or _clause_before(words[:start])
        yield from _of(match, before, near, span, start + match.start("rest"), level)
        yield from _gone_on(clause, match, start, level)
        told = True


def _clause_before(words: str) -> str:
    """30个支部和8名干部，被命名为…: who got it stands before the comma."""
    return words.rstrip("，").rpartition("，")[2]


def _gone_on(clause: str, match: re.Match, start: int, level: str) -> Iterator[Award]:
    """The honours of those named behind a verb that is not said again."""
    for one in _WITHOUT_VERB.finditer(clause, match.end()):
        direction = direction_of(match["by"] or match["from"] or "", one["who"], one["title"], level)
        span = Span(start + one.start("who"), start + one.end())
        yield awarded(shown(one["title"]), one["who"], names_got(one["who"]), direction, span)


def _of(match: re.Match, who: str, near: str, span: Span, at: int, level: str) -> Iterator[Award]:
    """The honours of one verb; ``at`` is where the words behind it begin in the sentence.

    ``near`` are the words right before it, which may number several kinds; ``who`` got the honour.
    """
    rest = match["rest"]
    by = match["by"] or match["from"] or ""
    if granted := _GRANTED.match(rest):
        by, rest, at = granted[0], rest[granted.end() :], at + granted.end()
    direction = direction_of(by, who, rest, level)
    first = rest.partition("，")[0]
    if each := _to_each(first, who, match):
        yield from (awarded(shown(title), "", (name,), direction, span) for title, name in each)
        return
    numbered = _for_each_number(first, near)
    several = numbered or prizes(first)
    if not several and how_many(who) is None and _with_numbers(first):
        yield from _each_with_number(_with_numbers(rest), who, direction, at)
        return
    rest, _, others = rest.partition("，")
    yield from _listed(others, who, direction, at + len(rest) + 1)
    if several:
        yield from _several(several, near if numbered else who, direction, span)
        return
    titles = quoted_list(rest)
    if titles:
        count = 1 if how_many(who) == len(titles) or _is_one(who) else None
        if re.search("同时|均|都", match.string[max(0, match.start() - 3) : match.start()]):
            count = how_many(who)
        yield from (Award(shown(title), count, (), direction, span, False) for title in titles)
        return
    if told := _WHO_THEY_ARE.search(rest):
        names = names_of(told["names"])
        yield Award(title_of(rest[: told.start()]), len(names), names, direction, span, False)
        return
    yield from _of_one_title(_praised(match) if match["from"] else title_of(rest), rest, who, direction, span)


def _of_one_title(title: str, rest: str, who: str, direction: str, span: Span) -> Iterator[Award]:
    """The one honour behind a verb, for each number of its recipients."""
    if (
        not title
        or _NO_HONOUR_OF_ITS_OWN.match(title)
        or _WHAT_ONE_OUGHT.search(rest)
        or not HONOUR.search(title + rest[:40])
    ):
        return
    counts = [int(one.count.value) for one in told_in(who) if one.count.unit in (*"名个人位家支项对户", "所")]
    if len(counts) > 1 and "，" not in who:
        yield from (Award(title, count, (), direction, span) for count in counts)
        return
    names = names_got(who)
    if _ONE_HOUSE.fullmatch(who) and (_OF_A_BODY.search(title) or _ONE_TITLE.match(rest)):
        yield Award(title, 1, (), direction, span, False)
        return
    if _NO_TITLE.fullmatch(title) or (not names and _ANY_PRAISE.fullmatch(title)):
        return
    yield awarded(title, who, names, direction, span)


def _listed(others: str, who: str, direction: str, at: int) -> Iterator[Award]:
    """What a list names behind its first comma: with their numbers, or ending in 奖."""
    for one in re.finditer("[^，]+", others):
        if several := _with_numbers(one[0]):
            yield from _each_with_number(several, who, direction, at + one.start())
        elif re.fullmatch(_ANOTHER_TITLE, one[0]):
            span = Span(at + one.start(), at + one.end())
            yield awarded(title_of(one[0]), who, names_got(who), direction, span)
        elif one[0].endswith("奖"):
            yield Award(shown(one[0]), None, (), direction, Span(at + one.start(), at + one.end()), False)


def _with_numbers(rest: str) -> list[re.Match]:
    """市级荣誉12项、省级荣誉3项 as they are listed behind a verb; 3项市级荣誉 as well."""
    return [*_WITH_NUMBER.finditer(rest)] or [*NUMBER_FIRST.finditer(rest)]


def _each_with_number(several: list[re.Match], who: str, direction: str, at: int) -> Iterator[Award]:
    first = several[0]
    lead = _LEADS.fullmatch(first.string, 0, first.start())
    if lead and HONOUR.search(lead["title"]) and not _NO_TITLE.fullmatch(lead["title"]):
        yield Award(shown(lead["title"]), None, (), direction, Span(at, at + lead.end()), False)
    for one in several:
        title, span = shown(one["title"]), Span(at + one.start(), at + one.end())
        if _NO_TITLE.fullmatch(title) or _NO_HONOUR_OF_ITS_OWN.match(title):
            continue
        if (HONOUR.search(title) or "”" in one["title"]) and not re.search(r"元|资金|支持", title):
            yield Award(title, number_in(one["number"] + "名"), names_got(who), direction, span)


def _to_each(rest: str, who: str, match: re.Match) -> list[tuple[str, str]]:
    """甲、乙分别获得一等奖、二等奖: each title with the one who got it."""
    if not match["verb"].startswith("分") and "分别" not in match.string[: match.end("verb")][-20:]:
        return []
    titles = _AMONG_TITLES.split(re.sub("(?:荣誉)?称号$", "", IN_ALL.sub("", rest)))
    names = _AMONG_BODIES.split(who)
    told = all(HONOUR.search(title) for title in titles) and not [*told_in(who)]
    return list(zip(titles, names, strict=True)) if len(titles) == len(names) > 1 and told else []


def _for_each_number(rest: str, who: str) -> list[str]:
    """金奖、银奖和铜奖 of 12人、34人和56人."""
    titles = re.split("[、和及]|以及", rest)
    numbers = [one for one in told_in(who) if one.count.kind == PEOPLE or one.count.unit in "个支项家"]
    told = any(HONOUR.search(title) for title in titles)
    return titles if len(titles) == len(numbers) > 1 and told else []


def _praised(match: re.Match) -> str:
    """受到团市委通报表扬; the praise of nobody in particular is no honour."""
    if _PRAISE.search(match["from"]):
        return ""
    return shown(f"{match['from']}{re.match('[^，。；]*', match['rest'])[0]}")


def _several(titles: list[str], who: str, direction: str, span: Span) -> Iterator[Award]:
    """Titles side by side: 3人、5人分别获得金奖、银奖 each with its number, all of one person with 1."""
    told = [int(one.count.value) for one in told_in(who)]
    each = len(told) == len(titles)
    counts = told if each else [1 if _is_one(who) else None] * len(titles)
    for title, count in zip(titles, counts, strict=True):
        yield Award(shown(title), count, (), direction, span, each)


def _is_one(who: str) -> bool:
    """One person or one body by name: each of several honours is theirs once."""
    return is_one_person(who) or (
        len(names_got(who)) == 1 and how_many(who) is None and not who.endswith("等")
    )
