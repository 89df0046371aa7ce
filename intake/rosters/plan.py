"""What would become of each line of a roster beside those that are named already; nothing is written here.

A row is new, or there already, or asked about: it may be somebody who is there, or the same as another line.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from intake.rosters.reading import Entry

SKIP, ANOTHER, FILL = "skip", "another", "fill"
_OFFERED = {SKIP: "不录入", ANOTHER: "是另一个人，录入"}


class Verdict(StrEnum):
    NEW = "new"
    THERE = "there"
    ASKED = "asked"


@dataclass(frozen=True)
class Known:
    """Somebody who is named already: what tells one of a name from another."""

    key: object
    name: str
    unit: str = ""  # the unit as it is written, or else the organization
    post: str = ""
    aliases: frozenset[str] = frozenset()  # other names of the unit


@dataclass(frozen=True)
class Row:
    number: int
    entry: Entry
    verdict: Verdict
    why: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    known: object = None  # the key of who is meant by FILL
    needs_place: bool = False  # another of the same name cannot be kept without a unit or a post
    is_minor: bool = False

    @property
    def place(self) -> str:
        return " ".join(filter(None, (self.entry.unit, self.entry.post)))


@dataclass
class Plan:
    rows: list[Row] = field(default_factory=list)

    def of(self, verdict: Verdict) -> list[Row]:
        return [row for row in self.rows if row.verdict == verdict]


def planned(entries: Sequence[Entry], known: Iterable[Known], *, of_bodies: bool = False) -> Plan:
    there: dict[str, list[Known]] = defaultdict(list)
    for one in known:
        there[one.name].append(one)
    before: dict[str, list[Entry]] = defaultdict(list)
    plan = Plan()
    for number, entry in enumerate(entries):
        if of_bodies and before[entry.name]:
            row = Row(number, entry, Verdict.THERE, f"与第{before[entry.name][0].line}行重复。")
        else:
            row = _judged(number, entry, there[entry.name], before[entry.name])
        plan.rows.append(row)
        before[entry.name].append(entry)
    return plan


def _judged(number: int, entry: Entry, there: list[Known], before: list[Entry]) -> Row:
    if entry.doubt:
        choices = ((SKIP, _OFFERED[SKIP]), (ANOTHER, "仍然录入"))
        return Row(number, entry, Verdict.ASKED, f"{entry.doubt}，请核对。", choices)
    if twin := _twin(entry, before):
        return _asked_beside(number, entry, twin)
    if same := [one for one in there if _is_same(entry, one)]:
        return Row(number, entry, Verdict.THERE, "已经登记。", known=same[0].key)
    if barer := [one for one in there if not _differ(_place_of(entry), _place_of(one))]:
        return _asked_of(number, entry, barer)
    namesakes = [f"第{one.line}行" for one in before] + [f"已登记的{_told(one)}" for one in there]
    told = f"与{'、'.join(namesakes)}同名，单位或职务不同，是另一个人。" if namesakes else ""
    return Row(number, entry, Verdict.NEW, told)


def _twin(entry: Entry, before: list[Entry]) -> Entry | None:
    """An earlier line of the same name that nothing tells this one apart from."""
    return next((one for one in before if not _differ(_place_of(entry), _place_of(one))), None)


def _place_of(one) -> tuple[str, str]:
    return one.unit, one.post


def _differ(here: tuple[str, str], there: tuple[str, str]) -> bool:
    """Whether both say where they belong, and not the same."""
    return any(one and other and one != other for one, other in zip(here, there, strict=True))


def _is_same(entry: Entry, one: Known) -> bool:
    units = {one.unit, *one.aliases}
    is_unit = not entry.unit or entry.unit in units
    is_post = not entry.post or entry.post == one.post
    return is_unit and is_post


def _asked_beside(number: int, entry: Entry, twin: Entry) -> Row:
    is_equal = _place_of(entry) == _place_of(twin)
    why = f"与第{twin.line}行同名" + ("，没有单位或职务可以区分。" if is_equal else "，可能是同一个人。")
    choices = ((SKIP, "是同一个人，不录入"), (ANOTHER, _OFFERED[ANOTHER]))
    return Row(number, entry, Verdict.ASKED, why, choices, needs_place=is_equal)


def _asked_of(number: int, entry: Entry, barer: list[Known]) -> Row:
    """Somebody of that name is there of whom less is known: the same, or another."""
    why = f"名单里已有同名的人（{'；'.join(_told(one) for one in barer[:3])}）。"
    choices = [(SKIP, _OFFERED[SKIP]), (ANOTHER, _OFFERED[ANOTHER])]
    if len(barer) == 1:
        choices.insert(1, (FILL, "是同一个人，补上单位和职务"))
    return Row(number, entry, Verdict.ASKED, why, tuple(choices), known=barer[0].key)


def _told(one: Known) -> str:
    return " ".join(filter(None, (one.unit, one.post))) or "没有写单位和职务"


def told_apart(row: Row, *, unit: str, post: str) -> Row:
    """The row with what somebody has written beside it."""
    entry = replace(row.entry, unit=unit or row.entry.unit, post=post or row.entry.post)
    return replace(row, entry=entry)
