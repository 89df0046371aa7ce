"""A team, and a volunteer with the hours served, belong to their organization."""

from desk.scope.registry import SHARED, scope
from volunteers.models import Membership, ServiceField, ServiceRecord, Team, Volunteer

scope(Team, "organization")
scope(Membership, "team")
scope(Volunteer, "organization")
scope(ServiceRecord, "volunteer")
scope(ServiceField, SHARED)
