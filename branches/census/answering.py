"""What one organization answers: the acts upon its return, and numbers to be asked about."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction

import counting
from branches.actions import Refused
from branches.census.asking import before
from branches.models import CensusAnswer, CensusQuestion, CensusReturn, CensusRound
from desk.history.keeping import kept
from toolkit.publishing import stamp

State = CensusReturn.State
Answers = Mapping[CensusQuestion, Decimal | None]
MANY_TIMES = 10  # more, or less, than last time: a slip of the key more often than not
CLOSED = "这次普查不在填报期内，不能再填；确需补报的，请联系团区委。"


def write(sent: CensusReturn, answers: Answers) -> None:
    """The answers as they are typed; what is empty is no answer."""
    stored = {one.question_id: one for one in sent.answers.all()}
    for question, value in answers.items():
        answer = stored.get(question.pk)
        if value is None:
            if answer:
                answer.delete()
        elif answer is None or answer.value != value:
            answer = answer or CensusAnswer(census_return=sent, question=question)
            answer.value = value
            answer.save()


def how_it_stands(sent: CensusReturn) -> str:
    """Why nothing can be written in it any more; empty while it can."""
    if sent.state == State.SUBMITTED:
        return "已经报过了；要改，请联系团区委退回。"
    return "" if sent.round.is_open else CLOSED


@transaction.atomic
def submit(sent: CensusReturn, *, by, at: datetime) -> None:
    now = _locked(sent)
    if stands := how_it_stands(now):
        raise Refused(stands)
    answered = set(now.answers.values_list("question", flat=True))
    lacking = [one.name for one in now.round.questions.all() if one.is_required and one.pk not in answered]
    if lacking:
        raise Refused(f"还没有填：{'、'.join(lacking)}。")
    now.submitted_at, now.submitted_by, now.reminded_at = at, by, None
    _move(now, State.SUBMITTED, "上报。", by=by)


@transaction.atomic
def send_back(sent: CensusReturn, *, reason: str, by, at: datetime) -> None:
    now = _locked(sent)
    if now.state != State.SUBMITTED:
        raise Refused(f"它现在是“{now.get_state_display()}”，不用退回。")
    if not now.round.is_open:
        raise Refused("这次普查已经截止；要退回重填，请先把截止日期改晚。")
    if not reason.strip():
        raise Refused("请写明退回的原因。")
    now.reason = reason.strip()
    _move(now, State.RETURNED, f"退回。原因：{now.reason}", by=by)


def _locked(sent: CensusReturn) -> CensusReturn:
    found = CensusReturn.objects.select_for_update(of=("self",)).select_related("round", "organization")
    if (now := found.filter(pk=sent.pk).first()) is None:
        raise Refused("这家已经不在这次普查里。")
    return now


def _move(sent: CensusReturn, to: str, words: str, *, by) -> None:
    with kept([sent], by=by, words=words):
        sent.state = to
        stamp(sent, by=by)
        sent.save()
    LogEntry.objects.log_actions(by.pk, [sent], CHANGE, change_message=words)


def last_time(sent: CensusReturn) -> dict[str, Decimal]:
    """What the same organization answered in the round before, by the question's name and unit."""
    earlier = before(sent.round)
    return answers_of(earlier, organization=sent.organization_id) if earlier else {}


def answers_of(asked: CensusRound, organization: int) -> dict[str, Decimal]:
    rows = CensusAnswer.objects.filter(
        census_return__round=asked,
        census_return__organization=organization,
        census_return__state=State.SUBMITTED,
    )
    return {one.question.name: one.value for one in rows.select_related("question")}


def doubts(answers: Answers, earlier: Mapping[str, Decimal]) -> dict[CensusQuestion, str]:
    """What to ask about numbers that can hardly be, each beside its question."""
    by_name = {question.name: (question, value) for question, value in answers.items()}
    found = {}
    for question, value in answers.items():
        if value is None:
            continue
        most, of = by_name.get(question.at_most, (None, None))
        was = earlier.get(question.name)
        if of is not None and value > of:
            found[question] = f"比“{most}”（{_told(of, most)}）还多。"
        elif was and value and not 1 / Decimal(MANY_TIMES) < value / was < MANY_TIMES:
            found[question] = f"上次报的是{_told(was, question)}，这次相差{MANY_TIMES}倍以上。"
    return found


def _told(value: Decimal, question: CensusQuestion) -> str:
    return f"{counting.plain(value)}{question.unit}"
