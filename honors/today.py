"""Rounds of honours whose publicity ends, and rosters with fewer names than were announced."""

from datetime import timedelta

from django.db.models import F

from desk.today import Group, Line, register
from desk.today.columns import Column, newest_of, register_column
from honors.models import AwardTitle, Commendation, HonorReceived
from toolkit.dates.moments import in_days

AHEAD = timedelta(days=7)
LONGEST = timedelta(days=90)  # after which a decision is no longer waited for
WITHDRAWN = Commendation.State.WITHDRAWN


def ending(commendations, asked):
    last_days = (asked.today, asked.today + AHEAD)
    found = commendations.exclude(state=WITHDRAWN).filter(publicity_ends_on__range=last_days)
    return found.order_by("publicity_ends_on", "pk")


def undecided(commendations, asked):
    """Those before the public for objections long enough, and without a decision so far."""
    over = (asked.today - LONGEST, asked.today - timedelta(days=1))
    found = commendations.exclude(state=WITHDRAWN).filter(publicity_ends_on__range=over, decided_on=None)
    return found.order_by("publicity_ends_on", "pk")


def short(rosters, asked):
    """Both kinds of roster come from the desk with the number of names in them."""
    return rosters.filter(announced_count__gt=F("entered_count"))


def _short(one):
    return f"公布{one.announced_count}，已登记{one.entered_count}"


register(
    Line(
        name="ending",
        model=Commendation,
        title="一周内公示到期的表彰",
        group=Group.DUE,
        of=ending,
        told=lambda commendation: in_days(commendation.publicity_ends_on),
    ),
    Line(
        name="undecided",
        model=Commendation,
        title="公示已满，还没有填写表彰决定的",
        group=Group.DUE,
        of=undecided,
        told=lambda commendation: f"公示{commendation.publicity_text}",
    ),
    Line(
        name="short",
        model=AwardTitle,
        title="名单还没有补齐的奖项",
        group=Group.LACKING,
        of=lambda titles, asked: short(titles, asked).exclude(commendation__state=WITHDRAWN),
        told=lambda title: f"{title.commendation}：{_short(title)}",
    ),
    Line(
        name="short",
        model=HonorReceived,
        title="名单还没有补齐的上级荣誉",
        group=Group.LACKING,
        of=lambda honors, asked: short(honors, asked).exclude(state=WITHDRAWN),
        told=_short,
    ),
)
register_column(
    Column("表彰荣誉", Commendation, lambda: newest_of(Commendation.objects, HonorReceived.objects))
)
