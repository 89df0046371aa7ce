from organizations.models.bodies import Committee, Organization, Partner
from organizations.models.persons import Person, PersonPost

__all__ = ["Committee", "Organization", "Partner", "Person", "PersonPost"]
