from volunteers.admin.people import VolunteerAdmin
from volunteers.admin.service import ServiceRecordAdmin
from volunteers.admin.teams import ServiceFieldAdmin, TeamAdmin

__all__ = ["ServiceFieldAdmin", "ServiceRecordAdmin", "TeamAdmin", "VolunteerAdmin"]
