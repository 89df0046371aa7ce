"""How far an account reaches: its organizations, and all beneath them; of the root the whole district."""

from django.db import connection

from desk.scope.reach import Reach
from organizations.models import Membership, Organization

_BENEATH = f"""
    WITH RECURSIVE mine AS (
        SELECT organization.id, organization.kind = '{Organization.Kind.COMMITTEE}' AS is_root
        FROM {Membership._meta.db_table} AS membership
        JOIN {Organization._meta.db_table} AS organization ON organization.id = membership.organization_id
        WHERE membership.account_id = %s
    ), beneath AS (
        SELECT id FROM mine WHERE NOT is_root
        UNION
        SELECT child.id
        FROM {Organization._meta.db_table} AS child JOIN beneath ON child.parent_id = beneath.id
    )
    SELECT id, is_root FROM mine WHERE is_root UNION ALL SELECT id, false FROM beneath
"""


def reach_of_account(user) -> Reach:
    with connection.cursor() as cursor:
        cursor.execute(_BENEATH, [user.pk])
        found = cursor.fetchall()
    if any(is_root for _, is_root in found):
        return Reach(is_whole=True)
    return Reach(keys=frozenset(key for key, _ in found))
