"""A roster of those who bear an honour: under a title that the committee gave, or of an honour from above."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from django.db.models import Max, Model, Q

from desk.gate.finding import Hit, hits_in_own
from honors.models import AwardTitle, HonorReceived
from honors.models.recipients import Recipient
from intake.batches.made import Made
from intake.rosters.plan import ANOTHER, FILL, Known, Plan, Row, Verdict, planned
from intake.rosters.reading import Entry, Roster, read
from organizations.models import Organization
from toolkit.private import MINOR, found_in


class RecipientRoster:
    """The roster of a title or an honour: who is there, who a row would become, and how rows are entered."""

    owner_column, rows_name = "", ""

    def __init__(self, target: Model):
        self.target = target

    @property
    def model(self) -> type[Recipient]:
        return self.rows.model

    @property
    def rows(self):
        return getattr(self.target, self.rows_name)

    @property
    def announced(self) -> int | None:
        return self.target.announced_count

    @property
    def measure(self) -> str:
        return self.target.measure

    @property
    def page(self) -> Model:
        """The record on whose public page the roster stands."""
        return self.target

    def read(self, text: str) -> Roster:
        return read(text, of_bodies=self.of_bodies)

    def plan(self, entries: Sequence[Entry]) -> Plan:
        """Asks as many queries for one row as for a thousand."""
        plan = planned(entries, self._known(), of_bodies=self.of_bodies)
        if not self.of_bodies:
            plan.rows = [self._noting_minor(row) for row in plan.rows]
        return plan

    @cached_property
    def there(self) -> dict[int, Recipient]:
        return {one.pk: one for one in self.rows.select_related("organization")}

    def _known(self) -> Iterable[Known]:
        for one in self.there.values():
            body = one.organization
            aliases = frozenset((body.name, body.short_name)) - {""} if body else frozenset()
            yield Known(one.pk, one.name, one.unit or (str(body) if body else ""), one.post, aliases)

    def _noting_minor(self, row: Row) -> Row:
        """A pupil, by what stands beside the name: entered as a minor, unless somebody says otherwise."""
        if row.verdict == Verdict.THERE:
            return row
        said = f"{self.honour} {row.entry.unit} {row.entry.name} {' '.join(row.entry.remarks)}"
        is_minor = any(one.kind == MINOR for one in found_in(said))
        return replace(row, is_minor=is_minor)

    def unit_of(self, one: Recipient) -> tuple:
        """What the database tells two of one name apart by."""
        return one.name, one.organization_id, one.unit, one.post

    def built(self, rows: Sequence[Row]) -> list[Recipient]:
        """Recipients that are not saved yet, behind those that are there."""
        bodies = self._bodies([row.entry for row in rows])
        last = self.rows.aggregate(last=Max("position"))["last"] or 0
        return [self._built(row, bodies, place) for place, row in enumerate(rows, last + 1)]

    def _built(self, row: Row, bodies: dict[str, Organization], place: int) -> Recipient:
        entry = row.entry
        body = bodies.get(entry.name if self.of_bodies else entry.unit)
        return self.model(
            **{self.owner_column: self.target},
            name=entry.name,
            organization=body,
            unit="" if body and not self.of_bodies else entry.unit[: self._longest("unit")],
            post=entry.post[: self._longest("post")],
            note="、".join(entry.remarks)[: self._longest("note")],
            is_minor=row.is_minor,
            position=place,
        )

    def _longest(self, name: str) -> int:
        return self.model._meta.get_field(name).max_length

    def _bodies(self, entries: Iterable[Entry]) -> dict[str, Organization]:
        """Organizations on record by either of their names; one that two bear tells none."""
        called = {entry.name if self.of_bodies else entry.unit for entry in entries} - {""}
        found: dict[str, Organization | None] = {}
        for one in Organization.objects.filter(Q(name__in=called) | Q(short_name__in=called)):
            for name in {one.name, one.short_name} & called:
                found[name] = None if name in found else one
        return {name: one for name, one in found.items() if one is not None}

    def private_in(self, recipients: Sequence[Recipient]) -> list[Hit]:
        """What of them may not be public, where they would be at once."""
        return hits_in_own(*recipients) if recipients else []

    def enter(self, chosen: Sequence[tuple[Row, str]]) -> Made:
        made = Made()
        new = self.built([row for row, choice in chosen if choice == ANOTHER])
        made.new = self.model.objects.bulk_create(new)
        fills = [row for row, choice in chosen if choice == FILL]
        made.changed = self._filled(fills)
        return made

    def _filled(self, rows: Sequence[Row]) -> list[tuple[Recipient, dict]]:
        names = ("organization", "unit", "post", "note")
        changed = []
        for row, told in zip(rows, self.built(rows), strict=True):
            one = self.there[row.known]
            was = {name: getattr(one, one._meta.get_field(name).attname) for name in names}
            for name in names:
                if not getattr(one, name):
                    setattr(one, name, getattr(told, name))
            changed.append((one, was))
        if changed:
            self.model.objects.bulk_update([one for one, _ in changed], names)
        return changed


class AwardRoster(RecipientRoster):
    owner_column, rows_name = "title", "awards"

    @property
    def of_bodies(self) -> bool:
        return self.target.recipients == AwardTitle.Recipients.ORGANIZATIONS

    @property
    def page(self) -> Model:
        return self.target.commendation

    @property
    def honour(self) -> str:
        return self.target.name

    @property
    def name(self) -> str:
        return f"{self.target.commendation}“{self.target.name}”名单"


class HonorRoster(RecipientRoster):
    owner_column, rows_name = "honor", "recipients"

    @property
    def of_bodies(self) -> bool:
        return self.target.given_to == HonorReceived.GivenTo.COLLECTIVES

    @property
    def honour(self) -> str:
        return self.target.title

    @property
    def name(self) -> str:
        return f"{self.target.title}名单"
