"""What became of a heading of the plan, as an office writes it: 已完成2项：…；…。正在推进1项：…，因…。

The same is told as in the list of ``composing.follow_up``: what the records show is never hidden
behind what staff say, and a commitment that is past its day says so.
"""

import re
from collections.abc import Sequence
from datetime import date

from reports.composing.figures import counted
from reports.composing.follow_up import (
    NAMED,
    actual_of,
    is_overdue,
    reached,
    shown_of,
    status_of,
    target_of,
    verdict_on,
)
from reports.composing.prose.figures import Words, listed
from reports.composing.prose.titles import MARKS
from reports.composing.sources import source_of
from reports.document import Item
from reports.document.passages import written
from reports.models import Commitment, Evidence
from toolkit.texts.quoting import quoted

Status = Commitment.Status
SAID_AS = {
    Status.DONE: "已完成",
    Status.UNDER_WAY: "正在推进",
    Status.NOT_STARTED: "尚未启动",
    Status.ADJUSTED: "已作调整",
}
WITHOUT_RECORDS = "（尚无关联的记录）"
_REASONED = (Status.UNDER_WAY, Status.NOT_STARTED)
_CAUSES = ("因", "由于", "受", "鉴于", "〔")
_SAYS_MORE = re.compile(f"，(?:{'|'.join(_CAUSES)})|（(?:关联|见)")

Pair = tuple[Commitment, list[Evidence]]


def heading_in_prose(heading: str, commitments: Sequence[Pair], day: date) -> Item:
    """A heading with what became of its commitments, those that stand alike together."""
    words: Words = []
    for status in Status:
        alike = [pair for pair in commitments if _status(pair) == status]
        if alike:
            words += _sentence(status, alike, day)
    evidence = [one for _, of_one in commitments for one in of_one]
    sources = tuple(dict.fromkeys(source_of(one.record) for one in evidence))
    key = f"earlier-planitem-{commitments[0][0].plan_item_id}" if commitments else ""
    return Item(heading, written(words or ["没有列出具体任务。"]), sources=sources, key=key)


def _status(pair: Pair) -> Status:
    commitment, evidence = pair
    return status_of(commitment, reached(commitment, evidence), len(evidence))


def _sentence(status: Status, alike: Sequence[Pair], day: date) -> Words:
    """尚未启动2项：建设阵地；打造品牌。"""
    clauses = [_clause(status, *pair, day) for pair in alike]
    number = counted(status.label, [commitment for commitment, _ in alike], "项")
    return [SAID_AS[status], number, "：", *listed(clauses, "；"), "。"]


def says_no_more(sentence: Words) -> bool:
    """Whether a sentence names what was not begun, and neither why nor a record."""
    text = "".join(run for run in sentence if isinstance(run, str))
    return text.startswith(SAID_AS[Status.NOT_STARTED]) and not _SAYS_MORE.search(text)


def _clause(status: Status, commitment: Commitment, evidence: list[Evidence], day: date) -> Words:
    """建设服务站，由某街道团工委负责，目标40个，实际2个，因选址未定，原定6月30日前完成，已逾期（见“…”）."""
    parts: list[Words] = [[commitment.text.rstrip(MARKS)]]
    if commitment.owner:
        parts.append([f"由{commitment.owner}负责"])
    parts += _measures(commitment, evidence)
    if commitment.said_reason:
        reason = commitment.said_reason.rstrip(MARKS)
        is_cause = status in _REASONED and not reason.startswith(_CAUSES)
        parts.append([f"因{reason}" if is_cause else reason])
    parts += _term(status, commitment, day)
    is_claimed = status in (Status.DONE, Status.UNDER_WAY)
    return [*listed(parts, "，"), *(_borne_out(commitment, evidence) if evidence or is_claimed else [])]


def _measures(commitment: Commitment, evidence: list[Evidence]) -> list[Words]:
    target = target_of(commitment)
    if target is None:
        return []
    actual = actual_of(commitment, evidence)
    came_to: list[Words] = [["实际", actual]] if actual else [["实际数未登记"]] if evidence else []
    verdict = verdict_on(commitment, evidence)
    return [["目标", target], *came_to, *([[verdict]] if verdict else [])]


def _term(status: Status, commitment: Commitment, day: date) -> list[Words]:
    """Until when; nothing of what is settled."""
    due = commitment.due_on
    if due is None or status in (Status.DONE, Status.ADJUSTED):
        return []
    year = "" if due.year == day.year else f"{due.year}年"
    by = f"{year}{due.month}月{due.day}日前完成"
    return [[f"原定{by}，已逾期"]] if is_overdue(commitment, status, day) else [[f"计划{by}"]]


def _borne_out(commitment: Commitment, evidence: list[Evidence]) -> Words:
    """（见“甲”“乙”“丙”等4项记录）, and what the records show where staff say something else."""
    shown = shown_of(commitment, evidence)
    told: list[Words] = []
    if commitment.said_status and shown != commitment.said_status and evidence:
        told.append([f"关联的记录显示{SAID_AS[shown]}"])
    records = [one.record for one in evidence]
    names = "".join(quoted(str(record)) for record in records[:NAMED])
    if len(records) > NAMED:
        told.append([f"见{names}等", counted("依据", records, "项"), "记录"])
    elif records:
        told.append([f"见{names}"])
    return ["（", *listed(told, "，"), "）"] if told else [WITHOUT_RECORDS]
