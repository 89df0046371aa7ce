"""How far a commitment has come: what the linked records show, and what staff say about it; in a list.

Two things must not be mixed up. What the records *show* is derived and says
nothing of what nobody entered; what staff *say* goes before it, always with
its reason, and never hides what the records show.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import counting
from activities.models import Activity
from activities.models import Figure as Recorded
from reports.composing.figures import added, counted, stated
from reports.composing.sources import source_of
from reports.document import Figure, Item, Passage
from reports.models import Commitment, Evidence, PlanItem

Status = Commitment.Status
NAMED = 3  # so many records are named as evidence; of more, their number is told


def shown_status(target: Decimal | None, actual: Decimal | None, records: int) -> Status:
    """What the records show: ``actual`` is what they make up of the target, None where none says."""
    if target is not None and actual is not None and actual >= target:
        return Status.DONE
    return Status.UNDER_WAY if records else Status.NOT_STARTED


def status_of(commitment: Commitment, actual: Decimal | None, records: int) -> Status:
    """Staff's word where they gave it, else what the records show."""
    if commitment.said_status:
        return Status(commitment.said_status)
    return shown_status(commitment.target_value, actual, records)


def is_overdue(commitment: Commitment, status: Status, day: date) -> bool:
    """Due before ``day`` and not settled; ``CommitmentQuerySet.overdue`` asks the same of the database."""
    is_settled = status in (Status.DONE, Status.ADJUSTED)
    return commitment.due_on is not None and commitment.due_on < day and not is_settled


def reach_of(value: Decimal | None, precision: str | None) -> Decimal | None:
    """What may be held against a target: 不足60% reaches none of 60%."""
    return None if precision == counting.BELOW else value


def shown_of(commitment: Commitment, evidence: list[Evidence]) -> Status:
    """What the records linked to a commitment show."""
    return shown_status(commitment.target_value, reached(commitment, evidence), len(evidence))


def reached(commitment: Commitment, evidence: list[Evidence]) -> Decimal | None:
    """How much of its target the evidence shows; None where none says."""
    actual = actual_of(commitment, evidence)
    return reach_of(actual.value, actual.precision) if actual else None


def counts_of(plan: Sequence[PlanItem]) -> list[Figure]:
    """How many commitments the earlier plans have, and how many of them stand where."""
    told = [commitment for item in plan for commitment in item.told]
    alike: dict[str, list[Commitment]] = {"所列任务": told}
    for commitment in told:
        actual = actual_of(commitment, commitment.borne_out_by)
        status = status_of(commitment, actual.value if actual else None, len(commitment.borne_out_by))
        alike.setdefault(status.label, []).append(commitment)
    figures = [counted(f"计划落实：{name}", of_one, "项") for name, of_one in alike.items()]
    return [figure for figure in figures if figure]


def plan_item_followed_up(
    heading: str, commitments: Sequence[tuple[Commitment, list[Evidence]]], day: date
) -> Item:
    """A heading of the plan with how many of its commitments stand where, and each of them beneath."""
    by_status: dict[Status, list[Commitment]] = {}
    for commitment, evidence in commitments:
        status = status_of(commitment, reached(commitment, evidence), len(evidence))
        by_status.setdefault(status, []).append(commitment)
    figures = [counted(status.label, by_status[status], "项") for status in Status if status in by_status]
    runs: list[str | int] = []
    for place, figure in enumerate(figures):
        runs += [f"{'，' if place else ''}{figure.label}", place]
    return Item(
        title=heading,
        passage=Passage((*runs, "。") if runs else ("没有列出具体任务。",), tuple(figures)),
        children=tuple(commitment_followed_up(*pair, day) for pair in commitments),
        key=f"earlier-planitem-{commitments[0][0].plan_item_id}" if commitments else "",
    )


def commitment_followed_up(commitment: Commitment, evidence: list[Evidence], day: date) -> Item:
    """A commitment with its status, target against actual, and the records that bear it out."""
    figures: list[Figure] = []
    clauses = [
        *_statuses(commitment, evidence),
        *_terms(commitment, evidence, day),
        *_target(commitment, evidence, figures),
        _records(evidence, figures),
    ]
    runs: list[str | int] = []
    for place, clause in enumerate(clauses):
        runs += ["；" if place else "（", *clause]
    return Item(
        title=commitment.text,
        passage=Passage((*runs, "）"), tuple(figures)),
        sources=tuple(source_of(one.record) for one in evidence),
        key=f"earlier-commitment-{commitment.pk}",
    )


def target_of(commitment: Commitment) -> Figure | None:
    """What it set out to reach; None where that is no number."""
    if commitment.target_value is None:
        return None
    count = counting.Count(commitment.target_value, commitment.target_unit, counting.EXACT)
    return stated("目标", count, source_of(commitment, counting.write(count)))


def actual_of(commitment: Commitment, evidence: list[Evidence]) -> Figure | None:
    """What the evidence makes up of the target, record by record; None where none states an amount.

    Of a rate it is the one on record that was measured last, never a sum.
    """
    if commitment.target_value is None:
        return None
    if commitment.is_for_a_rate:
        rates = [one for one in evidence if one.figure_id]
        newest = max(rates, key=lambda one: (one.activity.ends_on, one.pk), default=None)
        return _measured(newest.activity, newest.figure) if newest else None
    parts = []
    for one in evidence:
        if one.amount is not None:
            count = counting.Count(one.amount, commitment.target_unit, counting.EXACT)
            parts.append(stated("实际", count, source_of(one.record, counting.write(count))))
    return added("实际", parts)


def _measured(activity: Activity, rate: Recorded) -> Figure:
    return stated("实际", rate.count, source_of(activity, rate.text, rate.pk), rate.text)


def verdict_on(commitment: Commitment, evidence: list[Evidence]) -> str:
    """Whether a rate has come to its target; of amounts the two numbers tell it by themselves."""
    if not commitment.is_for_a_rate or not actual_of(commitment, evidence):
        return ""
    reach = reached(commitment, evidence)
    return "已达到目标" if reach is not None and reach >= commitment.target_value else "未达到目标"


def _statuses(commitment: Commitment, evidence: list[Evidence]) -> list[list[str | int]]:
    shown = shown_of(commitment, evidence).label
    if not commitment.said_status:
        return [[shown]]
    said = commitment.get_said_status_display()
    return [[f"{said}，理由：{commitment.said_reason.rstrip('。；')}"], [f"记录显示：{shown}"]]


def _terms(commitment: Commitment, evidence: list[Evidence], day: date) -> list[list[str | int]]:
    """Who answers for it and until when, as in the plan, and whether that day has passed."""
    terms: list[list[str | int]] = []
    if commitment.owner:
        terms.append([f"责任：{commitment.owner}"])
    if commitment.due_on:
        due = commitment.due_on
        status = Status(commitment.said_status or shown_of(commitment, evidence))
        late = "，已逾期" if is_overdue(commitment, status, day) else ""
        terms.append([f"期限：{due.year}年{due.month}月{due.day}日{late}"])
    return terms


def _target(commitment: Commitment, evidence: list[Evidence], figures: list[Figure]) -> list[list[str | int]]:
    """目标3期，实际2期; adds the figures it names to ``figures``."""
    target = target_of(commitment)
    if target is None:
        return []
    figures.append(target)
    clause: list[str | int] = ["目标", len(figures) - 1]
    actual = actual_of(commitment, evidence)
    if actual:
        figures.append(actual)
        verdict = verdict_on(commitment, evidence)
        clause += ["，实际", len(figures) - 1, *([f"，{verdict}"] if verdict else [])]
    elif evidence:
        clause.append("，实际数未登记")
    return [clause]


def _records(evidence: list[Evidence], figures: list[Figure]) -> list[str | int]:
    """依据 with the names of the records, of many the first and their number."""
    if not evidence:
        return ["尚无关联的记录"]
    records = [one.record for one in evidence]
    names = "、".join(str(record) for record in records[:NAMED])
    if len(records) <= NAMED:
        return [f"依据：{names}"]
    figures.append(counted("依据", records, "项"))
    return [f"依据：{names}等", len(figures) - 1, "记录"]
