"""A roster becomes records after a yes, all of it in one transaction, and is taken back as a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction

from desk.history.keeping import keep_new, kept
from desk.history.registry import has_history
from intake.batches.made import TakenBack, take_back
from intake.models import Batch
from intake.rosters.plan import ANOTHER, SKIP, Plan, Row, Verdict, told_apart
from toolkit.publishing import stamp

State = Batch.State


class Refused(Exception):
    """Nothing was entered: a sentence for the page, and what is wrong by the number of the row."""

    def __init__(self, sentence: str, rows: Mapping[int, str] | None = None):
        super().__init__(sentence)
        self.rows = dict(rows or {})


@dataclass
class Answers:
    """What somebody chose and wrote beside the rows, by their number."""

    choices: Mapping[int, str] = field(default_factory=dict)
    units: Mapping[int, str] = field(default_factory=dict)
    posts: Mapping[int, str] = field(default_factory=dict)
    adults: frozenset[int] = frozenset()

    def of(self, row: Row) -> tuple[Row, str]:
        number = row.number
        choice = self.choices.get(number, "") if row.verdict == Verdict.ASKED else ANOTHER
        row = told_apart(row, unit=self.units.get(number, ""), post=self.posts.get(number, ""))
        if number in self.adults:
            row = Row(**{**vars(row), "is_minor": False})
        offered = {value for value, _ in row.choices}
        return row, choice if choice in offered or row.verdict == Verdict.NEW else SKIP


@transaction.atomic
def enter(batch: Batch, roster, answers: Answers, *, seen: str, is_public: bool, by, at: datetime) -> int:
    """How many records came of it. ``roster`` knows its target, which is locked. Raises Refused."""
    batch = locked(batch, State.OPEN)
    _lock(roster.target)
    plan = roster.plan(roster.read(batch.text).entries)
    if seen != state_of(plan):
        raise Refused("你打开这一页以后，有人改过名单。什么都没有录入，请看过现在的结果再确认。")
    chosen = [answers.of(row) for row in plan.rows if row.verdict != Verdict.THERE]
    chosen = [(row, choice) for row, choice in chosen if choice != SKIP]
    if not chosen:
        raise Refused("没有要录入的行。")
    _refuse_equal(roster, chosen)
    if is_public:
        _refuse_private(roster, [row for row, choice in chosen if choice == ANOTHER])
    with kept([roster.target], by=by, words=f"录入名单（{len(chosen)}条）。"):
        made = roster.enter(chosen)
    keep_new([one for one in made.new if has_history(type(one))], by=by, words="录入名单时新建。")
    batch.made = made.as_json()
    decide(batch, State.ENTERED, by=by, at=at)
    _log(batch, roster.target, f"录入名单，{len(chosen)}条。", by=by)
    return len(chosen)


def state_of(plan: Plan) -> str:
    """What a page was shown, to be known again: how many rows of which kind, and whom they may be."""
    return "|".join(f"{row.verdict[0]}{row.known or ''}" for row in plan.rows)


def _refuse_equal(roster, chosen: Sequence[tuple[Row, str]]) -> None:
    """Two whom nothing tells apart cannot both be kept."""
    if not hasattr(roster, "unit_of"):
        return
    rows = [row for row, choice in chosen if choice == ANOTHER]
    taken = {roster.unit_of(one): "名单里已有的人" for one in roster.there.values()}
    wrong: dict[int, str] = {}
    for row, one in zip(rows, roster.built(rows), strict=True):
        key = roster.unit_of(one)
        if key in taken:
            wrong[row.number] = f"与{taken[key]}同名，请写明单位或职务，两个人才能分得开。"
        taken.setdefault(key, f"第{row.entry.line}行")
    if wrong:
        raise Refused("有的行要写明单位或职务，什么都没有录入。", wrong)


def _refuse_private(roster, rows: Sequence[Row]) -> None:
    if found := roster.private_in(roster.built(rows)):
        raise Refused(f"这份名单一录入就公开，{''.join(hit.sentence for hit in found[:5])}什么都没有录入。")


@transaction.atomic
def undo(batch: Batch, target, *, by, at: datetime) -> TakenBack:
    """Take back what came of it; what somebody has changed since stays, and is named."""
    batch = locked(batch, State.ENTERED)
    done = take_back(batch.made, owners=[target] if target else [], by=by, words="撤销名单的录入。")
    decide(batch, State.UNDONE, by=by, at=at)
    if target:
        _log(batch, target, f"撤销名单的录入，{done.number}条。", by=by)
    return done


def locked(batch: Batch, state: str) -> Batch:
    batch = Batch.objects.select_for_update().filter(pk=batch.pk).first()
    if batch is None or batch.state != state:
        now = f"现在是“{batch.get_state_display()}”" if batch else "已经删去"
        raise Refused(f"刚才有人办过这一批，{now}。")
    return batch


def _lock(target) -> None:
    type(target)._base_manager.select_for_update(of=("self",)).filter(pk=target.pk).first()


def decide(batch: Batch, state: str, *, by, at: datetime) -> None:
    batch.state, batch.decided_by, batch.decided_at = state, by, at
    stamp(batch, by=by)
    batch.save()


def _log(batch: Batch, target, words: str, *, by) -> None:
    LogEntry.objects.log_actions(by.pk, [target], CHANGE, change_message=words, single_object=True)


def start(*, kind: str, name: str, target, by, text: str = "", rows: list | None = None) -> Batch:
    """Keep what was pasted or read until somebody says yes."""
    batch = Batch(kind=kind, name=name[:200], target=target, text=text, rows=rows or [])
    stamp(batch, by=by)
    batch.save()
    return batch


@transaction.atomic
def reread(batch: Batch, text: str, *, by) -> None:
    """The roster as somebody has corrected it, to be looked over anew."""
    batch = locked(batch, State.OPEN)
    batch.text = text
    stamp(batch, by=by)
    batch.save()


@transaction.atomic
def discard(batch: Batch) -> None:
    """Nothing of it became a record: nothing of it is kept."""
    locked(batch, State.OPEN).delete()
