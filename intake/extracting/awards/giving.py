"""Honours that somebody gives: 授予X等N名同志“…”称号, 命名…为…, 表彰优秀团员45名."""

import re
from collections.abc import Iterator

from counting import counts_in
from intake.extracting.awards.parts import GIVEN, MASKED_NAME, RECEIVED, Award, awarded, names_of, number_in
from intake.extracting.awards.words import HIGHER, HONOUR, MEASURE, NATIONAL, NUMBER, QUOTED, hidden, shown
from intake.extracting.names import looks_like_name
from intake.outline.parts import Span

_VERB = re.compile(
    r"授予|追授|追认|命名|认定|颁发|(?:确定|评定)了?(?=[^，。；“”]{2,80}为“)"
    r"|(?:表彰|评选|推选|选树)了?(?=[^，。；“”]{2,80}为[^，。；“”]{0,12}“)"
)
_NAMES_AS = ("命名", "认定", "确定", "评定", "表彰", "评选", "推选", "选树")
_NOT_GIVEN = re.compile(r"(?:被|获得?|荣获)[^，。；]{0,14}$")
_RECEIVES = re.compile(r"被[^，]{0,8}[评授命认]|荣获|获评|评为|入选")
_TITLES = re.compile(rf"(?:{QUOTED}[、和及与]?)+")
# 向8个团委和10个团支部分别授予“…”“…”
_SEVERAL = re.compile(
    rf"(?:分别)?[向给对](?P<to>(?:(?!授予|表彰，|进行)[^。；]){{2,200}}?)(?:分别)?(?:授予|颁发|颁授)了?(?P<titles>(?:[^，。；“”0-9]{{0,12}}{QUOTED}(?![\u4e00-\u9fff]{{1,8}}章[0-9])[、和及与]?)+)"
)
# 授予260名个人、100个组织和100个项目优秀个人奖、优秀组织奖和优秀项目奖
_A_KIND = rf"{NUMBER}{MEASURE}(?:个人|集体|组织|项目|单位|团队|同志|同学|青年|团组织|团支部|团委|企业|学校)"
_KINDS_OF_TITLES = re.compile(
    rf"(?:授予|追授)(?P<to>{_A_KIND}(?:[、和及]{_A_KIND})+)(?P<titles>[^，。；]{{4,120}}?)(?:荣誉)?(?:称号)?(?=[，。；]|$)"
)
_NOBODY_BY_NAME = re.compile("全[国省市区县校].{0,4}|[他她它]们?|.{0,6}(?:代表|获奖者|集体|个人)")
# The year or the place before a quoted title belongs to the title.
_OF_TITLE = re.compile(
    r"(?:20[0-9]{2}(?:[—-]20[0-9]{2})?(?:年度?|学年)度?)?(?:[\u4e00-\u9fff]{1,5}[省市区县校镇])?(?:“)?$"
)
_BODIES = (
    r"(?:基层)?(?:个人|集体|单位|同志|同学|(?:共青)?团员|(?:共青)?团干部|学生|教师|老师|少先队员|辅导员|志愿者"
    r"|青年(?:集体|志愿者)?|团支部|团组织|团总支|团委(?=[\u4e00-\u9fff“‹]{3}))?"
)
_WHO = rf".{{0,200}}?{NUMBER}(?:{MEASURE})?(?:优秀)?{_BODIES}[^，“”为]{{0,14}}?"
_NAMED = re.compile(
    rf"(?P<who>{_WHO}|[^，“”]{{2,60}}?)为(?P<title>[^，。；“”]{{0,20}}{QUOTED}|[^，。；“”]{{3,40}})"
)
_FOLLOWS = re.compile(
    rf"[、，](?=[^，。；“”]{{2,80}}?{NUMBER}{MEASURE}[^，。；“”]{{0,8}}为[^，。；“”]{{0,12}}“)"
)
# “二星级志愿者”有67人
_THERE_ARE = re.compile(
    rf"(?P<title>{QUOTED})(?:称号)?(?:获得者)?(?:共?有|共计?|为)(?P<number>{NUMBER}){MEASURE}(?=[，、]|$)"
)
_BARE = re.compile(
    rf"(?P<who>(?:.{{1,120}}?等)?{NUMBER}{MEASURE}?{_BODIES})(?P<title>[^，“”。；]{{3,40}}?)(?:荣誉)?称号"
)
# …；乙等20名同学“优秀团员”称号: the verb stood in the sentence before.
_GOES_ON = re.compile(
    rf"(?P<who>[^，“”获荣被评]{{2,60}}?等{NUMBER}{MEASURE}{_BODIES})(?P<title>{QUOTED})的?(?:荣誉)?称号"
)
# 授予江口中学团委2015年度共青团工作创新奖
_PRIZE = re.compile(
    r"(?P<who>[^，。；“”0-9]{2,40}?)(?P<title>20[0-9]{2}年度?[^，。；“”0-9]{2,30}?奖(?:[和、][^，。；“”0-9]{2,30}?奖)*)(?=[，。；]|$)"
)
_COMMENDED_ALL = re.compile(
    rf"对(?:获得|荣获)?(?P<who>[^，。；]{{0,60}}?)(?P<title>{QUOTED})(?:荣誉)?(?:称号)?的(?P<number>{NUMBER}){MEASURE}[^，。；]{{0,16}}(?:予以|给予|进行)[^，。；]{{0,4}}(?:表彰|表扬|嘉奖)"
)
_COMMENDED = re.compile(
    r"(?:表彰|评选表彰|评选|评出|评选出|命名|选树|通报表扬|表扬|推选)(?:奖励|产生|推选|选树|命名|了|出|过)*(?P<rest>(?:(?!表彰|评选|，[^，。；]{0,12}(?:喜获|荣获|获评|斩获|获得|被))[^。；])*)"
)
_TOWARDS = re.compile(
    r"(?:向|为|给|对)(?P<rest>[^。；]{4,120}?)(?:分别)?(?:颁发|颁奖|授牌|进行了?(?:通报)?表[彰扬]|予以(?:通报)?表[彰扬])"
)
# 为获评“…”的甲、乙颁奖
_HANDED = re.compile(
    rf"[为向给](?:荣?获得?|获评|荣膺|当选|被评为)了?(?P<title>{QUOTED}|[^，。；“”的0-9]{{3,30}})(?:荣誉)?(?:称号)?的"
    r"(?P<who>[^，。；]{2,80}?)(?:代表)?(?:现场|分别|逐一)?(?:颁[奖发]|授[牌旗]|送上)"
)
_LISTED = re.compile(
    rf"(?P<first>{NUMBER})[余多]?{MEASURE}(?P<behind>{QUOTED}|(?![获荣被受])(?:20[0-9]{{2}}年度?)?[^，。；、“”0-9和及]{{2,24}})"
    rf"|(?P<before>{QUOTED}|[^，。；、“”0-9和及]{{2,24}}(?<!等)(?<!等[近约共]))(?:称号|荣誉)?[（]?[共各计]?(?P<last>{NUMBER})[余多]?{MEASURE}(?!“)"
)
_LEAD_OF_TITLE = re.compile(r"^(?:了|出|产生|和|及|以及|一批|各类|荣获|等|区级|全区)+")
_TAIL_OF_TITLE = re.compile(r"(?:称号)?(?:获得者|名单)?(?:各|共|共计|合计|予以|给予|进行)?$")
# 表彰了“十佳青年”“优秀志愿者”等一批先进: kinds without their numbers
_COMMENDED_KINDS = re.compile(
    rf"表彰(?:奖励)?了?(?P<titles>{QUOTED}(?:[、和及]?{QUOTED})*)(?!(?:荣誉)?(?:称号)?(?:获得者)?[共各]?{NUMBER})"
)
_NO_HONOUR = re.compile(r"大会|仪式|条件|名额|工作$|座谈|活动$|受众|代表$|颁发|证书|纪念品|申报|参评|候选")


def given(sentence: str, level: str) -> Iterator[Award]:
    """The honours that the sentence says are given, by a level above as received."""
    words = hidden(sentence)
    for match in _SEVERAL.finditer(words):
        yield from _each_to_its_own(match, level)
    words = _SEVERAL.sub(lambda match: "〓" * len(match[0]), words)
    for match in _KINDS_OF_TITLES.finditer(words):
        yield from _kind_by_kind(match, level)
    words = _KINDS_OF_TITLES.sub(lambda match: "〓" * len(match[0]), words)
    if match := _COMMENDED_ALL.search(words):
        yield Award(shown(match["title"]), number_in(match["number"] + "名"), (), GIVEN, Span(*match.span()))
    verbs = [
        one
        for one in _VERB.finditer(words)
        if not _NOT_GIVEN.search(words[max(0, one.start() - 18) : one.start()])
    ]
    if not verbs and (match := _GOES_ON.fullmatch(words)):
        yield _award(match["who"], match["title"], GIVEN, Span(0, len(words)), level)
    for at, verb in enumerate(verbs):
        end = verbs[at + 1].start() if at + 1 < len(verbs) else len(words)
        direction = RECEIVED if _from_above(words[max(0, verb.start() - 20) : verb.start()], level) else GIVEN
        yield from _of_verb(words[verb.end() : end], verb.end(), verb[0], direction, level)


def _kind_by_kind(match: re.Match, level: str) -> Iterator[Award]:
    counts = [number_in(f"{one}名") for one in re.findall(rf"({NUMBER}){MEASURE}", match["to"])]
    titles = [one for one in re.split("[、和及]|(?<=”)(?=“)", match["titles"]) if one]
    if len(counts) != len(titles) or not all(HONOUR.search(title) for title in titles):
        return
    higher = NATIONAL if level in ("省", "国") else HIGHER
    by = match.string[max(0, match.start() - 20) : match.start()]
    above = higher.search(match["titles"].replace("“", "")) or _from_above(by, level)
    for title, count in zip(titles, counts, strict=True):
        yield Award(shown(title), count, (), RECEIVED if above else GIVEN, Span(*match.span()))


def _each_to_its_own(match: re.Match, level: str) -> Iterator[Award]:
    titles = re.findall(QUOTED, match["titles"])
    counts = [int(one.count.value) for one in counts_in(match["to"])]
    if len(counts) != len(titles):
        counts = [sum(counts) if len(titles) == 1 and counts else None] * len(titles)
    names = _named(match["to"]) if len(titles) == 1 and not any(counts) else ()
    for title, count in zip(titles, counts, strict=True):
        above = (NATIONAL if level in ("省", "国") else HIGHER).search(shown(title))
        direction = RECEIVED if above else GIVEN
        number = count or len(names) or None
        yield Award(shown(title), number, names, direction, Span(*match.span()), bool(count))


def _named(to: str) -> tuple[str, ...]:
    """Those to whom an honour was handed; 全省 is nobody by name."""
    return (
        ()
        if re.fullmatch("全[国省市区县校].{0,4}|(?:他|她|它)们?|.{0,6}(?:代表|获奖者|集体|个人)", to)
        else names_of(to)
    )


def _of_verb(body: str, offset: int, verb: str, direction: str, level: str) -> Iterator[Award]:
    """The pairs of who and title behind one 授予."""
    verb = verb.removesuffix("了")
    if verb in _NAMES_AS or not re.search(QUOTED, body):
        yield from _without_quotes(body, offset, verb, direction, level)
        return
    at = 0
    for match in _TITLES.finditer(body):
        who = body[at : match.start()]
        if _RECEIVES.search(who) or (verb == "颁发" and not re.search(r"[0-9]|、|等", who)):
            return
        own = _OF_TITLE.search(who)
        who = who[: own.start()] if own else who
        title = re.match(QUOTED, match[0])[0]
        span = Span(offset + (at or -len(verb)), offset + match.end())
        yield _award(who, title, direction, span, level)
        at = match.end() + (re.match(r"(?:荣誉)?(?:称号|奖章|奖)?[，、]?", body[match.end() :]).end())


def _without_quotes(body: str, offset: int, verb: str, direction: str, level: str) -> Iterator[Award]:
    if verb == "颁发":
        return
    patterns = (_NAMED,) if verb in _NAMES_AS else (_BARE, _PRIZE)
    match, begin = next(filter(None, (pattern.match(body) for pattern in patterns)), None), -len(verb)
    while match:
        span = Span(offset + begin, offset + match.end())
        for title in re.split(r"(?<=奖)[和、]", match["title"]):
            yield _award(match["who"], title, direction, span, level)
        following = _FOLLOWS.match(body, match.end())  # 甲等3名为“…”、乙等5名为“…”
        begin = following.end() if following else 0
        match = _NAMED.match(body, begin) if following and verb in _NAMES_AS else None


def _award(who: str, title: str, direction: str, span: Span, level: str) -> Award:
    who = re.sub(r"^了|[为，、]+$", "", who.strip()).strip("\u3000")
    above = NATIONAL if level in ("省", "国") else HIGHER
    if above.search(title.strip("“")) and level != "国":
        direction = RECEIVED  # a district cannot give what is the country's or the province's
    return awarded(shown(title), who, names_of(who), direction, span)


def _from_above(before: str, level: str) -> bool:
    if re.search(r"团中央|中央|全国|省委|教育厅|省[^，]{0,8}$", before):
        return level != "省" or bool(re.search(r"中央|全国", before))
    return level not in ("市", "省") and bool(re.search(r"团市委|市委|市政府|市文明|市教育", before))


def commended(sentence: str, level: str) -> Iterator[Award]:
    """A list of kinds with their numbers: 表彰优秀团员45名、先进团支部10个."""
    words = hidden(sentence)
    for match in _COMMENDED_KINDS.finditer(words):
        titles = filter(HONOUR.search, re.findall(QUOTED, match["titles"]))
        yield from (Award(shown(title), None, (), GIVEN, Span(*match.span()), False) for title in titles)
    for match in _THERE_ARE.finditer(words) if re.search("确定|评[定选出]|认定|表彰|命名", words) else ():
        if HONOUR.search(match["title"]):
            count = number_in(match["number"] + "名")
            yield Award(shown(match["title"]), count, (), GIVEN, Span(*match.span()))
    for match in _HANDED.finditer(words):
        yield _handed(match, level)
    for match in [*_COMMENDED.finditer(words), *_TOWARDS.finditer(words)]:
        before = words[max(0, match.start() - 12) : match.start()]
        if re.search(r"[被受获]到?[^，]{0,8}$|将|拟$", before):
            continue
        for one in _LISTED.finditer(match["rest"]):
            if (one["before"] or "").endswith("的"):
                continue  # 考核优秀的2个集体 says who they are
            title = _LEAD_OF_TITLE.sub("", shown(one["behind"] or one["before"]))
            title = _TAIL_OF_TITLE.sub("", title)
            number = one["first"] or one["last"]
            count = number_in(number + "名")
            if (count or MASKED_NAME.match(number)) and HONOUR.search(title) and not _NO_HONOUR.search(title):
                at = match.start("rest")
                yield Award(title, count, (), GIVEN, Span(at + one.start(), at + one.end()))


def _handed(match: re.Match, level: str) -> Award:
    """An honour whose holders are told where it is handed over."""
    who = match["who"]
    above = (NATIONAL if level in ("省", "国") else HIGHER).search(match["title"])
    title = shown(match["title"].removesuffix("称号").removesuffix("荣誉"))
    names = names_of(who) if "、" in who or looks_like_name(who) else ()
    return awarded(title, who, names, RECEIVED if above else GIVEN, Span(*match.span()))
