"""A roster as its page shows it before anything is saved: what is new, asked about, or skipped, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from intake.extracting.names import looks_like_name
from intake.rosters.entering import Answers
from intake.rosters.plan import SKIP, Plan, Row, Verdict
from intake.rosters.reading import Roster


@dataclass(frozen=True)
class Shown:
    """A row with what somebody chose and typed beside it, and what is wrong with that."""

    row: Row
    choice: str
    unit: str
    post: str
    is_adult: bool
    wrong: str


@dataclass
class LookedOver:
    roster: object
    found: Roster
    plan: Plan
    answers: Answers
    wrong: Mapping[int, str] = field(default_factory=dict)

    def _shown(self, verdict: Verdict) -> list[Shown]:
        return [self._one(row) for row in self.plan.of(verdict)]

    def _one(self, row: Row) -> Shown:
        answers, number = self.answers, row.number
        return Shown(
            row,
            answers.choices.get(number, SKIP),
            answers.units.get(number, row.entry.unit),
            answers.posts.get(number, row.entry.post),
            number in answers.adults,
            self.wrong.get(number, ""),
        )

    @cached_property
    def asked(self) -> list[Shown]:
        return self._shown(Verdict.ASKED)

    @cached_property
    def new(self) -> list[Shown]:
        return self._shown(Verdict.NEW)

    @cached_property
    def there(self) -> list[Shown]:
        return self._shown(Verdict.THERE)

    @property
    def skipped(self):
        return self.found.skipped

    @cached_property
    def minors(self) -> int:
        return sum(one.row.is_minor for one in (*self.new, *self.asked))

    @cached_property
    def counted(self) -> int:
        return self.roster.rows.count()

    @property
    def afterwards(self) -> int:
        return self.counted + len(self.new)

    @property
    def sentence(self) -> str:
        """公布47名，已登记1名；这次新录入46名，录入后共47名。"""
        measure, announced = self.roster.measure, self.roster.announced
        told = f"公布{announced}{measure}，" if announced is not None else ""
        return (
            f"{told}已登记{self.counted}{measure}；这次新录入{len(self.new)}{measure}，"
            f"录入后共{self.afterwards}{measure}。"
        )

    @property
    def remarks(self) -> list[str]:
        """What does not agree with what was announced, by the record or by the roster itself."""
        told, measure = [], self.roster.measure
        announced, read = self.roster.announced, len(self.found.entries)
        most = self.afterwards + len(self.asked)
        if announced is not None and most < announced:
            told.append(f"录入后比公布的少{announced - most}{measure}，名单待补。")
        if announced is not None and self.afterwards > announced:
            told.append(f"录入后比公布的多{self.afterwards - announced}{measure}，请核对名单和名额。")
        if self.found.announced is not None and self.found.announced != read:
            told.append(f"名单里写着{self.found.announced}{measure}，读出{read}{measure}，请核对。")
        if self.roster.of_bodies and sum(looks_like_name(one.name) for one in self.found.entries) * 2 > read:
            told.append("这里授予的是集体，名单读出来却像人名，请核对。")
        if self.minors:
            told.append(
                f"{self.minors}名从单位或称号看是中小学生，按未成年人登记，网站上只写姓氏；是成年人的请勾选。"
            )
        return told
