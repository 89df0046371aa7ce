"""Each figure under a name of its own, and the paragraph that calls it by that name."""

import re

from counting import (
    ATTENDANCES,
    GROWTH,
    HOURS,
    MONEY,
    MULTIPLE,
    NEVER_SUMMED,
    PEOPLE,
    RATE,
    UNITS,
    is_apart,
    kind_of,
)
from intake.extracting.figures import Figure
from intake.outline import Span

_BEFORE_A_VERB = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?=参加|参与|参会|深入|出席|到场|走进|走上|奔赴|前往|赴|接受|获得|获评|累计|组成|加入"
    r"|报名|开展|进行|定向|为|向|在|到|对|把|将|与|和|及|的|等|于|从|被|给|[^\u4e00-\u9fff]|$)"
)
_LAST_WORDS = re.compile(r"[\u4e00-\u9fff]{2,}$")
_REACHES = re.compile(r"(?:已经?|将|预计|达到?|共计?|合计|总计|约为?|超过?|突破|为|近|了|有|到)+$")
_COUNTED = (
    "志愿者 团员 青少年 青年 少先队员 学生 团干部 干部 职工 儿童 代表 群众 居民 党员 教师 学子 口罩 礼包 书包"
)
_KNOWN = f"(?:{'|'.join(_COUNTED.split())})"
_WITH_KNOWN = re.compile(rf"[\u4e00-\u9fff]{{0,6}}?{_KNOWN}+(?![企突之文服队家创学干])")
_ENDS_KNOWN = re.compile(rf"{_KNOWN}$")
_QUOTED = re.compile(r"“([^”{}\n]{2,10})”")
_DOING = re.compile(
    r"(?:组织)?(?:组建|开展|举办|发放|送去|编印|招募|筹集|募集|争取到?|表彰|培训|捐赠|销售|整理|新建|建成|建立|成立|设立?|达成"
    r"|覆盖|发展|接听|处理|走访|慰问|参与|收看|资助|帮扶|为|共有|其中|全年|累计|共)了?"
)
_A_PIECE = re.compile(r"(?:每[\u4e00-\u9fff]|单)[^，。；、]{0,4}$")
_NAMED_BEFORE = (RATE, GROWTH, MULTIPLE, HOURS, MONEY, ATTENDANCES)
_USUAL = {
    PEOPLE: "人数",
    ATTENDANCES: "人次",
    MONEY: "金额",
    HOURS: "时长",
    RATE: "比例",
    GROWTH: "增幅",
    MULTIPLE: "倍数",
}
_LONGEST = 10  # of a name that reads as one


def named(text: str, figures: tuple[Figure, ...]) -> list[dict]:
    """The figures as rows of a record; one whose number is masked has no wording, for nobody knows it."""
    taken: dict[str, int] = {}
    rows = []
    behind = 0
    for figure in figures:
        name = _name(text, figure, text[max(behind, figure.span.start - 20) : figure.span.start])
        behind = figure.span.end
        taken[name] = taken.get(name, 0) + 1
        is_price = kind_of(figure.unit) == MONEY and _A_PIECE.search(text[: figure.span.start][-10:])
        rows.append(
            {
                "name": name if taken[name] == 1 else f"{name}{taken[name]}",
                "wording": figure.span.of(text) if figure.count else "",
                "part": "unit_price" if is_price else _part(text, figure),
                "counts": _counted(name, figure.unit),
                "text": figure.span.of(text),
            }
        )
    return rows


def _part(text: str, figure: Figure) -> str:
    """An average or a change stands by itself: 人均12小时, 比去年增加20人."""
    clause = re.split("[，。；、]", text[max(0, figure.span.start - 24) : figure.span.start])[-1]
    is_rate = figure.count and figure.count.kind in NEVER_SUMMED
    return "apart" if not is_rate and is_apart(clause + figure.span.of(text)) else "total"


def told_by_name(text: str, span: Span, figures: tuple[Figure, ...], rows: list[dict]) -> str:
    """The words of a span, each figure in it as {name}."""
    pieces, at = [], span.start
    for figure, row in zip(figures, rows, strict=True):
        if at <= figure.span.start and figure.span.end <= span.end:
            pieces += [_plain(text[at : figure.span.start]), f"{{{row['name']}}}"]
            at = figure.span.end
    return "".join((*pieces, _plain(text[at : span.end]))).strip()


def without_name(summary: str, row: dict) -> str:
    """The paragraph as it was written, where its figure is no figure of the record."""
    return summary.replace(f"{{{row['name']}}}", row.get("text") or row["wording"])


def _counted(name: str, unit: str) -> str:
    """Which of the choices of a record the figure counts, where its name says so."""
    if "志愿者" in name and unit in UNITS[PEOPLE]:
        return "volunteers"
    return "teams" if unit == "支" else "other"


def _plain(words: str) -> str:
    """Braces call for a figure; those of a source are none."""
    return words.replace("{", "（").replace("}", "）")


def _name(text: str, figure: Figure, words: str) -> str:
    """What is counted, from the words behind the number or from those before it."""
    kind = figure.count.kind if figure.count else kind_of(figure.unit)
    at = (figure.span.end, figure.span.end + 20)
    counted = _WITH_KNOWN.match(text, *at) or _BEFORE_A_VERB.match(text, *at)
    quoted = _QUOTED.match(text, figure.span.end)
    behind = quoted[1] if quoted else counted[0] if counted else ""
    behind = "" if behind.startswith("参") else behind
    front = _front(words)
    is_front = kind in _NAMED_BEFORE or _ENDS_KNOWN.search(front)
    choices = (front, behind) if is_front else (behind, front)
    return next(filter(None, choices), _USUAL.get(kind) or f"{figure.unit}数")


def _front(words: str) -> str:
    """The noun that a number follows: 爱心抗疫礼包 of 争取到爱心抗疫礼包60份."""
    run = _LAST_WORDS.search(_REACHES.sub("", words))
    noun = _DOING.split(run[0])[-1] if run else ""
    return noun if 2 <= len(noun) <= _LONGEST else ""
