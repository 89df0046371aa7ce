"""What would become of each line of hours; nothing is written here.

A line is new, or on record already, or asked about (who of a name is meant), or wrong in itself.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from django.db.models import QuerySet

from activities.models import Activity
from counting import plain
from intake.batches.volunteers import Wanted, identities_taken, matched, told_apart
from intake.rosters.reading.words import MASKED
from toolkit.dates.timing import FIRST_DAY
from volunteers.models import ServiceRecord, Team, Volunteer

SKIP, NEW = "skip", "new"
CHOSEN = "v"  # before the key of a volunteer, in the value of a choice
MOST = 24  # hours of a day
_LONGEST_NAME = Volunteer._meta.get_field("name").max_length
_NO_NAME = re.compile(r"[0-9、，,；;/|]")


class Verdict(StrEnum):
    NEW = "new"
    THERE = "there"
    ASKED = "asked"
    WRONG = "wrong"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Line:
    """Who served on which day for how long; ``wrong`` says why it cannot be read."""

    number: int
    who: Wanted
    day: date | None = None
    hours: Decimal | None = None
    activity: Activity | None = None
    content: str = ""
    wrong: str = ""
    ledger: str = ""  # where it is not that of all lines
    also: tuple[int, ...] = ()  # lines of the same person, day and activity that were added to it


@dataclass(frozen=True)
class Row:
    line: Line
    verdict: Verdict
    why: str = ""
    person: str = ""  # a volunteer on record by key, or a new one by what the list tells
    choices: tuple[tuple[str, str], ...] = ()
    asks_at: int = 0  # the line at which a choice for this person is made

    @property
    def is_new_person(self) -> bool:
        return self.verdict == Verdict.NEW and not self.person.startswith(CHOSEN)


@dataclass
class Ways:
    """How lines are judged: among whom, for which team, and whether days beside the activity are meant."""

    volunteers: QuerySet[Volunteer]
    today: date
    team: Team | None = None
    with_numbers: bool = False
    outside_is_meant: bool = False
    asks_each: bool = False  # each line whom it means, not each person once
    leaves_out_wrong: bool = False  # what is wrong or not answered is left out, not in the way
    choices: Mapping[int, str] = field(default_factory=dict)


@dataclass
class Plan:
    rows: list[Row]

    def of(self, *verdicts: Verdict) -> list[Row]:
        return [row for row in self.rows if row.verdict in verdicts]

    def stands_against(self, leaves_out_wrong: bool) -> bool:
        return not leaves_out_wrong and bool(self.of(Verdict.WRONG, Verdict.ASKED))

    @property
    def hours(self) -> Decimal:
        return sum((row.line.hours for row in self.of(Verdict.NEW)), Decimal())

    @property
    def new_people(self) -> list[str]:
        told = {row.person: row.line.who.name for row in self.rows if row.is_new_person}
        return list(told.values())


def planned(lines: Sequence[Line], ways: Ways) -> Plan:
    """Asks as many queries for one line as for a thousand."""
    rows = [_about_line(line, ways) for line in lines]
    rows = _about_numbers(_about_people(rows, ways))
    return Plan(_about_records(rows, ways))


def _about_line(line: Line, ways: Ways) -> Row:
    return (
        Row(line, Verdict.WRONG, why) if (why := line.wrong or _wrong(line, ways)) else Row(line, Verdict.NEW)
    )


def _wrong(line: Line, ways: Ways) -> str:
    if MASKED.search(line.who.name):
        return "姓名有遮挡，认不出是谁。"
    if _NO_NAME.search(line.who.name) or len(line.who.name) > _LONGEST_NAME:
        return "看起来不像一个人的姓名，一行写一个人。"
    if line.day is None:
        return "没有服务日期。"
    if not FIRST_DAY <= line.day <= ways.today:
        return "服务日期不能晚于今天，也不能早于1949年。"
    if line.hours is None:
        return "没有时长。"
    if not 0 < line.hours <= MOST:
        return "一天的服务时长要大于 0，不超过 24 小时。"
    activity = line.activity
    if activity and not ways.outside_is_meant and not activity.starts_on <= line.day <= activity.ends_on:
        return f"活动的时间是{activity.when_text}，这一天不在其中。"
    return ""


def _about_people(rows: list[Row], ways: Ways) -> list[Row]:
    """Each line with whom it means; a person of whom it is not certain is asked about once."""
    people = list(dict.fromkeys(row.line.who for row in rows if row.verdict == Verdict.NEW))
    found = dict(zip(people, matched(people, ways.volunteers), strict=True))
    first = {}
    told = []
    for row in rows:
        if row.verdict == Verdict.NEW:
            who = row.line.who
            number = row.line.number
            row = replace(row, asks_at=number if ways.asks_each else first.setdefault(who.key, number))
            told.append(_meant(row, found[who], ways))
        else:
            told.append(row)
    return told


def _meant(row: Row, match, ways: Ways) -> Row:
    offered = [match.sure] if match.sure else list(match.possible)
    names = {f"{CHOSEN}{one.pk}": told_apart(one, with_numbers=ways.with_numbers) for one in offered}
    choice = ways.choices.get(row.asks_at, f"{CHOSEN}{match.sure.pk}" if match.sure else "")
    choices = (
        *((value, f"是{name}") for value, name in names.items()),
        (NEW, "是另一个人，新建志愿者"),
        (SKIP, "不登记"),
    )
    if choice in names:
        return replace(row, person=choice, why=f"志愿者：{names[choice]}。", choices=choices)
    if choice == SKIP:
        return replace(row, verdict=Verdict.SKIPPED, why="不登记。", choices=choices)
    if offered and choice != NEW:
        return replace(row, verdict=Verdict.ASKED, why="志愿者中有同名的人，请选择。", choices=choices)
    return replace(row, person=_key_of(row.line.who), why="新建志愿者。", choices=choices if offered else ())


def _key_of(who: Wanted) -> str:
    return "|".join((NEW, *who.key))


def _about_numbers(rows: list[Row]) -> list[Row]:
    """Nobody new is made with an identity number that is somebody else's."""
    new = {row.line.who.identity: row.line.who.name for row in reversed(rows) if _brings_identity(row)}
    taken = identities_taken(set(new)) if new else set()
    told = []
    for row in rows:
        number, name = row.line.who.identity, row.line.who.name
        if _brings_identity(row) and (number in taken or new[number] != name):
            row = _wrong_row(row, "这个身份证号是另一个姓名的，请核对。")
        told.append(row)
    return told


def _brings_identity(row: Row) -> bool:
    return row.is_new_person and row.line.who.has_whole_identity


Place = tuple[str, date]  # a person and a day


def _about_records(rows: list[Row], ways: Ways) -> list[Row]:
    there, sums = _there(rows)
    entered: dict[tuple, int] = {}
    told = []
    for row in rows:
        if row.verdict != Verdict.NEW:
            told.append(row)
            continue
        line, place = row.line, (row.person, row.line.day)
        occasion = (
            *place,
            *_occasion(line.activity and line.activity.pk, ways.team and ways.team.pk, line.content),
        )
        known = there.get(occasion)
        if occasion in entered:
            row = _wrong_row(row, f"与第{entered[occasion]}行是同一个人、同一天、同一活动。")
        elif known is not None and known == line.hours:
            row = replace(row, verdict=Verdict.THERE, why="已经登记，不再登记。")
        elif known is not None:
            row = _wrong_row(
                row, f"这一天已登记{plain(known)}小时，这里是{plain(line.hours)}小时，请改已有的记录。"
            )
        elif sums[place] + line.hours > MOST:
            row = _wrong_row(row, f"这一天各处加起来{plain(sums[place] + line.hours)}小时，超过24小时。")
        else:
            sums[place] += line.hours
            entered[occasion] = line.number
        told.append(row)
    return told


def _wrong_row(row: Row, why: str) -> Row:
    return replace(row, verdict=Verdict.WRONG, why=why)


def _occasion(activity, team, content: str) -> tuple:
    """By what the database knows a second record of the same person and day."""
    return (activity,) if activity else (None, team, content)


def _there(rows: Iterable[Row]) -> tuple[dict[tuple, Decimal], dict[Place, Decimal]]:
    """The hours on record of those who are meant on those days: by occasion, and in sum."""
    known = [row for row in rows if row.verdict == Verdict.NEW and row.person.startswith(CHOSEN)]
    records = ServiceRecord.objects.filter(
        volunteer__in={int(row.person[1:]) for row in known}, served_on__in={row.line.day for row in known}
    )
    there: dict[tuple, Decimal] = {}
    sums: dict[Place, Decimal] = defaultdict(Decimal)
    for volunteer, day, activity, team, content, hours in records.values_list(
        "volunteer", "served_on", "activity", "team", "content", "hours"
    ):
        place = (f"{CHOSEN}{volunteer}", day)
        sums[place] += hours
        there[*place, *_occasion(activity, team, content)] = hours
    return there, sums
