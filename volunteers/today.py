"""The column of teams is one that must not stand still."""

from desk.today.columns import Column, newest_of, register_column
from volunteers.models import Team

register_column(Column("志愿服务", Team, lambda: newest_of(Team.objects)))
