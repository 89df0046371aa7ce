"""``user.has_perm("activities.change_activity", activity)``: the right, and whether it reaches the record."""

from django.contrib.auth.backends import BaseBackend

from desk.scope.registry import changes, changes_kind, sees, sees_kind


class Records(BaseBackend):
    """Beside Django's own backend, which knows of rights and of no record.

    In the place of the record its model may be given: whether there are any that the right reaches.
    """

    def has_perm(self, user_obj, perm, obj=None):
        if obj is None or not user_obj.is_active or not user_obj.has_perm(perm):
            return False
        is_read = perm.partition(".")[2].startswith("view_")
        if isinstance(obj, type):
            return (sees_kind if is_read else changes_kind)(user_obj, obj)
        return (sees if is_read else changes)(user_obj, obj)
