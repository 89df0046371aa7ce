from datetime import date, timedelta

from django.db.models import Count, F, FilteredRelation, Max, Min, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject

from toolkit.dates.timing import DatedQuerySet
from toolkit.publishing import PublishableQuerySet, is_published

CALLED_OFF_FOR = timedelta(days=30)  # by then every calendar that still subscribes has asked
COVER = ("image", "width", "height", "alt", "focus_x", "focus_y")
CARD = (
    *("title", "summary", "place", "starts_on", "ends_on", "date_precision", "day_part"),
    *("area__name", "area__slug"),
)


class ActivityQuerySet(PublishableQuerySet, DatedQuerySet):
    def newest_first(self):
        return self.order_by("-starts_on", "-pk")

    def coming(self, day):
        """Those that begin on ``day`` or after it, on days that are known, the next first."""
        return self.on_known_days().filter(starts_on__gte=day).order_by("starts_on", "pk")

    def to_be_noted(self, day):
        """Those for a calendar: on known days that are not over on ``day``."""
        return self.on_known_days().held_between(day, date.max).order_by("starts_on", "pk")

    def called_off(self, day):
        """Those withdrawn of late whose days readers may have noted, and would else look forward to."""
        was_public = Q(published_at__lte=F("updated_at"))
        return self.withdrawn().to_be_noted(day).filter(was_public, updated_at__date__gt=day - CALLED_OFF_FOR)

    def as_cards(self):
        """What a list prints of each, no column and no row more: ``cover()`` comes in the same row."""
        photos = self.model.photos.rel.related_model.objects.filter(activity=OuterRef("pk"))
        cover = JSONObject(**{name: name for name in COVER})
        told = photos.order_by("position", "pk").values(told=cover)[:1]
        return self.select_related("area").only(*CARD).annotate(told_cover=Subquery(told))

    def with_cover(self):
        """With their photos at hand, so that a card may show the first one."""
        return self.select_related("area").prefetch_related("photos")

    def with_figures(self):
        """With all that a report tells of an activity."""
        return self.select_related("area").prefetch_related("figures")


class CampaignQuerySet(PublishableQuerySet):
    def with_activity_count(self):
        """Each with ``activity_count``, the number of its published activities, and the days they lie in."""
        held = FilteredRelation("activities", condition=is_published("activities"))
        return self.annotate(held=held).annotate(
            activity_count=Count("held"), first_day=Min("held__starts_on"), last_day=Max("held__ends_on")
        )
