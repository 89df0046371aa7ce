"""Organizations are what accounts are tied to; the committee and its site are the whole district's."""

from django.contrib.auth.models import User

from desk.scope.reach import tell_reach
from desk.scope.registry import ITSELF, SHARED, WHOLE, scope
from organizations.models import Committee, Membership, Organization, Partner, Person, PersonPost
from organizations.reach import reach_of_account

tell_reach(reach_of_account)

scope(Committee, WHOLE)
scope(Organization, ITSELF)
scope(Partner, SHARED)
scope(Membership, "organization")
scope(Person, "organization")
scope(PersonPost, "person")
scope(User, "memberships", changed_by_all=False)  # who changes accounts gives rights
