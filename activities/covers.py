"""The picture of what has none of its own, a campaign or a team: that of its newest activity with one."""

from collections.abc import Iterable

from django.db.models import F

from activities.models import Photo
from toolkit.publishing import is_published

_PRINTED = ("image", "width", "height", "alt", "activity__title")


def covers_of(owners: Iterable, relation: str) -> dict[int, Photo]:
    """The first photo of each owner's newest activity that has one, by the owner's key, in one query.

    ``relation`` leads from an activity to its owners. Each photo has the title of its activity at hand.
    """
    of_owner = f"activity__{relation}__pk"
    keys = [owner.pk for owner in owners]
    photos = Photo.objects.filter(is_published("activity"), **{f"{of_owner}__in": keys})
    # Sorted by owner first: walking all activities from the newest would be long where few have photos.
    newest = photos.order_by(of_owner, "-activity__starts_on", "-activity_id", "position", "pk")
    told = newest.distinct(of_owner).select_related("activity").annotate(owner_told=F(of_owner))
    return {photo.owner_told: photo for photo in told.only(*_PRINTED)}
