"""The roster of a team: its members are volunteers, those on record and new ones. Nobody of it is public."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.db.models import Model, QuerySet

from intake.batches.made import Made
from intake.batches.volunteers import Match, Wanted, bodies_within, home_of, matched, told_apart
from intake.rosters.plan import ANOTHER, FILL, SKIP, Known, Plan, Row, Verdict, planned
from intake.rosters.reading import Entry, Roster, read
from organizations.models import Organization
from toolkit.publishing import stamp
from volunteers.models import Membership, Team, Volunteer

CHOSEN = "v"  # before the key of a volunteer, in the value of a choice


class MemberRoster:
    measure, of_bodies = "名", False

    def __init__(self, target: Team, *, volunteers: QuerySet[Volunteer], with_numbers: bool, by):
        self.target, self.volunteers = target, volunteers
        self.with_numbers, self.by = with_numbers, by  # whether private numbers may be seen, and kept

    announced = None
    model = Membership

    @property
    def name(self) -> str:
        return f"“{self.target}”队员名单"

    @property
    def rows(self):
        return self.target.memberships

    def read(self, text: str) -> Roster:
        return read(text)

    def plan(self, entries: Sequence[Entry]) -> Plan:
        plan = planned(entries, self._known())
        plan.rows = [_of_members(row) for row in plan.rows]
        new = [row for row in plan.rows if row.verdict == Verdict.NEW]
        found = dict(zip((row.number for row in new), self._matched(new), strict=True))
        plan.rows = [self._meant(row, found[row.number]) if row.number in found else row for row in plan.rows]
        return plan

    def _known(self) -> Iterable[Known]:
        for one in self.rows.select_related("volunteer__organization"):
            body = one.volunteer.organization
            yield Known(one.volunteer_id, one.volunteer.name, body.name if body else "")

    def _matched(self, rows: Sequence[Row]) -> list[Match]:
        wanted = [Wanted(row.entry.name, row.entry.unit, row.entry.phone, row.entry.identity) for row in rows]
        members = self.rows.values("volunteer")
        return matched(wanted, self.volunteers.exclude(pk__in=members))

    def _meant(self, row: Row, match: Match) -> Row:
        if match.sure:
            told = told_apart(match.sure, with_numbers=self.with_numbers)
            return replace(row, known=match.sure.pk, why=f"{row.why}已在志愿者中：{told}。")
        if not match.possible:
            return replace(row, why=f"{row.why}将新建志愿者。")
        offered = [
            (f"{CHOSEN}{one.pk}", f"是{told_apart(one, with_numbers=self.with_numbers)}")
            for one in match.possible
        ]
        choices = ((SKIP, "不录入"), *offered, (ANOTHER, "是另一个人，新建志愿者"))
        return replace(row, verdict=Verdict.ASKED, why="志愿者中有同名的人，请选择。", choices=choices)

    def private_in(self, rows: Sequence[Model]) -> list:
        return []

    def enter(self, chosen: Sequence[tuple[Row, str]]) -> Made:
        keys = {}
        for row, choice in chosen:
            if choice.startswith(CHOSEN) and choice[1:].isdecimal():
                keys[row.number] = int(choice[1:])
            elif row.known and row.verdict == Verdict.NEW:
                keys[row.number] = row.known
        new = [row for row, _ in chosen if row.number not in keys]
        persons = Volunteer.objects.bulk_create(self._volunteers(new))
        keys |= {row.number: person.pk for row, person in zip(new, persons, strict=True)}
        members = [Membership(team=self.target, volunteer_id=key) for key in dict.fromkeys(keys.values())]
        return Made([*persons, *Membership.objects.bulk_create(members)])

    def _volunteers(self, rows: Sequence[Row]) -> list[Volunteer]:
        bodies = bodies_within({row.entry.unit for row in rows} - {""}, self.by)
        home = home_of(self.target, self.by)
        return [self._volunteer(row.entry, bodies.get(row.entry.unit), home) for row in rows]

    def _volunteer(self, entry: Entry, body: Organization | None, home: Organization | None) -> Volunteer:
        one = Volunteer(name=entry.name, organization=body or home)
        if self.with_numbers:
            one.phone = entry.phone if len(entry.phone) == 11 and entry.phone.isdecimal() else ""
            told = (() if body else (entry.unit,)) + (entry.post, *entry.remarks)
            one.note = "、".join(filter(None, told))[:200]
        stamp(one, by=self.by)
        return one


def _of_members(row: Row) -> Row:
    """Volunteers of one name are told apart by their own records, and nothing is filled in here."""
    choices = tuple(choice for choice in row.choices if choice[0] != FILL)
    return replace(row, choices=choices, needs_place=False)
