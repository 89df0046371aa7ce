from datetime import date

from django.db import models
from django.db.models import Q


class CommitteeQuerySet(models.QuerySet):
    def current(self):
        """The committee of this portal, or None before its row has been entered."""
        return self.first()


class PersonPostQuerySet(models.QuerySet):
    def held_on(self, day: date):
        """The posts held on a day; one whose beginning or end is not known may have been held on any."""
        begun = Q(since__isnull=True) | Q(since__lte=day)
        not_over = Q(until__isnull=True) | Q(until__gte=day)
        return self.filter(begun & not_over)
