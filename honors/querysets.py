from django.db import models
from django.db.models import Q

from toolkit import names
from toolkit.dates.timing import DatedQuerySet
from toolkit.folding import compared
from toolkit.publishing import PublishableQuerySet, is_published


class CommendationQuerySet(PublishableQuerySet, DatedQuerySet):
    def of_year(self, year: int):
        return self.filter(year=year)

    def with_awards(self):
        """With all that a report tells of a commendation."""
        return self.select_related("area").prefetch_related("titles__awards")


class HonorReceivedQuerySet(PublishableQuerySet, DatedQuerySet):
    def of_year(self, year: int):
        return self.filter(year=year)


class AwardQuerySet(models.QuerySet):
    def published(self):
        """What the public may see now."""
        return self.filter(is_published("title__commendation"))

    def of_roll(self, *, year=None, title="", organization="", name=""):
        """The part of the roll that is asked for; an empty value asks for everything.

        Only what the public may read is looked at: of a minor neither the given name nor the organization.
        """
        awards = self
        if year:
            awards = awards.filter(title__commendation__year=year)
        if title:
            awards = awards.filter(title__name=title)
        if organization:
            awards = awards.filter(_of_organization(organization), is_minor=False)
        if name:
            sought = compared(names.person(name))
            awards = awards.filter(told_name__contains=sought) if sought else awards.none()
        return awards

    def in_order_of_roll(self):
        """Newest year first, each as its commendation lists them, with all that a row of the roll prints."""
        places = ("title__position", "title_id", "position", "pk")
        rows = self.select_related("title__commendation", "organization")
        return rows.order_by("-title__commendation__year", "-title__commendation_id", *places)


def _of_organization(text):
    text = names.name(text)
    itself = Q(title__recipients="organizations", name__icontains=text)
    return itself | Q(organization__name__icontains=text) | Q(organization__short_name__icontains=text)
