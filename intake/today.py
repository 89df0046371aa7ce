"""Rosters and tables of hours that were pasted or read in and wait for a yes."""

from desk.today import Group, Line, register
from intake.models import Batch

register(
    Line(
        name="open",
        model=Batch,
        title="待确认的批量录入",
        group=Group.MINE,
        of=lambda batches, asked: batches.filter(state=Batch.State.OPEN).order_by("-created_at", "-pk"),
        told=lambda batch: batch.get_kind_display(),
    )
)
