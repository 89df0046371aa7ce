from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, Exists, Min, OuterRef, Q, Sum
from django.db.models.expressions import RawSQL
from django.db.models.functions import ExtractYear
from django.utils import timezone

from activities.indicators import entered, service_of
from activities.models import Figure
from toolkit.publishing import PublishableQuerySet, is_published

_CARD = (
    *("name", "kind", "announced_count", "place", "summary"),
    *("organization__name", "organization__short_name"),
)
# In SQL, since Django would take longer to put them together than the list takes to be read.
_FIELD_NAMES = """ARRAY(
    SELECT field.name FROM volunteers_servicefield AS field
    JOIN volunteers_team_fields AS link ON link.servicefield_id = field.id
    WHERE link.team_id = volunteers_team.id ORDER BY field.position, field.id
)"""
_ACTIVITY_COUNT = """(
    SELECT count(*) FROM activities_activity AS activity
    JOIN volunteers_team_activities AS link ON link.activity_id = activity.id
    WHERE link.team_id = volunteers_team.id AND activity.state = 'published' AND activity.published_at <= %s
)"""


class TeamQuerySet(PublishableQuerySet):
    def sizes(self):
        """For each kind, how many are registered one by one, and how many the group rows announce.

        The two stay apart: a group may be known by its number and have some of its teams registered.
        """
        return (
            self.order_by("kind")
            .values("kind")
            .annotate(
                rows=Count("pk"),
                registered=Count("pk", filter=Q(announced_count=None)),
                announced=Sum("announced_count"),
            )
        )

    def as_cards(self):
        """With what a list prints of each, ``field_names`` and ``activity_count``, and no other column."""
        count = RawSQL(_ACTIVITY_COUNT, (timezone.now(),), models.IntegerField())
        told = self.select_related("organization").only(*_CARD)
        return told.with_field_names().annotate(activity_count=count)

    def with_field_names(self):
        return self.annotate(field_names=RawSQL(_FIELD_NAMES, (), ArrayField(models.TextField())))


class ServiceRecordQuerySet(models.QuerySet):
    def served_between(self, start, end):
        """Service given on the days from ``start`` to ``end``, both included."""
        return self.filter(served_on__range=(start, end))

    def told(self):
        """Service that the public may be told of: not that given to an unpublished activity."""
        return self.filter(Q(activity__isnull=True) | is_published("activity"))

    def counted(self, indicators):
        """Those whose hours enter the total of service: where an activity states them, the statement does.

        Unless staff say that its records are the whole; neither is ever added to the other.
        """
        service = service_of(indicators)
        if service is None:
            return self.none()
        stated = Figure.objects.filter(
            activity=OuterRef("activity"),
            activity__service_is_whole=False,
            part=Figure.Part.TOTAL,
            as_of="",
            part_of__isnull=True,
        )
        return self.filter(~Exists(stated.alias(enters=entered(indicators)).filter(enters=service.pk)))

    def hours(self):
        """All hours added up, or None where there is no record."""
        return self.aggregate(hours=Sum("hours"))["hours"]

    def hours_by_year(self):
        """The hours of each year that has a record: {2020: Decimal("24.0")}."""
        years = self.order_by().values(year=ExtractYear("served_on")).annotate(total=Sum("hours"))
        return {row["year"]: row["total"] for row in years}

    def by_occasion(self):
        """Hours added up: a dict for each activity and team they were given to.

        Keys: ``activity_id``, ``activity__title``, ``team_id``, ``team__name`` (each may be None),
        ``team_is_public`` (a draft is not named to the public), ``total`` (hours), ``records`` (how many)
        and ``first`` (the lowest key among them).
        """
        return (
            self.values(
                "activity_id",
                "activity__title",
                "team_id",
                "team__name",
                team_is_public=is_published("team"),
            )
            .annotate(total=Sum("hours"), records=Count("pk"), first=Min("pk"))
            .order_by("activity_id", "team_id")
        )
