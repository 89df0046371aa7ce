"""What was counted, in clauses: 300余名志愿者参加，涉及口罩1万个、礼包60份，每份150元.

A figure's own wording is never changed; its name stands before or behind it, wherever an office would put it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import counting
from activities.models import Figure as Recorded
from reports.composing.prose.things import is_company, verb_for
from reports.document import Figure

Words = list[str | Figure]
Counts = Recorded.Counts

# A name that says no more than that somebody took part.
_GENERIC = re.compile(
    r"(活动)?(总|累计|合计)?(参加|参与|参会|到会|出席|与会|参训)?(总|人员|人数|人次|者|人员数|对象)*"
)
MOST_PARTS = 10  # more parts of a whole make no sentence; the whole is told alone
_TIMES = ("场次", "次数", "期数", "场数", "期次")
# Says no more than the unit does: 观影420人次 of 观影人次.
_COUNTED = re.compile(r"(?<=.)(人次|人数|次数|期数|场数|场次|个数|数量|总数)$")
# People of whom it is plain that they came, though staff did not say so.
_COMPANY = re.compile(r"(青年)?(团员|团干|团干部|志愿者|学生|代表|干部)|团员青年|青年|青少年|少先队员|师生")
# A name that begins with what was done tells by itself: 服务旅客300人次, 发放口罩1万个.
_DONE = re.compile(
    r"(培训|服务|走访|慰问|组织|覆盖|吸引|帮扶|受益|惠及|参与|参加|参会|到会|出席|带动|发放|募集|捐赠|捐款|捐助|筹集"
    r"|筹得|争取|收集|清理|清运|清除|种植|栽种|植树|宣讲|开展|举办|举行|召开|成立|组建|建设|建立|新建|建成|制作|印发"
    r"|张贴|推荐|评选|发展|招募|动员|接待|解答|化解|结对|资助|救助|排查|登记|检测|接种|运送|搬运|发布|推送|阅读"
    r"|播放|观看|收看|观影|转发|点赞|投入|出动|奖励|授予|新增|完成|达成|签订|签约|提供|收到|回收|采集|献血|联系"
    r"|其中|每|共|合计|累计|总|平均|人均)"
)


@dataclass(frozen=True)
class Stated:
    """A figure as it stands in the report, and what staff recorded of it; of a sum, of its first part."""

    figure: Figure
    recorded: Recorded

    @property
    def name(self) -> str:
        name = self.recorded.name.rstrip("，。；：、")
        return name.removeprefix("其中") if self.recorded.part_of_id else name

    @property
    def names_itself(self) -> bool:
        """Its wording says what it counts: 3200名团员青年."""
        return self.name in self.figure.text or bool(self.recorded.noun)

    @property
    def is_generic(self) -> bool:
        return bool(_GENERIC.fullmatch(self.name))

    @property
    def came(self) -> bool:
        """Whether it counts who took part."""
        if self.recorded.kind != counting.PEOPLE or (_DONE.match(self.name) and not self.is_generic):
            return False
        took_part = self.recorded.counts in (Counts.PARTICIPANTS, Counts.VOLUNTEERS)
        return took_part or self.is_generic or bool(_COMPANY.fullmatch(self.name))


def clauses(stated: Sequence[Stated], title: str = "", *, is_event: bool = False) -> list[Words]:
    """The figures in clauses without marks at their ends: who came, what there was, the rest.

    ``title`` says what was done with things; to an event, bodies came too.
    """
    parts = _parts(stated)
    stated = [one for one in stated if one.recorded.part_of_id is None]
    company = [
        one
        for one in stated
        if (one.came and not _stands_behind_its_name(one))
        or is_company(one.name, one.recorded.kind, title, is_event=is_event)
    ]
    things = [one for one in stated if _is_listed(one) and one not in company]
    others = [one for one in stated if one not in company and one not in things]
    found = (
        [[*listed([*_people(one), *parts.get(one.recorded.pk, ())] for one in company), "参加"]]
        if company
        else []
    )
    found += [[*_clause(one), *parts.get(one.recorded.pk, ())] for one in others if one.came]
    found += _of_things(things, parts, title)
    return found + [[*_clause(one), *parts.get(one.recorded.pk, ())] for one in others if not one.came]


def _of_things(things: Sequence[Stated], parts: dict[int, Words], title: str) -> list[Words]:
    """捐赠口罩1万个、礼包60份，清理垃圾3吨: those of one verb together."""
    by_verb: dict[str, list[Words]] = {}
    for one in things:
        verb = verb_for(one.name, one.recorded.unit, title)
        told = [one.figure] if verb == "共" else _after_name(one)
        by_verb.setdefault(verb, []).append([*told, *parts.get(one.recorded.pk, ())])
    return [[verb, *listed(told)] for verb, told in by_verb.items()]


def listed(parts: Iterable[Words], mark: str = "、") -> Words:
    """The parts one after the other, with a mark between each two."""
    words: Words = []
    for place, part in enumerate(parts):
        words += [mark] if place else []
        words += part
    return words


def _parts(stated: Sequence[Stated]) -> dict[int, Words]:
    """（其中市级筹集3万元、本区自筹5万元）, by the whole; of wholes told in one sum the parts say nothing."""
    alone = {one.recorded.pk for one in stated if len(one.figure.sources) == 1}
    found: dict[int, list[Words]] = {}
    for one in stated:
        if one.recorded.part_of_id in alone:
            found.setdefault(one.recorded.part_of_id, []).append(_after_name(one))
    few = {key: parts for key, parts in found.items() if len(parts) <= MOST_PARTS}
    return {key: ["（其中", *listed(parts), "）"] for key, parts in few.items()}


def _stands_behind_its_name(one: Stated) -> bool:
    """参加人员70余名, for 70余名参加 would be no sentence."""
    return one.is_generic and not one.names_itself and one.recorded.unit != "人"


def _is_listed(one: Stated) -> bool:
    """A thing, or people of whom is not known what they did: what has to be called something."""
    recorded = one.recorded
    if one.came or recorded.as_of or _DONE.match(one.name) or one.name in _TIMES:
        return False
    is_served = recorded.counts == Counts.BENEFICIARIES and recorded.kind == counting.PEOPLE
    return recorded.kind in (counting.THINGS, counting.PEOPLE) and not is_served


def _people(one: Stated) -> Words:
    if one.names_itself or one.is_generic:
        return [one.figure]
    if one.recorded.unit == "人":
        return [one.name, one.figure]
    return [one.figure, one.name]


def _clause(one: Stated) -> Words:
    recorded, text = one.recorded, one.figure.text
    if recorded.as_of:
        return [one.figure] if one.names_itself else [one.figure, one.name]
    if one.name in _TIMES:
        return ["共", one.figure]
    if one.is_generic and recorded.kind == counting.ATTENDANCES:
        return ["参与", one.figure]
    if recorded.kind in (counting.RATE, counting.MULTIPLE) and text[:1].isdigit() and not one.names_itself:
        return [one.name, "达", one.figure]
    if (
        recorded.kind == counting.PEOPLE
        and recorded.counts == Counts.BENEFICIARIES
        and not _DONE.match(one.name)
    ):
        return [*_people(one), "受益"]
    return _after_name(one)


def _after_name(one: Stated) -> Words:
    """口罩1万个; a name that ends in a digit keeps apart from the number."""
    if one.names_itself:
        return [one.figure]
    is_number = one.recorded.kind in (counting.PEOPLE, counting.ATTENDANCES, counting.THINGS)
    name = _COUNTED.sub("", one.name) if is_number else one.name
    apart = "：" if name[-1:].isdigit() and one.figure.text[:1].isdigit() else ""
    return [name + apart, one.figure]
