"""An activity is its organizers', with all that stands on its page; what it is filed under is everybody's."""

from activities.models import (
    Activity,
    Campaign,
    Figure,
    Indicator,
    Participant,
    Partnership,
    Photo,
    Tag,
    WorkArea,
)
from desk.scope.registry import SHARED, scope

scope(Activity, "organizers")
for rows in (Figure, Participant, Partnership, Photo):
    scope(rows, "activity")
for shared in (Campaign, Indicator, Tag, WorkArea):
    scope(shared, SHARED)
