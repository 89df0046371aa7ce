"""The picture of what has none of its own, a campaign or a team: that of its newest activity with one."""

from django.db.models import Subquery
from django.db.models.functions import JSONObject

from activities.models import Photo
from toolkit.publishing import is_published


def newest_cover(**of_owner) -> Subquery:
    """The first photo of the newest such activity, in one column; ``cover_of`` makes it a photo again."""
    photos = Photo.objects.filter(is_published("activity"), **of_owner)
    newest = photos.order_by("-activity__starts_on", "-activity_id", "position", "pk")
    told = JSONObject(image="image", width="width", height="height", alt="alt", activity_id="activity_id")
    return Subquery(newest.values(told=told)[:1])


def cover_of(told: dict | None) -> Photo | None:
    return Photo(**told) if told else None
