"""The sitemap for search engines: an index, and for each kind of page a map of its own, in pages."""

from functools import partial

from django.contrib.sitemaps import Sitemap
from django.core.paginator import Paginator
from django.db.models import Count, Max
from django.urls import reverse
from django.utils.functional import cached_property

from activities.models import Activity, Campaign
from activities.parts import published_by_years
from honors.models import Commendation, HonorReceived
from notices.models import Notice
from reports.models import Report
from reports.public import readable_reports
from volunteers.models import Team


class ColumnSitemap(Sitemap):
    def items(self):
        names = ("activities", "campaigns", "notices", "volunteers", "honors", "reports")
        return ["home", *(f"{name}:list" for name in names), "figures", "about"]

    def location(self, name):
        return reverse(name)


class RecordSitemap(Sitemap):
    """Pages of records, each with the time of its last change; the template adds ``photos`` at hand.

    Made anew for each request: it asks only once how many there are, and which changed last.
    """

    limit = 5000  # of one map, a tenth of what the protocol allows: each is made anew when it is asked for

    def __init__(self, records):
        self.records = records

    @cached_property
    def rows(self):
        return self.records()

    @cached_property
    def told(self):
        return self.rows.order_by().aggregate(number=Count("pk"), latest=Max("updated_at"))

    @property
    def paginator(self):
        paginator = Paginator(self.items(), self.limit)
        paginator.count = self.told["number"]
        return paginator

    def get_latest_lastmod(self):
        return self.told["latest"]

    def items(self):
        return self.rows

    def lastmod(self, record):
        return record.updated_at


class ActivitySitemap(RecordSitemap):
    """Of so many that their number is kept by months."""

    @cached_property
    def told(self):
        years = published_by_years()
        latest = max((year["newest"] for year in years), default=None)
        return {"number": sum(year["many"] for year in years), "latest": latest}


class HonorYearSitemap(Sitemap):
    def items(self):
        given = Commendation.objects.published().order_by().values_list("year", flat=True)
        received = HonorReceived.objects.published().order_by().values_list("year", flat=True)
        return given.union(received).order_by("-year")

    def location(self, year):
        return reverse("honors:year", args=[year])


def _reports():
    return Report.objects.filter(pk__in=[report.pk for report in readable_reports()]).order_by("pk")


SITEMAPS = {
    "columns": ColumnSitemap,
    "activities": partial(
        ActivitySitemap,
        lambda: (
            Activity.objects.published().only("pk", "updated_at").order_by("pk").prefetch_related("photos")
        ),
    ),
    "campaigns": partial(RecordSitemap, lambda: Campaign.objects.published().order_by("pk")),
    "notices": partial(
        RecordSitemap, lambda: Notice.objects.published().only("pk", "updated_at").order_by("pk")
    ),
    "teams": partial(RecordSitemap, lambda: Team.objects.published().only("pk", "updated_at").order_by("pk")),
    "honors": HonorYearSitemap,
    "reports": partial(RecordSitemap, _reports),
}
