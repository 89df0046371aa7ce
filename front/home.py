"""What the home page shows: the newest of everything, in a number of queries that does not grow."""

from datetime import date

from front.stories import SHOWN, areas_and_coming
from honors.models import AwardTitle, Commendation, HonorReceived
from notices.models import Notice
from reports.public import readable_reports
from volunteers.models import Team

WHEN = ("starts_on", "ends_on", "date_precision", "day_part")
OF_AN_HONOR = ("year", "title", "authority", "rank", "scope", *WHEN)
OF_A_TEAM = ("name", "kind", "announced_count", "summary")


def front_page(today: date) -> dict:
    areas, coming = areas_and_coming(today)
    lead = _lead([story for _, stories in areas for story in stories])
    report = next(readable_reports(), None)
    return {
        "lead": lead,
        "areas": [column for area, stories in areas if (column := _column(area, stories, lead))],
        "coming": coming,
        "notices": Notice.objects.published().only("title", "kind", "published_at").newest_first()[:SHOWN],
        "report": report,
        "totals": report.glance.totals if report else (),
        "honors": HonorReceived.objects.published().only(*OF_AN_HONOR)[:SHOWN],
        "commendation": _commendation(),
        "teams": Team.objects.published().only(*OF_A_TEAM).order_by("-published_at", "-pk")[:SHOWN],
    }


def _column(area, stories, lead):
    """The area, its stories beside the lead, and the one of them that is shown with its picture.

    None where the lead is its only story: a heading above nothing is no column.
    """
    beside = [story for story in stories if story != lead][:SHOWN]
    return (area, beside, next((story for story in beside if story.cover()), None)) if beside else None


def _commendation():
    """The newest commendation with ``title_list``, its titles; or None."""
    newest = Commendation.objects.published().only("title", "year", *WHEN).first()
    if newest:
        titles = newest.titles.values("name", "recipients", "announced_count")
        newest.title_list = [AwardTitle(**title) for title in titles]
    return newest


def _lead(stories):
    """The newest story with a picture; the newest of all where none has one."""
    newest_first = sorted(stories, key=lambda story: (story.starts_on, story.pk), reverse=True)
    pictured = (story for story in newest_first if story.cover())
    return next(pictured, newest_first[0] if newest_first else None)
