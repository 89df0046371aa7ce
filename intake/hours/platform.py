"""An export of a platform as lines of hours: its activities found among ours, shifts of one day added up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import QuerySet

from activities.models import Activity
from intake.batches.volunteers import Wanted
from intake.hours.exports import Served
from intake.hours.plan import Line
from toolkit.folding import compared
from volunteers.models import ServiceRecord

NONE = "none"  # the choice that what a platform calls an activity is none of ours
MOST_OFFERED = 30
NEAR, MOST_NEAR = timedelta(days=7), 2000  # activities that a name is sought among


def as_json(rows: Iterable[Served], *, with_numbers: bool) -> list[dict]:
    """Whoever may not see private numbers keeps of them no more than tells two of one name apart."""
    return [_plain(row, with_numbers) for row in rows]


def _plain(row: Served, with_numbers: bool) -> dict:
    told = asdict(row) | {"day": row.day and row.day.isoformat(), "hours": row.hours and str(row.hours)}
    if not with_numbers:
        told |= {key: _tail(told[key]) for key in ("phone", "identity")}
    return {key: value for key, value in told.items() if value not in ("", None, False)}


def _tail(number: str) -> str:
    return f"*{number[-4:]}" if number else ""


def from_json(rows: Iterable[Mapping]) -> list[Served]:
    return [
        Served(
            **{
                **row,
                "name": row.get("name", ""),
                "day": date.fromisoformat(row["day"]) if row.get("day") else None,
                "hours": Decimal(row["hours"]) if row.get("hours") else None,
            }
        )
        for row in rows
    ]


@dataclass(frozen=True)
class Named:
    """What an export calls an activity, those of ours that it may be, and which it is taken for."""

    number: int
    name: str
    days: tuple[date, date]
    offered: tuple[Activity, ...]
    chosen: Activity | None


def named_in(
    rows: Sequence[Served],
    activities: QuerySet[Activity],
    *,
    target: Activity | None,
    choices: Mapping[int, str],
) -> list[Named]:
    """One query for all of them."""
    by_name: dict[str, list[date]] = {}
    for row in rows:
        if row.day:
            by_name.setdefault(row.activity, []).append(row.day)
    if not by_name:
        return []
    first, last = min(map(min, by_name.values())), max(map(max, by_name.values()))
    near = activities.held_between(first - NEAR, last + NEAR).order_by("-starts_on", "pk")
    near = list(near[:MOST_NEAR])
    found = []
    for number, (name, days) in enumerate(by_name.items()):
        span = (min(days), max(days))
        offered = _offered(name, span, near, target)
        by_key = {str(one.pk): one for one in offered}
        meant = target or next((one for one in offered if _is_called(one, name)), None)
        choice = choices.get(number, "")
        chosen = None if choice == NONE else by_key.get(choice, meant)
        found.append(Named(number, name, span, tuple(offered), chosen))
    return found


def _offered(
    name: str, days: tuple[date, date], near: Sequence[Activity], target: Activity | None
) -> list[Activity]:
    """Those of that name first, then those held on its days."""
    called = [one for one in near if name and _is_called(one, name)]
    held = [one for one in near if one.starts_on <= days[1] and one.ends_on >= days[0]]
    return list(dict.fromkeys(filter(None, (target, *called, *held))))[:MOST_OFFERED]


def _is_called(activity: Activity, name: str) -> bool:
    return bool(name) and compared(activity.title) == compared(name)


def lines_of(rows: Sequence[Served], named: Sequence[Named]) -> list[Line]:
    """Several rows of one person, activity and day are one line, with the hours of all."""
    activities = {one.name: one.chosen for one in named}
    lines: dict[object, Line] = {}
    for row in rows:
        line = _line(row, activities.get(row.activity))
        key = (line.who.key, line.activity, line.content, line.day) if not line.wrong else row.number
        if key in lines:
            before = lines[key]
            lines[key] = replace(
                before, hours=before.hours + line.hours, also=(*before.also, row.number), ledger=before.ledger
            )
        else:
            lines[key] = line
    return list(lines.values())


def _line(row: Served, activity: Activity | None) -> Line:
    ledger = ServiceRecord.Ledger.SIGNED if row.is_signed else ServiceRecord.Ledger.BY_HAND
    who = Wanted(row.name, row.unit, row.phone, row.identity)
    content = "" if activity else row.activity
    return Line(row.number, who, row.day, row.hours, activity, content, row.wrong, ledger)
