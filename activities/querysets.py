from django.db import models
from django.db.models import Count, Q

from toolkit.publishing import PublishableQuerySet, is_published
from toolkit.timing import DatedQuerySet


class ActivityQuerySet(PublishableQuerySet, DatedQuerySet):
    def newest_first(self):
        return self.order_by("-starts_on", "-pk")

    def beside(self, activity):
        """The next newer and the next older one, each None at its end."""
        newer = Q(starts_on__gt=activity.starts_on) | Q(starts_on=activity.starts_on, pk__gt=activity.pk)
        older = Q(starts_on__lt=activity.starts_on) | Q(starts_on=activity.starts_on, pk__lt=activity.pk)
        return (
            self.filter(newer).order_by("starts_on", "pk").first(),
            self.filter(older).newest_first().first(),
        )

    def with_cover(self):
        """With their photos at hand, so that a card may show the first one."""
        return self.select_related("area").prefetch_related("photos")

    def with_everything(self):
        """With all that a report or a story page prints of an activity."""
        return self.select_related("area").prefetch_related(
            "figures", "photos", "participants", "partnerships__partner", "organizers", "campaigns", "tags"
        )


class CampaignQuerySet(models.QuerySet):
    def published(self):
        return self.filter(is_published=True)

    def with_activity_count(self):
        """Each with ``activity_count``, the number of its published activities."""
        return self.annotate(activity_count=Count("activities", filter=is_published("activities")))
