from activities.admin.activity import ActivityAdmin
from activities.admin.figures import FigureAdmin
from activities.admin.grouping import CampaignAdmin, TagAdmin, WorkAreaAdmin

__all__ = ["ActivityAdmin", "CampaignAdmin", "FigureAdmin", "TagAdmin", "WorkAreaAdmin"]
