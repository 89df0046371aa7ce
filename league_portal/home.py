"""What the home page shows: the newest of everything, in a number of queries that does not grow."""

from datetime import date, timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from activities.models import Activity, WorkArea
from honors.models import Commendation, HonorReceived
from reports.headline import public_reports, totals_of
from volunteers.models import Team

OF_EACH_AREA = 5
SHOWN = 4


def front_page(today: date) -> dict:
    areas, coming = _areas_and_coming(today)
    lead = _lead([story for _, stories in areas for story in stories])
    report = public_reports().first()
    return {
        "lead": lead,
        "areas": [_column(area, stories, lead) for area, stories in areas],
        "coming": coming,
        "report": report,
        "totals": totals_of(report) if report else (),
        "honors": HonorReceived.objects.published()[:SHOWN],
        "commendation": Commendation.objects.published().prefetch_related("titles").first(),
        "teams": Team.objects.published().defer("body").order_by("-published_at", "-pk")[:SHOWN],
    }


def _column(area, stories, lead):
    """The area, its stories beside the lead, and the one of them that is shown with its picture."""
    beside = [story for story in stories if story != lead][:SHOWN]
    return area, beside, next((story for story in beside if story.cover()), None)


def _areas_and_coming(today):
    """Each work area that has news, with its newest activities; and what is coming, the next first."""
    of_area = Activity.objects.published().filter(area=OuterRef("pk"))
    newest = of_area.filter(starts_on__lte=today).newest_first().values("pk")
    coming = of_area.coming(today + timedelta(days=1)).values("pk")
    areas = list(
        WorkArea.objects.annotate(
            newest=ArraySubquery(newest[:OF_EACH_AREA]), coming=ArraySubquery(coming[:SHOWN])
        )
    )
    keys = [key for area in areas for key in (*area.newest, *area.coming)]
    shown = Activity.objects.published().filter(pk__in=keys).defer("body").with_cover()
    activities = {activity.pk: activity for activity in shown.prefetch_related("figures")}
    by_area = [(area, [activities[key] for key in area.newest if key in activities]) for area in areas]
    ahead = [activities[key] for area in areas for key in area.coming if key in activities]
    ahead.sort(key=lambda story: (story.starts_on, story.pk))
    return [(area, stories) for area, stories in by_area if stories], ahead[:SHOWN]


def _lead(stories):
    """The newest story with a picture; the newest of all where none has one."""
    newest_first = sorted(stories, key=lambda story: (story.starts_on, story.pk), reverse=True)
    pictured = (story for story in newest_first if story.cover())
    return next(pictured, newest_first[0] if newest_first else None)
