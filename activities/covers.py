"""The picture of what has none of its own, a campaign or a team: that of its newest activity with one."""

from collections.abc import Sequence

from django.utils import timezone

from activities.models import Activity, Photo

# In SQL, since Django would take longer to put it together than the database takes to answer. Sorted by owner
# first: walking all activities from the newest would be long where few have photos.
_COVERS = """
    SELECT DISTINCT ON (link.{owner})
        link.{owner} AS owner_told, activity.title AS title_told,
        photo.id, photo.activity_id, photo.image, photo.width, photo.height, photo.alt
    FROM {link} AS link
    JOIN activities_activity AS activity ON activity.id = link.activity_id
    JOIN activities_photo AS photo ON photo.activity_id = activity.id
    WHERE link.{owner} = ANY(%s) AND activity.state = 'published' AND activity.published_at <= %s
    ORDER BY link.{owner}, activity.starts_on DESC, activity.id DESC, photo.position, photo.id
"""


def covers_of(owners: Sequence) -> dict[int, Photo]:
    """The first photo of each owner's newest activity that has one, by the owner's key, in one query.

    The owners are of one kind, which has ``activities``. Each photo has the title of its activity at hand.
    """
    if not owners:
        return {}
    link = type(owners[0]).activities.through._meta
    owner = next(field for field in link.fields if field.related_model is type(owners[0]))
    sql = _COVERS.format(link=link.db_table, owner=owner.column)
    covers = {}
    for photo in Photo.objects.raw(sql, [[owner.pk for owner in owners], timezone.now()]):
        photo.activity = Activity(pk=photo.activity_id, title=photo.title_told)
        covers[photo.owner_told] = photo
    return covers
