"""A story page: the activity with all that its page prints, in a number of queries that does not grow."""

from dataclasses import dataclass
from functools import cache
from itertools import chain

from django.contrib.postgres.fields import ArrayField
from django.db.models import F, JSONField, Prefetch, QuerySet, TextField
from django.db.models.expressions import RawSQL
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from activities.models import Activity, Figure, Participant, Partnership, Photo, WorkArea
from organizations.models import Partner
from toolkit.kept.components import remembered_part
from toolkit.kept.told import NOTHING, holding, records_of, rows_of, statement_of, told
from toolkit.publishing import name_of, published_sql

ANY_KEY = -1  # stands in for it
LARGEST_KEY = 2**63 - 1

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
        f"""coalesce((
            SELECT jsonb_agg(
                jsonb_build_object('pk', campaign.id, 'name', campaign.name, 'slug', campaign.slug)
                ORDER BY campaign.name
            )
            FROM activities_campaign AS campaign
            JOIN activities_activity_campaigns AS link ON link.campaign_id = campaign.id
            WHERE link.activity_id = activities_activity.id AND {published_sql("campaign", "%s")}
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
        WHERE {published_sql()} AND id <> %(key)s AND {belongs}
        ORDER BY {order} LIMIT {most}
    )"""
    for place, (belongs, order, most) in _PLACES.items()
)


def with_lists(activities: QuerySet) -> QuerySet:
    now = timezone.now()
    return activities.annotate(
        **{name: RawSQL(sql, (now,) * sql.count("%s"), field) for name, (sql, field) in _LISTS.items()}
    )


def stories() -> QuerySet:
    """Activities, each with what its story page prints.

    Names from other tables come as lists in the same row: ``tag_names`` (of very many the first, one more
    than are printed), ``organizer_names`` and ``public_campaigns`` (dicts of ``pk``, ``name`` and ``slug``).
    """
    return with_lists(Activity.objects.select_related("area")).prefetch_related(
        Prefetch("figures", Figure.objects.select_related("part_of")),
        "photos",
        "participants",
        Prefetch("partnerships", Partnership.objects.select_related("partner")),
    )


@cache
def _statements() -> dict[str, str]:
    """All that a story page prints of the activity with this key; in which order, the models say."""
    own = [field.attname for field in Activity._meta.concrete_fields]
    others = {"area_name": F("area__name"), "area_slug": F("area__slug"), "approver": name_of("approved_by")}
    related = {
        "figures": Figure.objects.values(),
        "photos": Photo.objects.values(),
        "participants": Participant.objects.values(),
        "partnerships": Partnership.objects.values("id", "part", partner_name=F("partner__name")),
    }
    teams = Activity._meta.get_field("teams").related_model.objects.published()
    asked = {
        "story": with_lists(Activity.objects.filter(pk=ANY_KEY)).values(*own, *_LISTS, **others),
        "teams": teams.filter(activities=ANY_KEY).values("id", "name", "kind", "announced_count"),
        **{name: rows.filter(activity=ANY_KEY) for name, rows in related.items()},
    }
    return {name: statement_of(rows, key=ANY_KEY) for name, rows in asked.items()}


@dataclass(frozen=True)
class Whole:
    """A story with what belongs to it at hand, and its page's parts as they are printed."""

    activity: Activity
    story: SafeString
    facts: SafeString


def whole_story(key: int) -> Whole | None:
    """The activity with this key, published or not, asked in one query; None where there is none."""
    found = told(_statements(), key=min(key, LARGEST_KEY), now=timezone.now())
    return None if found["story"] == NOTHING else _whole(**found)


@remembered_part
def _whole(story: str, figures: str, photos: str, participants: str, partnerships: str, teams: str) -> Whole:
    (activity,) = records_of(Activity, rows_of(story))
    activity.area = WorkArea(pk=activity.area_id, name=activity.area_name, slug=activity.area_slug)
    part = records_of(Partnership, rows_of(partnerships))
    for partnership in part:
        partnership.partner = Partner(name=partnership.partner_name)
    holding(
        activity,
        figures=_figures(figures),
        photos=records_of(Photo, rows_of(photos)),
        participants=records_of(Participant, rows_of(participants)),
        partnerships=part,
    )
    shown = {
        "activity": activity,
        "teams": records_of(Activity._meta.get_field("teams").related_model, rows_of(teams)),
    }
    return Whole(
        activity,
        render_to_string("activities/_story.html", shown),
        render_to_string("activities/_facts.html", shown),
    )


def _figures(text: str) -> list[Figure]:
    """Each with that which it is part of, another of the same story."""
    figures = records_of(Figure, rows_of(text))
    by_key = {figure.pk: figure for figure in figures}
    for figure in figures:
        if figure.part_of_id in by_key:
            figure.part_of = by_key[figure.part_of_id]
    return figures


def told_around(story: Activity) -> str:
    """What a story leads on to, asked in one query."""
    asked = {
        "now": timezone.now(),
        "key": story.pk,
        "day": story.starts_on,
        "area": story.area_id,
        "campaigns": [campaign["pk"] for campaign in story.public_campaigns],
    }
    return told({"around": _AROUND}, **asked)["around"]


@remembered_part
def around_part(told: str) -> SafeString:
    return render_to_string("activities/_around.html", {"around": around(told)})


@dataclass(frozen=True)
class Surroundings:
    """The next newer and the next older story, each None at its end, and others on the same matter."""

    newer: Activity | None
    older: Activity | None
    related: tuple[Activity, ...]


def around(told: str) -> Surroundings:
    """What ``told_around`` found: a row may come under several places."""
    found = {place: [] for place in _PLACES}
    for activity in records_of(Activity, rows_of(told)):
        found[activity.place_told].append(activity)
    newer, older = (next(iter(found[place]), None) for place in ("newer", "older"))
    newest_first = (sorted(found[place], key=_day, reverse=True) for place in ("campaign", "area"))
    others = dict.fromkeys(chain.from_iterable(newest_first))
    related = [other for other in others if other not in (newer, older)]
    return Surroundings(newer, older, tuple(related[:RELATED]))


def _day(story):
    return story.starts_on, story.pk
