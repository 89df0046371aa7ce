from django.db import models
from django.db.models import Count, Exists, Min, OuterRef, Q, Sum
from django.db.models.functions import ExtractYear

from activities.models import Figure
from toolkit.publishing import PublishableQuerySet, is_published


class TeamQuerySet(PublishableQuerySet):
    def sizes(self):
        """For each kind, how many are registered one by one, and how many the group rows announce.

        The two stay apart: a group may be known by its number and have some of its teams registered.
        """
        return (
            self.order_by("kind")
            .values("kind")
            .annotate(
                registered=Count("pk", filter=Q(announced_count=None)), announced=Sum("announced_count")
            )
        )


class ServiceRecordQuerySet(models.QuerySet):
    def served_between(self, start, end):
        """Service given on the days from ``start`` to ``end``, both included."""
        return self.filter(served_on__range=(start, end))

    def told(self):
        """Service that the public may be told of: not that given to an unpublished activity."""
        return self.filter(Q(activity__isnull=True) | is_published("activity"))

    def counted(self):
        """Those whose hours enter a total: where an activity states its hours, the statement does.

        Unless staff say that its records are the whole; neither is ever added to the other.
        """
        stated = Figure.objects.filter(
            activity=OuterRef("activity"),
            activity__service_is_whole=False,
            kind=Figure.Kind.HOURS,
            part=Figure.Part.TOTAL,
            as_of="",
        )
        return self.filter(~Exists(stated))

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
