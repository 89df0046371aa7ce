from django.db import models
from django.utils.timezone import localdate

from toolkit.dates.timing import DatedQuerySet


class BranchReportQuerySet(DatedQuerySet):
    def awaiting(self):
        """What the district has to decide about."""
        return self.filter(state="reported").select_related("organization")


class CensusRoundQuerySet(models.QuerySet):
    def open(self):
        today = localdate()
        return self.filter(opens_on__lte=today, closes_on__gte=today)


class CensusReturnQuerySet(models.QuerySet):
    def missing(self):
        """Those that are not sent, or were sent back."""
        return self.exclude(state="submitted")

    def to_fill_in(self):
        """The missing ones of rounds that are open, the next to close first."""
        today = localdate()
        open_now = self.filter(round__opens_on__lte=today, round__closes_on__gte=today)
        return open_now.missing().select_related("round", "organization").order_by("round__closes_on", "pk")
