"""To whom the desk's own tables belong, and those that came with Django."""

from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from desk.models import Binned, Draft, LogLine, Overruled
from desk.scope.reach import reach_of
from desk.scope.registry import SHARED, WHOLE, scope, within
from toolkit.models import FormerAddress

scope(ContentType, SHARED)
scope(FormerAddress, WHOLE)
scope(Group, WHOLE)
scope(LogLine, SHARED)  # its lines are told apart by their records: desk.log.seen
scope(Overruled, WHOLE)
scope(Permission, WHOLE)


def _as_deleted(user) -> Q:
    return Q(owners__overlap=list(reach_of(user).keys))


def _by_colleagues(user) -> Q:
    """A draft that could not be stored yet belongs to whoever wrote it, and to who reaches that account."""
    return Q(created_by=user) | Q(created_by__in=within(User.objects.all(), user).values("pk"))


scope(Binned, _as_deleted)
scope(Draft, _by_colleagues)
