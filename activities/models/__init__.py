from activities.models.activity import Activity, Participant, Partnership
from activities.models.figure import Figure
from activities.models.grouping import Campaign, Tag, WorkArea
from activities.models.indicator import Indicator
from activities.models.photo import Photo

__all__ = [
    "Activity",
    "Campaign",
    "Figure",
    "Indicator",
    "Participant",
    "Partnership",
    "Photo",
    "Tag",
    "WorkArea",
]
