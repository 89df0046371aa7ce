from activities.admin.activity import ActivityAdmin
from activities.admin.figures import FigureAdmin
from activities.admin.grouping import CampaignAdmin, TagAdmin, WorkAreaAdmin
from activities.admin.indicators import IndicatorAdmin

__all__ = ["ActivityAdmin", "CampaignAdmin", "FigureAdmin", "IndicatorAdmin", "TagAdmin", "WorkAreaAdmin"]
