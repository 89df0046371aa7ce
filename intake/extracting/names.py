"""Names of people and of bodies that a text lists."""

import re
from collections.abc import Iterator

from toolkit.names.surnames import OF_FOUR, OF_ONE, OF_TWO

_POST = re.compile(
    r"(?P<post>(?:党组书记|副书记|书记|副主任|主任|副部长|部长|副主席|主席|副会长|会长|副局长|局长|副校长|校长|副区长|区长|副县长|县长|副市长|市长|常委|秘书长|副镇长|镇长|支队长|大队长|队长|院长|所长|站长|总经理|董事长|理事长|辅导员|负责人|干事|教授|讲师|老师|委员))"
    r"(?P<name>[\u4e00-\u9fff·]{2,4}?)(?=同志|老师|同学|以及|出席|参加|主持|讲话|致辞|受邀|应邀|带队|率|为|给|在|向|等|作|对|介绍|传达|宣读|被|获|荣|到|、|，|。|；|和|与|及|分别|带领|宣布|强调|指出|表示|发表|发言|$)"
)
_BODY = re.compile(r"[\u4e00-\u9fff]*$")
_LONGEST_BODY = 24  # characters
# Words that run into a post without a mark: 座谈会由团区委书记, 传达学习了区委书记.
_LEAD = re.compile(
    r"(?:.*(?:由|了|请|邀请|在|向|对|和|与|及|会上|活动中|仪式上|其中|随后|首先|最后|此外|时任|传达|授予|表彰|慰问|的))?"
)
_NUMBER = r"(?:[0-9]+|(?<![第一二三四五六七八九十百])[一二三四五六七八九十百]+)(?:个|名|位|人|家|支|所)"
# 等10名志愿者 behind the names; 第二支 within a name is none.
_TAIL = re.compile(rf"等{_NUMBER}.*$|(?<!第){_NUMBER}[^、]*$|等$")
# 45名来自社区、医院的青年 tells who they are without a name.
_UNNAMED = re.compile(rf"[^、]{{0,4}}{_NUMBER}(?:来自|[^、]{{0,10}}的)")
# 创建办科员、团支部宣传委员王卫 is one person with two posts, 副书记、纪委书记、工会主席白杨 with three.
_A_POST = "(?:科员|部长|主任|书记|委员|干事|队长|站长|主席|会长)"
_POST_THEN_POST = re.compile(
    rf"({_A_POST})、(?=(?:[^、]{{0,12}}{_A_POST}、){{0,3}}[^、]{{0,24}}(?:员|长|任|记|席|事|理)[^、]{{2,4}}(?:、|$))"
)
_AND = "\ue005"
# Words that begin as surnames do: 负责人强调, 书记和团工委, 委员单位.
_NO_NAME = re.compile("^[和与及]|[志同出参主讲]|代表|强调|单位|职责|要求|工作|活动|领导|全体")
# 张三和李四, 甲实践团和乙服务队; but not 共青团和少先队 within a name.
_BETWEEN_NAMES = re.compile(
    r"[、\s]|(?<=[\u4e00-\u9fff])和(?=[\u4e00-\u9fff]{2,4}$)|(?<=[队团部社班司局校院委])和(?=[^、，。]{3,40}[队团部社班司局校院委]$)"
    r"|和(?=[^、，。和]{4,40}(?:[队团学职]员|学生|同学|[老教]师|书记|主任|干事|[队校院部局站]长|辅导员|护士|医生|民警)[\u4e00-\u9fff]{2,4}$)"
)
_ALSO = re.compile(
    r"、(?P<name>[\u4e00-\u9fff·]{2,4}?)(?=同志|老师|出席|参加|主持|担任|发表|等|、|，|。|；|分别|$)"
)


def looks_like_name(words: str) -> bool:
    """张三, 欧阳晓晓, 阿依古丽·买买提."""
    if "·" in words:
        return 4 <= len(words) <= 20
    if not 2 <= len(words) <= 4 or not all("\u4e00" <= letter <= "\u9fff" for letter in words):
        return False
    if words[:4] in OF_FOUR:
        return True
    if words[:2] in OF_TWO:
        return len(words) >= 3
    return words[0] in OF_ONE and len(words) <= 4


def names_in(who: str) -> Iterator[str]:
    """The names before 等N名: 李琪, 西湖区公安分局团委."""
    if _UNNAMED.match(who):
        return
    words = _TAIL.sub("", who).strip("：，、 ")
    words = re.sub(r"^(?:[^，。；“”]{0,12}如下：)?(?:了|给|向|对|以下|下列)?", "", words)
    words = _POST_THEN_POST.sub(lambda match: f"{match[1]}{_AND}", words)
    for name in _BETWEEN_NAMES.split(words):
        name = name.strip("（） \u3000").removesuffix("同志").removesuffix("同学").replace(_AND, "、")
        name = name[1:-1] if re.fullmatch(r"“[^“”]+”", name) else name
        if 2 <= len(name) <= 40 and not re.search(r"[0-9]+(?:名|个|人|位)|[，。；]", name):
            yield name


def people_in(seen: str, start: int, end: int) -> Iterator[tuple[str, str, int, int]]:
    """People with their posts: name, post, and where the two stand."""
    done = start
    for match in _POST.finditer(seen, start, end):
        if not _is_person(match["name"]):
            continue
        # The body before the post belongs to it: 共青团江口区委 书记.
        body = _BODY.search(seen, max(done, match.start() - _LONGEST_BODY), match.start())
        begin = body.start() + _LEAD.match(body[0] + match["post"]).end()
        post, at = seen[begin : match.end("post")], match.end()
        done = at
        yield match["name"], post, begin, at
        while (also := _ALSO.match(seen, at, end)) and _is_person(also["name"]):
            yield also["name"], post, also.start("name"), also.end()
            at = also.end()


def _is_person(words: str) -> bool:
    return looks_like_name(words) and not _NO_NAME.search(words)
