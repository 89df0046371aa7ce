"""Which lines of the log somebody sees: of records that are in reach, or were when they went into the bin."""

from collections.abc import Mapping

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, TextField
from django.db.models.functions import Cast

from desk.models import Binned
from desk.scope.reach import reach_of
from desk.scope.registry import SHARED, WHOLE, scope_of, within


def of_records(kinds: Mapping[type[Model], ContentType], user) -> Q:
    """The condition on lines that they are of records of these kinds."""
    if reach_of(user).is_whole:
        return Q(content_type__in=[kind.pk for kind in kinds.values()])
    told = Q(pk__in=())
    for model, kind in kinds.items():
        way = scope_of(model).way
        if way is SHARED:
            told |= Q(content_type=kind)
        elif way is not WHOLE:
            told |= Q(content_type=kind) & _in_reach(model, kind, user)
    return told


def was_reached(model: type[Model], key, user) -> bool:
    """Whether a record that is gone was one of those that the account reaches."""
    binned = Binned.objects.filter(content_type=ContentType.objects.get_for_model(model), object_id=str(key))
    return reach_of(user).is_whole or within(binned, user).exists()


def _in_reach(model, kind, user) -> Q:
    seen = within(model._base_manager.all(), user).annotate(key=Cast("pk", TextField())).values("key")
    binned = within(Binned.objects.filter(content_type=kind), user).values("object_id")
    return Q(object_id__in=seen) | Q(object_id__in=binned)
