"""Lines as staff type them into the form of an activity, taken apart: 参与 200余名; 区委书记 张三 讲话."""

import re
from dataclasses import dataclass

import counting
from activities.models import Figure, Participant, Partnership

_POSTS = (
    "书记 主任 局长 处长 科长 院长 校长 部长 会长 队长 所长 站长 镇长 区长 市长 长 委员 干事 专员 教师 老师"
    " 代表 主席 总监 经理 干部 辅导员 负责人 同志"
)
_ENDS_POST = f"(?:{'|'.join(_POSTS.split())})"
_GLUED = re.compile(rf"(?P<post>.{{1,60}}?{_ENDS_POST})(?P<name>[\u4e00-\u9fff·]{{2,12}})$")
_IS_POST = re.compile(rf"{_ENDS_POST}$")
_ROLES = {label: value for value, label in Participant.Role.choices}
_ROLES |= {"致辞": "spoke", "发言": "spoke", "颁奖": "presented", "报告": "reported", "参加": "attended"}
_IS_NAME = re.compile(r"[\u4e00-\u9fff·]{2,4}|[\u4e00-\u9fff]+(?:·[\u4e00-\u9fff]+)+")
_SPACED_NAME = re.compile(r"(?<!\S)[\u4e00-\u9fff] [\u4e00-\u9fff](?!\S)")  # 张　三, as wide as 欧阳修
_COMRADE = re.compile(r"(?<=..)同志$")
_ENDS_PART = re.compile(rf"(.{{2,}}?)({'|'.join(_ROLES)})")
_PARTS = {label: value for value, label in Partnership.Part.choices}
_PARTS |= {"主办": "co_organizer", "捐赠": "donor", "支持": "supporter", "平台": "channel", "渠道": "channel"}
_BRACKETED_PART = re.compile(rf"[(（]({'|'.join(_PARTS)})[)）]$")
_AS_OF = re.compile("截至|截止")
_EDGES = "：:，, "
_BARE = re.compile(r"(?:约|近|超过?)?\d[\d.,，]*[余多几]?$")  # a number whose unit was left out
_GOODS = re.compile(r"物资|口罩|礼包|书包|图书|药品|器材|宣传[单册品]")
_HELPED = re.compile(r"受益|惠及|帮扶|慰问|资助|服务对象|困难")


@dataclass(frozen=True)
class TypedFigure:
    name: str
    wording: str
    counts: str


def figure_in(line: str) -> TypedFigure:
    """The name before the number, or what is counted behind it; a line without a number is all name."""
    found = next(counting.counts_in(line), None)
    bare = None if found else _BARE.search(line)
    words = line.split(maxsplit=1)
    is_apart = len(words) == 2 and not _AS_OF.search(words[0])
    if is_apart and (found is None or found.start >= len(words[0])):
        name, wording = words
    elif bare:
        name, wording = line[: bare.start()], bare.group()
    elif found and found.start and not _AS_OF.search(line[: found.start]):
        name, wording = line[: found.start], line[found.start :].strip()
        name = _noun(line, name)
    else:
        name, wording = ("", line) if found else (line, "")
    noun = _noun(wording)
    name = name.strip(_EDGES) or noun
    return TypedFigure(name, wording, _counted(name + noun, wording))


def _noun(wording: str, otherwise: str = "") -> str:
    """What the reader of counts says is counted; else that, or 人数 of so many 人."""
    try:
        count = counting.read(wording)
    except counting.Refused:
        return otherwise
    return count.noun or otherwise or f"{count.unit}数"


def _counted(words: str, wording: str) -> str:
    """Which of the choices the figure counts, where its words say so."""
    found = next(counting.counts_in(wording), None)
    counts = Figure.Counts
    is_people = found is not None and found.count.kind in (counting.PEOPLE, counting.ATTENDANCES)
    if "志愿者" in words and is_people:
        return counts.VOLUNTEERS
    if _HELPED.search(words) and is_people:
        return counts.BENEFICIARIES
    if is_people and re.match("参[与加会]|到场|出席", words):
        return counts.PARTICIPANTS
    if found is not None and found.count.unit == "支":
        return counts.TEAMS
    return counts.GOODS if _GOODS.search(words) and not is_people else counts.OTHER


@dataclass(frozen=True)
class TypedPerson:
    name: str
    post: str = ""
    role: str = Participant.Role.ATTENDED


def person_in(line: str, known: set[str]) -> TypedPerson:
    """Post, name and part in any order; ``known`` are names of the register, which settle which is which."""
    words = words_of_person(line)
    role = next((_ROLES[word] for word in words if word in _ROLES), Participant.Role.ATTENDED)
    words = [word for word in words if word not in _ROLES] or words
    if len(words) == 1:
        name, post = _taken_apart(words[0], known)
    else:
        at = _place_of_name(words, known)
        name, post = words[at], "".join((*words[:at], *words[at + 1 :]))
    return TypedPerson(name, post, role)


def persons_in(line: str) -> list[str]:
    """The lines of those whom one line names together: 张三、李四 出席; empty where it names one."""
    words = words_of_person(line)
    parts = [word for word in words if word in _ROLES]
    others = [word for word in words if word not in _ROLES]
    names = re.split("[、;；]", others[0]) if len(others) == 1 else []
    are_names = len(names) > 1 and all(_IS_NAME.fullmatch(one) and not _IS_POST.search(one) for one in names)
    return [" ".join((name, *parts)) for name in names] if are_names else []


def words_of(line: str) -> list[str]:
    return re.sub(r"[，,：:]", " ", line).split()


def words_of_person(line: str) -> list[str]:
    """张　三 is one word, 张三（区委书记） are two, and 讲话 is apart from the name that it is written to."""
    words = words_of(re.sub(r"[()（）]", " ", line))
    words = _SPACED_NAME.sub(lambda found: found.group().replace(" ", ""), " ".join(words)).split()
    words = [word if word in _ROLES else _COMRADE.sub("", word) for word in words]
    found = _ENDS_PART.fullmatch(words[-1]) if words else None
    if found and (len(words) == 1 or _IS_POST.search(words[-2])):
        words[-1:] = found.groups()
    return words


def _taken_apart(word: str, known: set[str]) -> tuple[str, str]:
    ending = next((name for name in sorted(known, key=len, reverse=True) if word.endswith(name)), None)
    before = word.removesuffix(ending) if ending else ""
    if ending and (not before or _IS_POST.search(before)):
        return ending, before
    post, _, name = word.rpartition("、")
    if _IS_POST.search(post) and _IS_NAME.fullmatch(name):
        return name, post
    glued = _GLUED.match(word)
    return (glued["name"], glued["post"]) if glued else (word, "")


def _place_of_name(words: list[str], known: set[str]) -> int:
    for at, word in enumerate(words):
        if word in known:
            return at
    is_post_last = _IS_POST.search(words[-1]) and not _IS_POST.search(words[0])
    return 0 if is_post_last else len(words) - 1


def endings_of(word: str) -> list[str]:
    """What of a word without spaces may be a name: 区委书记张三 ends in 三, 张三, 记张三 …"""
    return [word[-length:] for length in range(2, min(len(word), 12) + 1)]


def partner_in(line: str) -> tuple[str, str]:
    """The name, and the part that it has: the first of the choices where none is named."""
    words = words_of(_BRACKETED_PART.sub(r" \1", line))
    part = next((_PARTS[word] for word in words if word in _PARTS), Partnership.Part.CO_ORGANIZER)
    return " ".join(word for word in words if word not in _PARTS) or line, part


def partners_in(line: str) -> list[str]:
    """The lines of those that one line names together: 区教育局、区民政局 支持; empty where it names one."""
    name, part = partner_in(line)
    names = [one for one in re.split("[、;；]", name) if one.strip()]
    return [f"{one} {Partnership.Part(part).label}" for one in names] if len(names) > 1 else []
