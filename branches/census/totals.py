"""A round as a table: who answered what, the sums by kind and of all, beside last time and the records."""

from dataclasses import dataclass, field
from decimal import Decimal

from branches.census.asking import before
from branches.census.on_record import OnRecord, on_record
from branches.models import CensusAnswer, CensusQuestion, CensusReturn, CensusRound
from organizations.models import Organization

State = CensusReturn.State


@dataclass(frozen=True)
class Sum:
    """What several organizations add up to; ``value`` is None where nobody answered, or nothing is added."""

    value: Decimal | None
    answered: int


@dataclass(frozen=True)
class OfKind:
    label: str
    asked: int
    sent: int
    sums: list[Sum]


@dataclass(frozen=True)
class Cell:
    """One answer, with what was answered last time and what is on record."""

    value: Decimal | None
    was: Decimal | None = None
    recorded: int | None = None
    address: str = ""

    @property
    def change(self) -> Decimal | None:
        return None if self.value is None or self.was is None else self.value - self.was

    @property
    def differs(self) -> bool:
        return self.value is not None and self.recorded is not None and self.value != self.recorded


@dataclass
class Table:
    round: CensusRound
    earlier: CensusRound | None
    questions: list[CensusQuestion]
    rows: list[tuple[CensusReturn, list[Cell]]] = field(default_factory=list)
    kinds: list[OfKind] = field(default_factory=list)
    sums: list[Sum] = field(default_factory=list)  # of all, question by question
    before: list[Decimal | None] = field(default_factory=list)  # what the sums were last time
    recorded: list[int | None] = field(default_factory=list)

    @property
    def missing(self) -> list[CensusReturn]:
        return [sent for sent, _ in self.rows if sent.is_missing]

    @property
    def sent(self) -> int:
        return len(self.rows) - len(self.missing)

    @property
    def changes(self) -> list[Decimal | None]:
        """Of those alone who answered both times: while some are missing, the sums tell no difference."""
        found = []
        for at, question in enumerate(self.questions):
            told = [cells[at].change for _, cells in self.rows if cells[at].change is not None]
            found.append(_added(told) if question.is_added else None)
        return found

    @property
    def compared(self) -> int:
        """How many answered both times."""
        return sum(any(cell.change is not None for cell in cells) for _, cells in self.rows)


def table_of(asked: CensusRound) -> Table:
    """Only what was sent is added up; drafts are shown to nobody but their branch."""
    earlier = before(asked)
    questions = list(asked.questions.all())
    table = Table(asked, earlier, questions)
    now, then = _answers(asked), _answers(earlier) if earlier else {}
    records = [on_record(asked, one.compared_with) for one in questions]
    returns = list(asked.returns.select_related("organization", "round"))
    for sent in returns:
        body = sent.organization_id
        cells = [
            _cell(now.get((body, one.name)), then.get((body, one.name)), found, sent)
            for one, found in zip(questions, records, strict=True)
        ]
        table.rows.append((sent, cells))
    table.kinds = [_of_kind(kind, table) for kind in Organization.Kind if _of(kind, table)]
    table.sums = _sums(table, table.rows)
    table.before = [_added_before(one, then) for one in questions]
    bodies = {sent.organization_id for sent in returns}
    table.recorded = [found and sum(n for body, n in found[0].items() if body in bodies) for found in records]
    return table


def _answers(asked: CensusRound) -> dict[tuple[int, str], Decimal]:
    """What was sent, by organization and the name of the question."""
    rows = CensusAnswer.objects.filter(census_return__round=asked, census_return__state=State.SUBMITTED)
    told = rows.values_list("census_return__organization", "question__name", "value")
    return {(body, name): value for body, name, value in told}


def _cell(value, was, found: tuple[dict, OnRecord] | None, sent: CensusReturn) -> Cell:
    if found is None:
        return Cell(value, was)
    counted, record = found
    return Cell(
        value, was, counted.get(sent.organization_id, 0), record.address(sent.round, sent.organization)
    )


def _of(kind: str, table: Table) -> list:
    return [row for row in table.rows if row[0].organization.kind == kind]


def _of_kind(kind: Organization.Kind, table: Table) -> OfKind:
    rows = _of(kind, table)
    sent = sum(not one.is_missing for one, _ in rows)
    return OfKind(kind.label, len(rows), sent, _sums(table, rows))


def _sums(table: Table, rows: list) -> list[Sum]:
    found = []
    for at, question in enumerate(table.questions):
        values = [cells[at].value for _, cells in rows if cells[at].value is not None]
        found.append(Sum(_added(values) if question.is_added else None, len(values)))
    return found


def _added_before(question: CensusQuestion, then: dict[tuple[int, str], Decimal]) -> Decimal | None:
    values = [value for (_, name), value in then.items() if name == question.name]
    return _added(values) if question.is_added else None


def _added(values: list[Decimal]) -> Decimal | None:
    return sum(values, Decimal(0)) if values else None
