"""A story page: the activity with all that its page prints, in a number of queries that does not grow."""

from dataclasses import dataclass
from itertools import chain

from django.contrib.postgres.fields import ArrayField
from django.db.models import JSONField, Prefetch, QuerySet, TextField
from django.db.models.expressions import RawSQL
from django.utils import timezone

from activities.models import Activity, Figure, Partnership

RELATED = 4
TAGS = 30  # a page prints so many of a story's tags
# In SQL, since Django would take longer to put them together than the story takes to be read.
_LISTS = {
    "tag_names": (
        f"""ARRAY(
            SELECT tag.name FROM activities_tag AS tag
            JOIN activities_activity_tags AS link ON link.tag_id = tag.id
            WHERE link.activity_id = activities_activity.id ORDER BY tag.name LIMIT {TAGS + 1}
        )""",
        ArrayField(TextField()),
    ),
    "organizer_names": (
        """ARRAY(
            SELECT coalesce(nullif(organization.short_name, ''), organization.name)
            FROM organizations_organization AS organization
            JOIN activities_activity_organizers AS link ON link.organization_id = organization.id
            WHERE link.activity_id = activities_activity.id ORDER BY organization.name
        )""",
        ArrayField(TextField()),
    ),
    "public_campaigns": (
        """coalesce((
            SELECT jsonb_agg(
                jsonb_build_object('pk', campaign.id, 'name', campaign.name, 'slug', campaign.slug)
                ORDER BY campaign.name
            )
            FROM activities_campaign AS campaign
            JOIN activities_activity_campaigns AS link ON link.campaign_id = campaign.id
            WHERE link.activity_id = activities_activity.id AND campaign.is_published
        ), '[]')""",
        JSONField(),
    ),
}
# What belongs in each place, in which order, and how many of it at most. In SQL, since Django would take
# much longer to put it together. Of the neighbours, the first condition lets the index begin at the day.
_PLACES = {
    "newer": ("starts_on >= %(day)s AND (starts_on, id) > (%(day)s, %(key)s)", "starts_on, id", 1),
    "older": ("starts_on <= %(day)s AND (starts_on, id) < (%(day)s, %(key)s)", "starts_on DESC, id DESC", 1),
    "campaign": (
        "id IN (SELECT activity_id FROM activities_activity_campaigns"
        " WHERE campaign_id = ANY(%(campaigns)s))",
        "starts_on DESC, id DESC",
        RELATED + 2,
    ),
    "area": ("area_id = %(area)s", "starts_on DESC, id DESC", RELATED + 2),
}
_AROUND = " UNION ALL ".join(
    f"""(
        SELECT '{place}' AS place_told, id, title, starts_on, ends_on, date_precision, day_part
        FROM activities_activity
        WHERE state = 'published' AND published_at <= %(now)s AND id <> %(key)s AND {belongs}
        ORDER BY {order} LIMIT {most}
    )"""
    for place, (belongs, order, most) in _PLACES.items()
)


def stories() -> QuerySet:
    """Activities, each with what its story page prints.

    Names from other tables come as lists in the same row: ``tag_names`` (of very many the first, one more
    than are printed), ``organizer_names`` and ``public_campaigns`` (dicts of ``pk``, ``name`` and ``slug``).
    """
    return (
        Activity.objects.select_related("area")
        .annotate(**{name: RawSQL(sql, (), field) for name, (sql, field) in _LISTS.items()})
        .prefetch_related(
            Prefetch("figures", Figure.objects.select_related("part_of")),
            "photos",
            "participants",
            Prefetch("partnerships", Partnership.objects.select_related("partner")),
        )
    )


@dataclass(frozen=True)
class Surroundings:
    """The next newer and the next older story, each None at its end, and others on the same matter."""

    newer: Activity | None
    older: Activity | None
    related: tuple[Activity, ...]


def around(story: Activity) -> Surroundings:
    """What a story of ``stories()`` leads on to, in one query: a row may come under several places."""
    told = {
        "now": timezone.now(),
        "key": story.pk,
        "day": story.starts_on,
        "area": story.area_id,
        "campaigns": [campaign["pk"] for campaign in story.public_campaigns],
    }
    found = {place: [] for place in _PLACES}
    for row in Activity.objects.raw(_AROUND, told):
        found[row.place_told].append(row)
    newer, older = (next(iter(found[place]), None) for place in ("newer", "older"))
    newest_first = (sorted(found[place], key=_day, reverse=True) for place in ("campaign", "area"))
    others = dict.fromkeys(chain.from_iterable(newest_first))
    related = [other for other in others if other not in (newer, older)]
    return Surroundings(newer, older, tuple(related[:RELATED]))


def _day(story):
    return story.starts_on, story.pk
