from django.contrib.postgres.aggregates import StringAgg
from django.db import models
from django.db.models import Count, Max, Q, Subquery, TextField, Value
from django.db.models.functions import Cast, Now
from django.utils import timezone


def _told() -> dict:
    # Which changes there are, not the newest alone: one that was noted earlier may be committed later.
    # How many have passed by our own clock too: pages are made by it, and it may be behind the database's.
    return {
        "changes": StringAgg(Cast("pk", TextField()), ",", order_by="pk"),
        "passed": Count("pk", filter=Q(at__lte=timezone.now())),
        "newest": Max("at"),
    }


class PublicChangeQuerySet(models.QuerySet):
    def due(self):
        """Those whose moment has come."""
        return self.filter(at__lte=Now())

    def told(self) -> dict:
        """``changes``, a name of them all together; how many have ``passed``; ``newest``, the last moment."""
        return self.aggregate(**_told())

    def told_beside(self, rows):
        """The same as annotations of other rows, to be read in one query with them."""
        alone = self.order_by().values(all=Value(1))
        return rows.annotate(
            **{name: Subquery(alone.annotate(told=value).values("told")) for name, value in _told().items()}
        )


class PublicChange(models.Model):
    """A moment from which public pages may read differently.

    Written by the database itself (migration 0001), so that no way of writing is forgotten, and
    kept for an hour. A record that is to be published later notes that moment ahead.
    """

    at = models.DateTimeField()

    objects = PublicChangeQuerySet.as_manager()

    class Meta:
        verbose_name = "公开内容的变动"
        verbose_name_plural = "公开内容的变动"

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M:%S}"
