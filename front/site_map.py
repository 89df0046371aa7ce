"""网站地图: every column of the site and what lies in it, as a page for readers."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from activities.models import Activity, Campaign, WorkArea
from front.sitemaps import HonorYearSitemap
from notices.models import Notice
from reports.public import readable_reports
from toolkit.dates.steps import first_days
from volunteers.models import Team


@require_safe
def site_map(request):
    days = first_days(Activity.objects.published(), "starts_on", "year")
    return render(
        request,
        "site_map.html",
        {
            "areas": WorkArea.objects.all(),
            "years": [day.year for day in reversed(days)],
            "campaigns": Campaign.objects.published().order_by("name"),
            "notice_kinds": Notice.Kind.choices,
            "team_kinds": Team.Kind.choices,
            "honor_years": HonorYearSitemap().items(),
            "reports": list(readable_reports()),
        },
    )
