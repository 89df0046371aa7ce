"""What rounds that are closed came to, as stocks beside those that activities state (activities.levels).

The total of a question that staff filed under a stock; nothing is made up for whoever did not answer, but
said: 5120名（截至6月30日，42家中40家填报）.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Sum

import counting
from activities.models import Figure
from branches.models import CensusQuestion, CensusReturn

_SENT = Q(answers__census_return__state=CensusReturn.State.SUBMITTED)


@dataclass(frozen=True)
class CensusLevel:
    """A stock as ``counting`` knows them: of a question, on the last day of its round."""

    question: int
    enters: int
    round: int
    label: str  # of the round
    unit: str
    value: Decimal
    stands_on: date
    answered: int
    asked: int

    part: ClassVar = Figure.Part.TOTAL
    part_of_id: ClassVar = None
    repeats_id: ClassVar = None
    precision: ClassVar = counting.EXACT
    high: ClassVar = None

    @property
    def pk(self) -> int:
        """Never that of an activity's figure, beside which it stands."""
        return -self.question

    @property
    def counted_on(self) -> date:
        return self.stands_on

    @property
    def as_of(self) -> str:
        day = f"{self.stands_on.month}月{self.stands_on.day}日"
        return day if self.answered == self.asked else f"{day}，{self.asked}家中{self.answered}家填报"

    @property
    def count(self) -> counting.Count:
        return counting.Count(self.value, self.unit, as_of=self.as_of)

    @property
    def level(self) -> counting.Count:
        return self.count

    @property
    def text(self) -> str:
        return counting.write_total(self.count)


def rows_of_closed(today: date) -> QuerySet:
    """The rows of ``levels_of``: the questions under a stock, of rounds that take no more answers."""
    asked = CensusReturn.objects.filter(round=OuterRef("round")).order_by().values("round")
    told = CensusQuestion.objects.filter(
        indicator__is_stock=True, is_added=True, round__closes_on__lt=today, answers__isnull=False
    )
    sums = told.values(
        question=F("pk"),
        enters=F("indicator"),
        of_round=F("round"),
        label=F("round__name"),
        told_unit=F("unit"),
        stands_on=F("round__ends_on"),
    ).order_by()
    return sums.annotate(
        value=Sum("answers__value", filter=_SENT),
        answered=Count("answers", filter=_SENT),
        asked=Subquery(asked.values(number=Count("pk"))),
    ).filter(answered__gt=0)


def between(first: date, last: date, today: date) -> list[CensusLevel]:
    """Those whose day lies between the two."""
    return levels_of(rows_of_closed(today).filter(stands_on__range=(first, last)))


def levels_of(rows: Iterable[dict]) -> list[CensusLevel]:
    """Of rows as the database has them, or as JSON tells them."""
    return [_level(dict(row)) for row in rows]


def _level(row: dict) -> CensusLevel:
    day = row.pop("stands_on")
    row["stands_on"] = date.fromisoformat(day) if isinstance(day, str) else day
    row["value"], row["round"], row["unit"] = Decimal(row["value"]), row.pop("of_round"), row.pop("told_unit")
    return CensusLevel(**row)
