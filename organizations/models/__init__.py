from organizations.models.bodies import Committee, Organization, Partner
from organizations.models.memberships import Membership
from organizations.models.persons import Person, PersonPost

__all__ = ["Committee", "Membership", "Organization", "Partner", "Person", "PersonPost"]
