"""What activities still lack."""

from datetime import timedelta

from django.db.models import Exists, OuterRef

from activities.models import Activity, Figure, Photo
from desk.today import Group, Line, register
from desk.today.columns import NEWS, Column, newest_of, register_column

OF_LATE = timedelta(days=183)  # what is older is entered from paper, of which there may be no photo


def _held_of_late(activities, asked):
    held = activities.exclude(state=Activity.State.WITHDRAWN)
    return held.filter(starts_on__range=(asked.today - OF_LATE, asked.today)).newest_first()


def without(model):
    """A condition of activities as ``Line`` has it: held of late, and no row of the model."""
    rows = model.objects.filter(activity=OuterRef("pk"))
    return lambda activities, asked: _held_of_late(activities, asked).filter(~Exists(rows))


register(
    Line(
        name="without-figures",
        model=Activity,
        title="近半年的活动，还没有数据",
        group=Group.LACKING,
        of=without(Figure),
        told=lambda activity: activity.when_text,
    ),
    Line(
        name="without-photos",
        model=Activity,
        title="近半年的活动，还没有照片",
        group=Group.LACKING,
        of=without(Photo),
        told=lambda activity: activity.when_text,
    ),
)
register_column(Column("活动", Activity, lambda: newest_of(Activity.objects), NEWS))
