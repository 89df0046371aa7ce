from organizations.models.bodies import Committee, Organization, Partner

__all__ = ["Committee", "Organization", "Partner"]
