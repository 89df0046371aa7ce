"""What the home page shows: the newest of everything, asked in one statement.

Each part is printed once and remembered. In SQL, since putting it together would take Django ten times as
long as the database takes to answer, and no other page is asked for as often.
"""

from datetime import date
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from activities.models import Photo
from front.stories import KNOWN_DAYS, SHOWN, STORIES, areas_and_coming
from honors.models import AwardTitle, Commendation, HonorReceived
from notices.models import Notice
from reports.public import readable_reports
from toolkit.kept.components import remembered_part, rendered
from toolkit.kept.told import records_of, rows_of, told
from toolkit.publishing import published_sql
from volunteers.models import Team

_WHEN = "starts_on, ends_on, date_precision, day_part"
_PUBLISHED = published_sql()
_NEWEST_GIVEN = f"""
    SELECT id, title, year, {_WHEN} FROM honors_commendation WHERE {_PUBLISHED}
    ORDER BY year DESC, starts_on DESC, id DESC LIMIT 1
"""
_STATEMENTS = {
    "stories": STORIES,
    "notices": f"""
        SELECT id, title, kind, published_at FROM notices_notice WHERE {_PUBLISHED}
        ORDER BY published_at DESC, id DESC LIMIT {SHOWN}
    """,
    "honors": f"""
        SELECT id, year, title, authority, rank, scope, given_to, announced_count, noun, {_WHEN}
        FROM honors_honorreceived WHERE {_PUBLISHED}
        ORDER BY year DESC, starts_on DESC, id DESC LIMIT {SHOWN}
    """,
    "commendations": f"""
        SELECT given.*, (
            SELECT json_agg(award ORDER BY award.position, award.id)
            FROM honors_awardtitle AS award WHERE award.commendation_id = given.id
        ) AS title_rows
        FROM ({_NEWEST_GIVEN}) AS given
    """,
    "teams": f"""
        SELECT id, name, kind, announced_count FROM volunteers_team WHERE {_PUBLISHED}
        ORDER BY published_at DESC, id DESC LIMIT {SHOWN}
    """,
}


def front_page(today: date) -> dict:
    found = told(_STATEMENTS, now=timezone.now(), today=today, known_days=KNOWN_DAYS)
    return {
        "news": _news(found["stories"], today),
        "notices": _notices(found["notices"]),
        "report": _report(),
        "beside": _beside(found["honors"], found["commendations"], found["teams"]),
    }


class News(NamedTuple):
    """The stories as they are printed: that which opens the page, those of each area, and what is coming."""

    photo: Photo | None
    lead: SafeString
    columns: SafeString
    coming: SafeString


@remembered_part
def _news(stories: str, today: date) -> News:
    areas, coming = areas_and_coming(rows_of(stories), today)
    lead = _lead([story for _, stories in areas for story in stories])
    columns = [column for area, stories in areas if (column := _column(area, stories, lead))]
    return News(
        photo=lead and lead.cover(),
        lead=render_to_string("components/lead.html", {"story": lead}) if lead else SafeString(),
        columns=render_to_string("home/_columns.html", {"areas": columns}),
        coming=render_to_string("home/_coming.html", {"coming": coming}),
    )


@remembered_part
def _notices(notices: str) -> SafeString:
    return render_to_string("home/_notices.html", {"notices": records_of(Notice, rows_of(notices))})


@remembered_part
def _beside(honors: str, commendations: str, teams: str) -> SafeString:
    commendation = next(iter(records_of(Commendation, rows_of(commendations))), None)
    shown = {
        "honors": records_of(HonorReceived, rows_of(honors)),
        "commendation": commendation,
        "titles": records_of(AwardTitle, commendation.title_rows or ()) if commendation else (),
        "teams": records_of(Team, rows_of(teams)),
    }
    return render_to_string("home/_beside.html", shown)


def _report() -> SafeString:
    """The newest report with its totals."""
    report = next(readable_reports(), None)
    if report is None:
        return SafeString()
    return rendered(
        "home/_report.html",
        title=report.issued_title or report.title,
        address=report.get_absolute_url(),
        is_draft=not report.issued_title,
        totals=report.glance.totals,
    )


def _column(area, stories, lead):
    """The area, its stories beside the lead, and the one of them that is shown with its picture.

    None where the lead is its only story: a heading above nothing is no column.
    """
    beside = [story for story in stories if story != lead][:SHOWN]
    return (area, beside, next((story for story in beside if story.cover()), None)) if beside else None


def _lead(stories):
    """The newest story with a picture; the newest of all where none has one."""
    newest_first = sorted(stories, key=lambda story: (story.starts_on, story.pk), reverse=True)
    pictured = (story for story in newest_first if story.cover())
    return next(pictured, newest_first[0] if newest_first else None)
