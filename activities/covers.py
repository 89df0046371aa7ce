"""The picture of what has none of its own, a campaign or a team: that of its newest activity with one."""

from django.db.models import Subquery
from django.db.models.functions import JSONObject

from activities.models import Activity, Photo
from toolkit.publishing import is_published

_PHOTO = ("image", "width", "height", "alt")
_ACTIVITY = {"id": "activity_id", "title": "activity__title"}


def newest_cover(**of_owner) -> Subquery:
    """The first photo of the newest such activity, in one column; ``cover_of`` makes it a photo again."""
    photos = Photo.objects.filter(is_published("activity"), **of_owner)
    newest = photos.order_by("-activity__starts_on", "-activity_id", "position", "pk")
    told = JSONObject(**{name: name for name in _PHOTO}, of=JSONObject(**_ACTIVITY))
    return Subquery(newest.values(told=told)[:1])


def cover_of(told: dict | None) -> Photo | None:
    """The photo, with what its caption needs of its activity."""
    if told is None:
        return None
    return Photo(activity=Activity(**told["of"]), **{name: told[name] for name in _PHOTO})
