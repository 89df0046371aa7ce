"""What was done with things that were counted, as far as their name or the title of the activity says it."""

import re

import counting

_GOODS = re.compile(r"[只瓶箱册件套本盒袋桶吨台副双包份个条张支]|公?斤")
_SESSIONS = re.compile(r"[期场节讲堂]")
# By the title, of goods; and of what the title itself names: “希望小屋”建设.
_GIVEN = (
    ("捐赠", re.compile(r"捐[赠助献书]|献爱心")),
    ("发放", re.compile(r"发放|派发|分发")),
    ("募集", re.compile(r"募[集捐]|义卖|劝募")),
)
_RECEIVED = re.compile(r"接[受收].*捐|获赠|受赠")
_NAMED = (("建设", re.compile(r"建设|共建")), ("征集", re.compile(r"征集|征稿")))
_BY_NOUN = (
    ("清理", re.compile(r"(?:垃圾|杂物|废弃物|小广告|杂草|淤泥|堆积物)$")),
    ("栽种", re.compile(r"(?:树苗|树木|苗木|花苗|新树)$")),
    ("提供", re.compile(r"岗位$")),
    ("设置", re.compile(r"(?:摊位|展位|展板|咨询台|服务台|展台)$")),
    ("收集", re.compile(r"(?:意见|建议|问卷|需求|诉求|心愿)$")),
    ("收到", re.compile(r"(?:作品|征文|投稿|来稿|稿件|来信)$")),
    ("发放", re.compile(r"(?:宣传(?:单|册|页|品|资料|折页)|传单|折页|倡议书|手册|慰问品|礼包|告家长书)$")),
)
_COMPANY = re.compile(r"参[赛展演训会评].+|.*(?:企业|单位|学校|高校|队伍|代表队|社团|商家)")
_FOR_SOMEBODY = re.compile(r"表彰|命名|授牌|评选|颁奖|揭牌")  # whom it is done for does not come as company


def verb_for(name: str, unit: str, title: str) -> str:
    """捐赠口罩, 清理垃圾, 提供岗位; 涉及 where neither says more."""
    if _SESSIONS.fullmatch(unit):
        return "共" if name in title else "开展"
    if found := next((verb for verb, ends in _BY_NOUN if ends.search(name)), ""):
        return found
    if _RECEIVED.search(title) and _GOODS.fullmatch(unit):
        return "接收"
    by_title = [*_GIVEN] if _GOODS.fullmatch(unit) else []
    by_title += _NAMED if name in title else []
    return next((verb for verb, words in by_title if words.search(title)), "涉及")


def is_company(name: str, kind: str, title: str, *, is_event: bool) -> bool:
    """18支参赛队伍, 56家企业: bodies that took part in something held for them."""
    match = _COMPANY.fullmatch(name)
    is_counted = kind == counting.THINGS and not _FOR_SOMEBODY.search(title)
    return bool(match and is_counted and (is_event or name.startswith("参")))
