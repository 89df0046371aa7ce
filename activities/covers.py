"""The picture of what has none of its own, a campaign or a team: that of its newest activity with one."""

from collections.abc import Iterable

from django.db.models import Model

from activities.models import Activity, Photo
from toolkit.publishing import published_sql

# In SQL, since Django would take longer to put it together than the database takes to answer. Sorted by owner
# first: walking all activities from the newest would be long where few have photos.
_COVERS = """
    SELECT DISTINCT ON (link.{owner})
        link.{owner} AS owner_told, activity.title AS title_told,
        photo.id, photo.activity_id, photo.image, photo.width, photo.height, photo.alt,
        photo.focus_x, photo.focus_y
    FROM {link} AS link
    JOIN activities_activity AS activity ON activity.id = link.activity_id
    JOIN activities_photo AS photo ON photo.activity_id = activity.id
    WHERE link.{owner} {which} AND {published}
    ORDER BY link.{owner}, activity.starts_on DESC, activity.id DESC, photo.position, photo.id
"""


def covers_statement(owner: type[Model], which: str) -> str:
    """The first photo of each owner's newest activity that has one; ``which`` holds of the owners' keys."""
    link = owner.activities.through._meta
    column = next(field.column for field in link.fields if field.related_model is owner)
    told = {"link": link.db_table, "owner": column, "which": which}
    return _COVERS.format(**told, published=published_sql("activity"))


def covers_by_owner(rows: Iterable[dict]) -> dict[int, Photo]:
    """The photos of such rows by the keys of their owners, each with the title of its activity at hand."""
    return {row["owner_told"]: _cover(**row) for row in rows}


def _cover(*, owner_told, title_told, activity_id, **photo) -> Photo:
    return Photo(activity=Activity(pk=activity_id, title=title_told), **photo)
