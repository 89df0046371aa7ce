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

    def of_committee(self):
        """What the committee itself received."""
        return self.filter(given_to="committee")

    def of_others(self):
        """What bodies and people of its district received."""
        return self.exclude(given_to="committee")


class RecipientQuerySet(models.QuerySet):
    """Those who bear honours, as readers look for them: only by what the public may read of them.

    Of a minor that is neither the given name nor the organization. ``HONOR`` leads to the record that is
    published, ``BODIES`` is the condition that a recipient is a body and no person.
    """

    HONOR, BODIES = "", Q()

    def published(self):
        """What the public may see now."""
        return self.filter(is_published(self.HONOR))

    def called(self, *, name="", organization="", year=None):
        """Those of whom all this is true; an empty value asks for everything."""
        found = self.filter(**{f"{self.HONOR}__year": year}) if year else self
        if organization:
            found = found.filter(self._of_organization(organization), is_minor=False)
        if name:
            sought = compared(names.person(name))
            found = found.filter(told_name__contains=sought) if sought else found.none()
        return found

    def _of_organization(self, text):
        text = names.name(text)
        itself = (self.BODIES & Q(name__icontains=text)) | Q(unit__icontains=text)
        return itself | Q(organization__name__icontains=text) | Q(organization__short_name__icontains=text)


class AwardQuerySet(RecipientQuerySet):
    HONOR, BODIES = "title__commendation", Q(title__recipients="organizations")

    def of_roll(self, *, title="", **asked):
        """The part of the roll that is asked for."""
        awards = self.called(**asked)
        return awards.filter(title__name=title) if title else awards

    def in_order_of_roll(self):
        """Newest year first, each as its commendation lists them, with all that a row of the roll prints."""
        places = ("title__position", "title_id", "position", "pk")
        rows = self.select_related("title__commendation", "organization")
        return rows.order_by("-title__commendation__year", "-title__commendation_id", *places)


class HonorRecipientQuerySet(RecipientQuerySet):
    HONOR, BODIES = "honor", Q(honor__given_to="collectives")

    def of_roll(self, *, title="", **asked):
        """Those of the honours from above that are asked for; of a title that the committee gave, none."""
        return self.none() if title else self.called(**asked)

    def in_order_of_roll(self):
        rows = self.select_related("honor", "organization")
        return rows.order_by("-honor__year", "-honor_id", "position", "pk")
