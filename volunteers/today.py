"""Hours that wait to be confirmed; the column of teams is one that must not stand still."""

from counting import plain
from desk.today import Group, Line, register
from desk.today.columns import Column, newest_of, register_column
from volunteers.admin.confirming import RIGHT as CONFIRM
from volunteers.models import ServiceRecord, Team

register_column(Column("志愿服务", Team, lambda: newest_of(Team.objects)))
register(
    Line(
        name="unconfirmed",
        model=ServiceRecord,
        title="待确认的服务时长",
        group=Group.MINE,
        of=lambda records, asked: records.filter(confirmed_at=None).order_by("-served_on", "-pk"),
        told=lambda record: f"{plain(record.hours)}小时",
        may=lambda desk, asked: asked.request.user.has_perm(CONFIRM),
    )
)
