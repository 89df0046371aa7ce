from toolkit.publishing import PublishableQuerySet
from toolkit.timing import DatedQuerySet


class CommendationQuerySet(PublishableQuerySet, DatedQuerySet):
    def of_year(self, year: int):
        return self.filter(year=year)

    def with_everything(self):
        """With all that a report or a page prints of a commendation."""
        return self.select_related("area").prefetch_related("titles__awards")


class HonorReceivedQuerySet(PublishableQuerySet, DatedQuerySet):
    def of_year(self, year: int):
        return self.filter(year=year)
