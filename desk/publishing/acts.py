"""The acts by which a record comes before the public and goes from it, each in one transaction.

    草稿、已撤回 → 送审 → 退回 (with a reason) or 发布, 定时发布
    定时发布、已发布、已到期 → 撤回; 发布修改, which leaves the state and the times

``take`` moves one record, ``take_all`` many of one kind, ``undo`` takes an act upon many back. Each leaves
a ``Step`` and a line in the record's history, and none knows of requests or rights: whoever calls has asked
for the right ``<act>_<model>`` (``desk.publishing.PublishableAdmin.may_act``).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from desk.history.keeping import kept
from desk.models import LABELS, UNDO, UPDATE, Step
from desk.templatetags.people import person
from toolkit.dates.moments import moment_text
from toolkit.publishing import Publishable, stamp
from toolkit.texts.quoting import quoted

State, Status = Publishable.State, Publishable.Status
HIDDEN = (Status.DRAFT, Status.IN_REVIEW, Status.WITHDRAWN, Status.SCHEDULED, Status.EXPIRED)
_MOVED = ("state", "published_at", "expires_at", "approved_by", "updated_at", "updated_by")


class Refused(Exception):
    """An act that may not be done now; the message is a sentence for whoever tried."""


@dataclass(frozen=True)
class Act:
    """An act as staff see it: of records of which status, and what state it brings them to."""

    name: str
    of: tuple[str, ...]
    to: str
    wants: str = ""  # what has to be said with it: its reason, or its times

    @property
    def label(self) -> str:
        return LABELS[self.name]

    @property
    def right(self) -> str:
        return "publish" if self.name == UPDATE else self.name

    def label_for(self, record: Publishable | None) -> str:
        is_public = record is not None and record.is_published
        return "设到期时间" if is_public and self.name == "schedule" else self.label

    @property
    def publishes(self) -> bool:
        return self.to == State.PUBLISHED


ALL = {
    act.name: act
    for act in (
        Act("submit", (Status.DRAFT, Status.WITHDRAWN), State.IN_REVIEW),
        Act("return", (Status.IN_REVIEW,), State.DRAFT, wants="reason"),
        Act("publish", HIDDEN, State.PUBLISHED),
        Act(UPDATE, (Status.SCHEDULED, Status.PUBLISHED, Status.EXPIRED), State.PUBLISHED),
        Act("schedule", (*HIDDEN, Status.PUBLISHED), State.PUBLISHED, wants="times"),
        Act("withdraw", (Status.SCHEDULED, Status.PUBLISHED, Status.EXPIRED), State.WITHDRAWN),
    )
}


def seen(record: Publishable) -> str:
    """What a page carries of the record that it was opened for, to be known again when it comes back.

    Its state, the last step that it went, and when it was last changed.
    """
    step = Step.objects.of(record).last()
    return f"{record.state}.{step.pk if step else 0}|{record.updated_at.isoformat()}"


def meanwhile(record: Publishable, was_seen: str | None, *, is_read: bool = True) -> str:
    """Who did what with the record since a page was opened for it, in a sentence; empty where nobody did.

    For an act, which is to be one upon what was read (``is_read``), a change of the text counts too; whoever
    saves a text is told of that by the form itself, and ``was_seen`` may be None.
    """
    if was_seen is None and not is_read:
        return ""
    state, _, changed_at = seen(record).rpartition("|")
    was, _, was_changed_at = (was_seen or "").rpartition("|")
    if state != was:
        return f"你打开这一页以后，{_who(record)}你的操作没有执行，请看清现在的情况再决定。"
    if is_read and changed_at != was_changed_at:
        who = person(record.updated_by) if record.updated_by else "有人"
        at = moment_text(record.updated_at)
        return f"你打开这一页以后，{who}于{at}改过内容。你的操作没有执行，请看清现在的内容再决定。"
    return ""


def _who(record: Publishable) -> str:
    step = Step.objects.of(record).select_related("by").last()
    now = f"它现在是“{record.status.label}”。"
    if step is None:
        return f"它的状态已经变了，{now}"
    why = f"（原因：{step.reason}）" if step.reason else ""
    return f"{person(step.by)}已于{moment_text(step.at)}{step.get_act_display()}{why}，{now}"


def why_not(act: Act, record: Publishable) -> str:
    """Why the act cannot be done with the record as it is, in a sentence; empty where it can."""
    return "" if record.status in act.of else f"它现在是“{record.status.label}”，不能{act.label}。"


@dataclass(frozen=True)
class Said:
    """What is said with an act: why, and from when until when the record is to be public.

    A ``moment`` that is over is that when a record entered late was made public first, with 发布.
    """

    reason: str = ""
    moment: datetime | None = None
    until: datetime | None = None


NOTHING = Said()


@transaction.atomic
def take(
    act: Act, *, record: Publishable, by, at: datetime, was_seen: str | None = None, said: Said = NOTHING
) -> Step:
    """Do it with one record, which then holds what became of it; Refused where that may not be.

    ``was_seen`` is what ``seen`` said of the record when the act was offered.
    """
    locked = _locked(record._meta.model, [record.pk])
    if not locked:
        raise Refused("这条内容已被删除。")
    now = locked[0]
    if was_seen is not None and (words := meanwhile(now, was_seen)):
        raise Refused(words)
    if words := why_not(act, now) or refusal_of(act, now, said, at):
        raise Refused(words)
    (step,) = _move(act, [now], said, by=by, at=at)
    for name in _MOVED:
        setattr(record, name, getattr(now, name))
    return step


@transaction.atomic
def take_all(
    act: Act, *, model: type[Publishable], keys: Iterable[int], by, at: datetime, said: Said = NOTHING
) -> list[Step]:
    """Do it with those of the records that it can be done with; their steps are of one batch, for ``undo``.

    Where a rule of the data refuses one, it is done with none.
    """
    records = [record for record in _locked(model, keys) if not why_not(act, record)]
    if not records:
        return []
    if words := refusal_of(act, records[0], said, at):
        raise Refused(words)
    return _move(act, records, said, by=by, at=at, batch=uuid4())


@transaction.atomic
def undo(*, batch: UUID, by, at: datetime) -> list[Publishable]:
    """Take an act upon many back, as long as nobody changed any of its records since."""
    steps = list(Step.objects.filter(batch=batch, by=by).exclude(act=UNDO))
    if not steps:
        raise Refused("没有可以撤销的操作。")
    model = steps[0].content_type.model_class()
    records = {record.pk: record for record in _locked(model, [step.object_id for step in steps])}
    for step in steps:
        record = records.get(step.object_id)
        if record is None or (record.state, record.updated_at) != (step.to_state, step.at):
            what = f"{quoted(record)}后来又有改动" if record else "其中有的后来被删除"
            raise Refused(f"{what}，不能整批撤销，请逐条处理。")
        record.state, record.published_at = step.from_state, step.was_published_at
        record.expires_at = step.was_expires_at
        record.approved_by_id = step.was_approved_by_id
    back = [_step(UNDO, records[step.object_id], step.to_state, by, at, batch=batch) for step in steps]
    _write(list(records.values()), back, by=by, at=at, words="撤销。")
    return list(records.values())


def _locked(model: type[Publishable], keys: Iterable[int]) -> list[Publishable]:
    return list(
        model._default_manager.filter(pk__in=list(keys)).order_by("pk").select_for_update(of=("self",))
    )


def refusal_of(act: Act, record: Publishable, said: Said, at: datetime) -> str:
    """What is wrong with what is said with the act, in a sentence; empty where nothing is."""
    if act.wants == "reason" and not said.reason.strip():
        return f"请写明{act.label}的原因。"
    is_late = said.moment is None or said.moment <= at
    if act.wants == "times" and not record.is_published and is_late:
        return "定时发布的时间要在现在以后；要现在就公开，请点“发布”。"
    if act.name == "publish" and not is_late:
        return "这个时间还没有到；到时再公开的，请点“定时发布”。"
    if said.until and said.until <= max(at, said.moment or at):
        return "到期时间要在现在和公开的时间以后；要现在就不再公开，请点“撤回”。"
    return ""


def times_after(act: Act, record: Publishable, said: Said, at: datetime) -> tuple[datetime, datetime | None]:
    """From when and until when a record is public once the act that publishes it is done.

    One that was public before keeps its first time of publication, and no end that is over.
    """
    was, ends = record.published_at, record.expires_at
    since = said.moment or (was if was is not None and was <= at else at)
    kept = ends if ends is not None and ends > max(at, since) else None
    return since, said.until or (kept if act.name == "publish" else None)


def _move(
    act: Act, records: Sequence[Publishable], said: Said, *, by, at: datetime, batch: UUID | None = None
) -> list[Step]:
    steps = []
    for record in records:
        before = {
            "was_published_at": record.published_at,
            "was_expires_at": record.expires_at,
            "was_approved_by_id": record.approved_by_id,
        }
        from_state, record.state = record.state, act.to
        if act.publishes:
            record.approved_by = by
        if act.publishes and act.name != UPDATE:
            record.published_at, record.expires_at = times_after(act, record, said, at)
        told = {**before, "reason": said.reason.strip(), "batch": batch}
        steps.append(_step(act.name, record, from_state, by, at, **told))
    _write(records, steps, by=by, at=at, words=_words(act, said))
    return steps


def _step(name: str, record: Publishable, from_state: str, by, at: datetime, **told) -> Step:
    return Step(
        content_type=ContentType.objects.get_for_model(record),
        object_id=record.pk,
        act=name,
        by=by,
        at=at,
        from_state=from_state,
        to_state=record.state,
        published_at=record.published_at if record.state == State.PUBLISHED else None,
        expires_at=record.expires_at if record.state == State.PUBLISHED else None,
        **told,
    )


def _write(records: Sequence[Publishable], steps: list[Step], *, by, at: datetime, words: str) -> None:
    for record in records:
        record.updated_at = at
        stamp(record, by=by)
    try:
        with kept(records, by=by, words=words):
            type(records[0])._default_manager.bulk_update(records, _MOVED)
    except IntegrityError:
        _say_which_is_refused(records)
        raise
    Step.objects.bulk_create(steps)
    LogEntry.objects.log_actions(by.pk, records, CHANGE, change_message=words)


def _words(act: Act, said: Said) -> str:
    """The act as the record's history tells it."""
    times = (
        said.moment and f"从{moment_text(said.moment)}起",
        said.until and f"到{moment_text(said.until)}止",
    )
    more = f"（{'，'.join(filter(None, times))}）" if any(times) else ""
    why = said.reason.strip()
    return f"{act.label}{more}。" + (f"原因：{why}" if why else "")


def _say_which_is_refused(records: Iterable[Publishable]) -> None:
    """The database names the rule alone; staff need the record too."""
    for record in records:
        try:
            record.validate_constraints()
        except ValidationError as refusal:
            raise Refused(f"{quoted(record)}：{''.join(refusal.messages)}") from None
