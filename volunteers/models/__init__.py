"""Those who give service, their teams, and the hours that they gave."""

from volunteers.models.people import Volunteer
from volunteers.models.service import ServiceRecord
from volunteers.models.teams import Membership, ServiceField, Team

__all__ = ["Membership", "ServiceField", "ServiceRecord", "Team", "Volunteer"]
