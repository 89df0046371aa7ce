"""A story page: the activity with all that its page prints, in a number of queries that does not grow."""

from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Prefetch, QuerySet, Value
from django.db.models.functions import Coalesce, JSONObject, NullIf

from activities.models import Activity, Campaign, Partnership, Tag
from organizations.models import Organization

RELATED = 4
TAGS = 30  # a page prints so many of a story's tags
_CARD = ("pk", "title", "starts_on", "ends_on", "date_precision", "day_part")


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
    public = Activity.objects.published().exclude(pk=story.pk).only(*_CARD)
    newer, older = public.beside(story)
    campaigns = [campaign["pk"] for campaign in story.public_campaigns]
    through = Activity.campaigns.through.objects.filter(campaign__in=campaigns)
    same_campaign = public.filter(pk__in=through.values("activity")).newest_first()
    same_area = public.filter(area=story.area_id).newest_first()
    places = {
        "newer": newer[:1],
        "older": older[:1],
        "campaign": same_campaign[: RELATED + 2],
        "area": same_area[: RELATED + 2],
    }
    found = _by_place(places)
    newer, older = (next(iter(found[place]), None) for place in ("newer", "older"))
    others = dict.fromkeys([*found["campaign"], *found["area"]])
    related = [other for other in others if other not in (newer, older)]
    return Surroundings(newer, older, tuple(related[:RELATED]))


def _by_place(places: dict) -> dict:
    first, *others = (rows.annotate(place_told=Value(place)) for place, rows in places.items())
    found = {place: [] for place in places}
    for row in sorted(first.union(*others, all=True), key=lambda row: (row.starts_on, row.pk), reverse=True):
        found[row.place_told].append(row)
    return found
