"""Lines of hours become records after a yes, all in one transaction, and are taken back as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from desk.history.keeping import keep_new, kept
from intake.batches.made import Made, TakenBack, take_back
from intake.batches.volunteers import bodies_within, home_of
from intake.hours.plan import CHOSEN, Line, Plan, Row, Verdict, Ways, planned
from intake.models import Batch
from intake.rosters.entering import Refused, decide, locked
from toolkit.publishing import stamp
from volunteers.models import ServiceRecord, Team, Volunteer

WORDS = "批量登记服务时长。"


@dataclass(frozen=True)
class Common:
    """What holds for every line."""

    ledger: str
    evidence: str = ""
    content: str = ""
    team: Team | None = None


@transaction.atomic
def enter(
    lines: Sequence[Line],
    ways: Ways,
    common: Common,
    *,
    batch: Batch,
    seen: str,
    by,
    at: datetime,
) -> Plan:
    """What came of the lines is noted in the batch. Raises Refused where they are not as looked over."""
    if batch.pk:
        locked(batch, Batch.State.OPEN)
    _lock(lines, ways)
    plan = planned(lines, ways)
    if plan.stands_against(ways.leaves_out_wrong):
        raise Refused("有的行还要改正或者选择，什么都没有登记，请看标出的行。")
    if state_of(plan) != seen:
        raise Refused("核对以后又有变动，这一次什么都没有登记，请看现在的结果。")
    rows = plan.of(Verdict.NEW)
    if not rows:
        raise Refused("没有要登记的行。")
    people = _people(rows, ways, by)
    volunteers = Volunteer.objects.in_bulk(list(people.values()))
    known = [volunteers[key] for person, key in people.items() if person.startswith(CHOSEN)]
    new = [volunteers[key] for person, key in people.items() if not person.startswith(CHOSEN)]
    with kept(known, by=by, words=WORDS):
        records = ServiceRecord.objects.bulk_create(_records(rows, people, common, by))
    keep_new(new, by=by, words=WORDS)
    batch.made = Made([*new, *records]).as_json()
    batch.rows = []  # who served with which number is on record now, or was not to be kept
    decide(batch, Batch.State.ENTERED, by=by, at=at)
    return plan


@transaction.atomic
def undo(batch: Batch, *, by, at: datetime) -> TakenBack:
    """Take back what came of it; what somebody has changed or used since stays, and is named."""
    batch = locked(batch, Batch.State.ENTERED)
    keys = [line["key"] for line in batch.made if line["model"] == ServiceRecord._meta.label_lower]
    new = [line["key"] for line in batch.made if line["model"] == Volunteer._meta.label_lower]
    owners = Volunteer.objects.filter(service_records__in=keys).exclude(pk__in=new).distinct()
    done = take_back(batch.made, owners=list(owners), by=by, words="撤销批量登记的时长。")
    decide(batch, Batch.State.UNDONE, by=by, at=at)
    return done


def state_of(plan: Plan) -> str:
    """What a page was shown, to be known again."""
    return "|".join(f"{row.verdict}{row.person}{row.line.hours}" for row in plan.rows)


def _lock(lines: Sequence[Line], ways: Ways) -> None:
    """Whoever else enters hours of the same people waits."""
    names = {line.who.name for line in lines}
    list(Volunteer.objects.filter(name__in=names).order_by("pk").select_for_update().values_list("pk"))


def _people(rows: Sequence[Row], ways: Ways, by) -> dict[str, int]:
    """The keys of all who are meant; those who are new are made."""
    keys = {row.person: int(row.person[1:]) for row in rows if row.person.startswith(CHOSEN)}
    new = {row.person: row.line.who for row in rows if not row.person.startswith(CHOSEN)}
    bodies = bodies_within({who.unit for who in new.values()} - {""}, by)
    home = home_of(ways.team, by)
    volunteers = []
    for who in new.values():
        one = Volunteer(name=who.name, organization=bodies.get(who.unit, home))
        if ways.with_numbers:
            one.phone = who.phone if who.has_whole_phone else ""
            one.id_number = who.identity if who.has_whole_identity else ""
            one.note = who.unit if who.unit not in bodies else ""
        stamp(one, by=by)
        volunteers.append(one)
    made = Volunteer.objects.bulk_create(volunteers)
    return keys | {key: one.pk for key, one in zip(new, made, strict=True)}


def _records(rows: Sequence[Row], people: dict[str, int], common: Common, by) -> list[ServiceRecord]:
    """In the order of the volunteers, whom the rule on a day's sum locks one by one."""
    records = []
    for row in sorted(rows, key=lambda row: people[row.person]):
        line = row.line
        record = ServiceRecord(
            volunteer_id=people[row.person],
            activity=line.activity,
            team=common.team,
            served_on=line.day,
            hours=line.hours,
            content=line.content or common.content,
            ledger=line.ledger or common.ledger,
            evidence=common.evidence,
            recorded_by=by,
        )
        stamp(record, by=by)
        records.append(record)
    return records
