"""What the home page shows: the newest of everything, in a number of queries that does not grow."""

from datetime import date, timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BigIntegerField, Func, OuterRef
from django.db.models.functions import JSONObject

from activities.models import Activity, WorkArea
from honors.models import AwardTitle, Commendation, HonorReceived
from notices.models import Notice
from reports.public import readable_reports, totals_shown
from volunteers.models import Team

OF_EACH_AREA = 5
SHOWN = 4
OF_A_TEAM = ("name", "kind", "announced_count", "summary")


def front_page(today: date) -> dict:
    areas, coming = _areas_and_coming(today)
    lead = _lead([story for _, stories in areas for story in stories])
    report = next(readable_reports(), None)
    return {
        "lead": lead,
        "areas": [column for area, stories in areas if (column := _column(area, stories, lead))],
        "coming": coming,
        "notices": Notice.objects.published().only("title", "kind", "published_at").newest_first()[:SHOWN],
        "report": report,
        "totals": totals_shown(report) if report else (),
        "honors": HonorReceived.objects.published()[:SHOWN],
        "commendation": _commendation(),
        "teams": Team.objects.published().only(*OF_A_TEAM).order_by("-published_at", "-pk")[:SHOWN],
    }


def _column(area, stories, lead):
    """The area, its stories beside the lead, and the one of them that is shown with its picture.

    None where the lead is its only story: a heading above nothing is no column.
    """
    beside = [story for story in stories if story != lead][:SHOWN]
    return (area, beside, next((story for story in beside if story.cover()), None)) if beside else None


def _areas_and_coming(today):
    """Each work area that has news, with its newest activities; and what is coming, the next first."""
    of_area = Activity.objects.published().filter(area=OuterRef("pk"))
    newest = of_area.filter(starts_on__lte=today).newest_first()
    coming = of_area.coming(today + timedelta(days=1))
    keys = _of_each_area(newest[:OF_EACH_AREA]).union(_of_each_area(coming[:SHOWN]), all=True)
    shown = Activity.objects.filter(pk__in=keys).order_by("area", "-starts_on", "-pk")
    by_area, ahead = {}, []
    for story in shown.as_cards():
        if story.starts_on <= today:
            by_area.setdefault(story.area, []).append(story)
        else:
            ahead.append(story)
    ahead.sort(key=lambda story: (story.starts_on, story.pk))
    return list(by_area.items()), ahead[:SHOWN]


def _of_each_area(activities):
    """The keys of the first activities of every area, in one column."""
    keys = Func(ArraySubquery(activities.values("pk")), function="unnest", output_field=BigIntegerField())
    return WorkArea.objects.order_by().values_list(keys)


def _commendation():
    """The newest commendation with ``title_list``, its titles, which come in the same row; or None."""
    told = JSONObject(name="name", recipients="recipients", announced_count="announced_count")
    titles = AwardTitle.objects.filter(commendation=OuterRef("pk")).values(told=told)
    newest = Commendation.objects.published().annotate(title_list=ArraySubquery(titles)).first()
    if newest:
        newest.title_list = [AwardTitle(**row) for row in newest.title_list]
    return newest


def _lead(stories):
    """The newest story with a picture; the newest of all where none has one."""
    newest_first = sorted(stories, key=lambda story: (story.starts_on, story.pk), reverse=True)
    pictured = (story for story in newest_first if story.cover())
    return next(pictured, newest_first[0] if newest_first else None)
