from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, Exists, Min, OuterRef, Q, Sum
from django.db.models.expressions import RawSQL
from django.db.models.functions import ExtractYear

from activities.indicators import entered, service_of
from activities.models import Figure
from toolkit.publishing import PublishableQuerySet, is_published

# In SQL, since Django would take longer to put them together than the list takes to be read.
_FIELD_NAMES = """ARRAY(
    SELECT field.name FROM volunteers_servicefield AS field
    JOIN volunteers_team_fields AS link ON link.servicefield_id = field.id
    WHERE link.team_id = volunteers_team.id ORDER BY field.position, field.id
)"""


class TeamQuerySet(PublishableQuerySet):
    def with_field_names(self):
        return self.annotate(field_names=RawSQL(_FIELD_NAMES, (), ArrayField(models.TextField())))


class ServiceRecordQuerySet(models.QuerySet):
    def served_between(self, start, end):
        """Service given on the days from ``start`` to ``end``, both included."""
        return self.filter(served_on__range=(start, end))

    def told(self):
        """Service that the public may be told of: confirmed, and not given to an unpublished activity."""
        return self.confirmed().filter(Q(activity__isnull=True) | is_published("activity"))

    def confirmed(self):
        return self.filter(confirmed_at__isnull=False)

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

    def hours_by_year(self):
        """Rows of the ``total`` of each ``year`` that has a record."""
        return self.order_by().values(year=ExtractYear("served_on")).annotate(total=Sum("hours"))

    def by_occasion(self, *also: str):
        """Hours added up: a dict for each activity and team they were given to, and for each of ``also``.

        Keys: ``activity_id``, ``activity__title``, ``team_id``, ``team__name`` (each may be None),
        ``team_is_public`` (a draft is not named to the public), ``total`` (hours), ``records`` (how many)
        and ``first`` (the lowest key among them).
        """
        return (
            self.values(
                *also,
                "activity_id",
                "activity__title",
                "team_id",
                "team__name",
                team_is_public=is_published("team"),
            )
            .annotate(total=Sum("hours"), records=Count("pk"), first=Min("pk"))
            .order_by("activity_id", "team_id")
        )
