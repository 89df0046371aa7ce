"""Notices whose time runs out."""

from datetime import timedelta

from desk.today import Group, Line, register
from desk.today.columns import Column, newest_of, register_column
from notices.models import Notice
from toolkit.dates.moments import in_days

AHEAD = timedelta(days=7)


def ending(notices, asked):
    """Those before the public for objections, and soon no longer."""
    last_days = (asked.today, asked.today + AHEAD)
    publicity = notices.filter(kind=Notice.Kind.PUBLICITY, ends_on__range=last_days)
    return publicity.published().order_by("ends_on", "pk")


register(
    Line(
        name="ending",
        model=Notice,
        title="一周内到期的公示",
        group=Group.DUE,
        of=ending,
        told=lambda notice: in_days(notice.ends_on),
    )
)
register_column(Column("通知公告", Notice, lambda: newest_of(Notice.objects)))
