"""Whom a round asks, and what; and whom it has to remind."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from branches.models import CensusQuestion, CensusReturn, CensusRound
from organizations.models import Organization
from toolkit.publishing import stamp
from toolkit.texts.quoting import quoted

ASKABLE = tuple(kind for kind in Organization.Kind if kind != Organization.Kind.COMMITTEE)
_KEPT = ("name", "unit", "is_required", "is_added", "at_most", "compared_with", "indicator", "position")
# What every round asked until an office has asked its own.
USUAL = (
    {"name": "团员数", "unit": "名"},
    {"name": "团干部数", "unit": "名", "at_most": "团员数"},
    {"name": "新发展团员", "unit": "名", "at_most": "团员数"},
    {"name": "入团申请", "unit": "人"},
    {"name": "活动场次", "unit": "场", "compared_with": CensusQuestion.Record.ACTIVITIES},
    {"name": "志愿者", "unit": "人", "compared_with": CensusQuestion.Record.VOLUNTEERS},
)


def ask(asked: CensusRound, kinds: Iterable[str], *, by) -> int:
    """An empty return for each active organization of these kinds that has none; how many were made."""
    bodies = Organization.objects.filter(kind__in=list(kinds), is_active=True).exclude(
        census_returns__round=asked
    )
    made = [CensusReturn(round=asked, organization=body) for body in bodies]
    for one in made:
        stamp(one, by=by)
    CensusReturn.objects.bulk_create(made)
    return len(made)


def kinds_asked(asked: CensusRound) -> set[str]:
    return set(asked.returns.values_list("organization__kind", flat=True))


def before(asked: CensusRound) -> CensusRound | None:
    """The round whose period ended last before this one's."""
    return CensusRound.objects.filter(ends_on__lt=asked.ends_on).order_by("-ends_on", "-pk").first()


def ask_as_before(asked: CensusRound) -> CensusRound | None:
    """The questions of the round before; of a first round the usual ones. Returns that round."""
    earlier = before(asked)
    if earlier:
        told = [{name: getattr(one, name) for name in _KEPT} for one in earlier.questions.all()]
    else:
        told = [{**one, "position": number} for number, one in enumerate(USUAL, 1)]
    CensusQuestion.objects.bulk_create(CensusQuestion(round=asked, **one) for one in told)
    return earlier


@transaction.atomic
def remind(asked: CensusRound, *, by, at: datetime) -> int:
    """Whoever is missing is told so on the desk; how many these are."""
    missing = asked.returns.missing()
    number = missing.update(reminded_at=at, updated_by=by, updated_at=at)
    return number


def reminder(asked: CensusRound) -> str:
    """A text for the group chat, which names who is missing and until when; empty where nobody is."""
    bodies = [str(one.organization) for one in asked.returns.missing().select_related("organization")]
    if not bodies:
        return ""
    until = f"{asked.closes_on.month}月{asked.closes_on.day}日"
    number = f"还有{len(bodies)}家" if len(bodies) > 1 else "还有1家"
    who = "、".join(bodies)
    return f"各位团干部好，{quoted(asked)}{number}没有报：{who}。请于{until}前登录工作台填报，谢谢！"
