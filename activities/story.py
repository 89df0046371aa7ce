"""A story page: the activity with all that its page prints, in a number of queries that does not grow."""

from dataclasses import dataclass
from itertools import chain

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Prefetch, QuerySet, Value
from django.db.models.functions import Coalesce, JSONObject, NullIf
from django.utils import timezone

from activities.models import Activity, Campaign, Partnership, Tag
from organizations.models import Organization

RELATED = 4
TAGS = 30  # a page prints so many of a story's tags
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
    of_activity = {"activities": OuterRef("pk")}
    short_name = Coalesce(NullIf("short_name", Value("")), "name")
    campaign = JSONObject(pk="pk", name="name", slug="slug")
    campaigns = Campaign.objects.published().filter(**of_activity).values(told=campaign)
    return (
        Activity.objects.select_related("area")
        .annotate(
            tag_names=ArraySubquery(Tag.objects.filter(**of_activity).values("name")[: TAGS + 1]),
            organizer_names=ArraySubquery(Organization.objects.filter(**of_activity).values(told=short_name)),
            public_campaigns=ArraySubquery(campaigns),
        )
        .prefetch_related(
            "figures",
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
