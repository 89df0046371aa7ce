"""The activities that an item tells of: what, when, where, by whom, with whom, as part of what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from intake.extracting.days import Day
from intake.extracting.figures import Figure, within
from intake.extracting.names import people_in
from intake.outline.parts import NOTHING, Item, Span

_DOES = (
    r"组织开展|联合开展|组织召开|开展|举办|召开|举行|组织(?![部处科者员力]|委员|生活|关系|领导|建设|机构)|启动|承办|主办|发起"
    r"|成立|走进|前往|赴|慰问|发放|参加|观看|收看|参观|实施|推出|完成|建成|选举"
)
_HAPPENS = (
    rf"{_DOES}|捐赠|捐助|送去|看望|清理|组建|签订|签约|评选|征集|参观|表彰|募集|筹集"
    r"|出动|转移|入户|种植|植树|授旗"
)
_CLAUSE = re.compile(r"(?:“[^”\n]{1,60}”|[^，。；\n！？])+")
# What only leads to what was done: when, why, where in the meeting, who reports it.
_LEADS = re.compile(
    r"[^，]{0,6}[0-9年月日号上下中午晚、至—\s]{2,24}(?:起|以来)?|[今去近][年日]以?来?|xx年|本[年季月]度?|.{0,6}期间|.{0,12}(?:之际|前夕|前后)"
    r"|(?:为|按照|根据|围绕|结合|依托|随着|通过|以).*|在?.{0,40}[上中下里后]|.{0,30}方面|据悉|据了解|其中|首先|最后|最终|随后|同时|此外|目前|过去的?一年|.{0,10}以来"
    r"|本报讯.*|.*(?:记者|通讯员).*|.*讯|当[日天]|“[^”]*[。！？，][^”]*”.*"
)
_ENDS = "。；！？\n"
_TO_END = re.compile(rf"[^{_ENDS}]{{0,300}}")
_EVENT = (
    r"活动|仪式|会议|全会|大会|座谈会|培训班?|比赛|大赛|竞赛|讲座|宣讲会?|行动|志愿服务|服务|课堂|直播|论坛|展演|招聘会|联谊会?|推进会|部署会|动员会"
    r"|学习会|研讨会|报告会|分享会|交流会|汇演|晚会|展览|研学|夏令营|训练营|团课|团日|义诊|义卖|植树|慰问|调研|走访|轮训|(?<![委协联员])会|班|营|赛"
)
# “青春有约”主题分享会在江口中学成功举行: the event stands before what happened to it.
_SAID_BEFORE = re.compile(r"[本此这]次|该|全体会议$")  # 参加了本次会议 names nothing
_HELD = re.compile(r"举行|召开|启动|开幕|开班|落幕")
_HELD_BEFORE = re.compile(
    rf"(?P<name>(?:“[^”\n]{{2,40}}”|《[^》\n]{{2,40}}》|[^，。；“”\n]){{2,50}}?(?:{_EVENT}|”))"
    r"(?:[在于][^，。；“”\n]{2,30})?(?:隆重|正式|顺利|成功|圆满|如期)*$"
)
_FURTHEST = 100  # characters between the beginning of an event's name and what happened to it
_LEAD_OF_NAME = re.compile(r"(?:.*(?:主办的|承办的|开展的|组织的|(?:[0-9]日|[上下中]午|晚上?)(?:，)?))")
_QUOTED = r"(?:“[^”\n]{2,40}”|《[^》\n]{2,40}》)"
_NAMED = re.compile(
    rf"(?:{_DOES})(?:了|好)?(?P<name>(?![的至到给于])"
    rf"(?:{_QUOTED}|(?:{_QUOTED}|[^，。；“”\n]){{2,60}}?)(?:{_EVENT}))(?=[，。；、\n]|$)"
)
_EVENT_AT_END = re.compile(rf"(?:{_EVENT})$")
_PLACE = re.compile(
    rf"[在于到赴](?P<place>[^，。；、“”\n在于]{{2,30}}?)(?:隆重|正式|顺利|成功|圆满|联合|组织|集中|共同)*(?:{_DOES}|举行)"
)
_PLACE_WORD = re.compile(
    r"(?:[省市区县镇乡村街路院校园馆厅室堂站所场楼地湖山江河岸桥港]|广场|中心|社区|公园|基地|空间|宫|小学|中学|大学|学院|公司|剧院|剧场|礼堂|企业|之家|驿站|里|店|码头|景区|风光带|一线)$"
)
_NO_PLACE = re.compile(
    r"[0-9][年月日]|^[一两二三四五六七八九十几多各]+[区市县镇乡校地]|通过|\s|全[区市县省国镇乡街校]|范围|基础|之际|期间|领导|指导|支持|下$|中$|上$|方面|节日|纪念(?!馆|碑|堂|园|塔|广场)|各[级地]"
)
_BODY = (
    r"(?:共青团|团)?(?:(?![的是在了]|(?<!华)为|参[加与]|同学|围绕|通过|积极)[\u4e00-\u9fff·（）]){1,20}?(?:委员会|团工?委|区委|县委|市委"
    r"|省委|团总支|团支部|团组织|少工委|青联|学联|协会|局|办|中心|学校|小学|中学"
    r"|街道(?!办启)|社区|基金会?|公司|银行|医院|志愿服务队|志愿者联合会)"
)
_BY = re.compile(
    rf"(?:^|[，。；日午晚由]|\n)由?(?P<by>(?![在于召由]|联合|请|组织|动员|指导|引导|推动|带领|号召)(?:团区委|团县委|团市委|{_BODY})(?:[、和](?:团区委|团县委|团市委|{_BODY}))*)(?P<with>(?:联合|联同|会同|携手|协同|与|同)(?P<partners>[^，。；“”]{{2,60}}?))?(?:共同|联合)?(?:[在于][^，。；“”]{{2,30}})?(?:隆重|正式|顺利|积极|精心|成功|圆满|全体[^，。；]{{0,16}})*(?:{_DOES})"
)
_PARTNERS = re.compile(
    rf"(?:联合|联同|会同|携手|协同)(?P<partners>(?!开展|举办|组织|会(?!员)|国|体)[^，。；“”]{{2,60}}?)(?:共同|联合)?(?:[在于][^，。；“”]{{2,30}})?(?:积极|共同)*(?:{_DOES}|为|向|对)"
)
_AND_OTHERS = re.compile(r"等(?:[0-9一二三四五六七八九十多余]+[家个].{0,6})?$|的$")  # 广东邮政等10家单位
_CAMPAIGN = re.compile(
    r"“(?P<name>[^”\n]{2,30})”[^，。；“”]{0,14}?(?:主题|系列|专项|志愿服务|品牌|公益)?(?:活动|行动|工程|计划|项目|主题团日)"
)


@dataclass(frozen=True)
class Activity:
    """What is proposed as a record; each part with its span, empty where the text says nothing."""

    span: Span
    title: str
    title_span: Span
    days: tuple[Day, ...]
    figures: tuple[Figure, ...]
    place: Span
    organizers: tuple[Span, ...]
    partners: tuple[Span, ...]
    people: tuple[tuple[str, str, Span], ...]
    campaign: Span


def activities_in(seen: str, item: Item, days: list[Day], figures: list[Figure]) -> list[Activity]:
    """One activity, or several where the item tells of events on different days.

    ``days`` and ``figures`` are those of the whole text, in order.
    """
    if len(item.parts) > 1:
        return [one for part in item.parts for one in activities_in(seen, part, days, figures)]
    pieces = _pieces(seen, item, within(days, item.body))
    return [_activity(seen, piece, item if len(pieces) == 1 else None, days, figures) for piece in pieces]


def _pieces(seen: str, item: Item, days: tuple[Day, ...]) -> list[Span]:
    """Where each event of an item begins: at a sentence with a day of its own and something done."""
    starts = []
    for day in days:
        sentence = max(seen.rfind(mark, item.body.start, day.span.start) + 1 for mark in _ENDS)
        sentence = max(sentence, item.body.start)
        told = _TO_END.match(seen, day.span.end, item.body.end)[0]
        leads = not day.is_month or (
            day.span.start == sentence and seen[day.span.end : day.span.end + 1] == "，"
        )
        is_event = leads and re.search(_HAPPENS, told)
        if is_event and sentence not in starts[-1:]:
            starts.append(sentence)
    if len(starts) < 2:
        return [item.whole]
    # A title that names an event (…公益活动) is the first one's; 关爱留守儿童 is a heading of all.
    starts[0] = (item.whole if _EVENT_AT_END.search(item.title.of(seen)) else item.body).start
    ends = [*starts[1:], item.whole.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def _activity(seen: str, piece: Span, item: Item | None, days: list[Day], figures: list[Figure]) -> Activity:
    told = Span(item.body.start, piece.end) if item and item.body else piece
    title = item.title if item and item.title else _name_in(seen, told)
    people = tuple(
        (name, post, Span(start, end)) for name, post, start, end in people_in(seen, piece.start, piece.end)
    )
    return Activity(
        span=piece,
        title=title.of(seen),
        title_span=title,
        days=within(days, piece),
        figures=within(figures, piece),
        place=_place_in(seen, piece),
        organizers=tuple(_listed(seen, _BY.search(seen, piece.start, piece.end), "by")),
        partners=tuple(_partners(seen, piece)),
        people=people,
        campaign=_group(_CAMPAIGN.search(seen, piece.start, piece.end), "name"),
    )


def _name_in(seen: str, piece: Span) -> Span:
    """What the activity is called, else its first clause."""
    for named in _NAMED.finditer(seen, piece.start, piece.end):
        if not _SAID_BEFORE.match(named["name"]):
            return _group(named, "name")
    for match in _HELD.finditer(seen, piece.start, piece.end):
        held = _HELD_BEFORE.search(seen, max(piece.start, match.start() - _FURTHEST), match.start())
        lead = _LEAD_OF_NAME.match(held["name"]) if held else None
        start = held.start("name") + (lead.end() if lead else 0) if held else 0
        if held and held.end("name") - start > 3:
            return Span(start, held.end("name"))
    for first in _CLAUSE.finditer(seen, piece.start, piece.end):
        if not _LEADS.fullmatch(first[0]):
            return Span(first.start(), min(first.end(), first.start() + 40))
    return NOTHING


def _place_in(seen: str, piece: Span) -> Span:
    for match in _PLACE.finditer(seen, piece.start, piece.end):
        place = match["place"]
        if _PLACE_WORD.search(place) and not _NO_PLACE.search(place):
            return Span(match.start("place"), match.end("place"))
    return NOTHING


def _partners(seen: str, piece: Span) -> Iterator[Span]:
    found = _PARTNERS.search(seen, piece.start, piece.end)
    return _listed(seen, found, "partners")


def _listed(seen: str, match: re.Match | None, group: str) -> Iterator[Span]:
    if match is None or not match[group]:
        return
    at = match.start(group)
    for one in re.finditer(r"[^、和与及]+(?:[和与及](?=谐|平|睦)[^、]*)?", match[group]):
        words = _AND_OTHERS.sub("", one[0])
        if len(words) >= 2:
            yield Span(at + one.start(), at + one.start() + len(words))


def _group(match: re.Match | None, name: str) -> Span:
    return Span(match.start(name), match.end(name)) if match else NOTHING
