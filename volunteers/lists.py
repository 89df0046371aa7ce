"""The list of teams: asked in one query, printed once and remembered; and what a team's own page asks for."""

from functools import cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from activities.covers import covers_by_owner, covers_statement
from activities.models import Activity
from activities.series import ANY_OWNER, Owner, in_years
from organizations.models import Organization
from toolkit.kept.components import remembered_part
from toolkit.kept.told import records_of, rows_of
from toolkit.publishing import published_sql
from volunteers.models import ServiceRecord, Team

TEAM = Owner(Team, "teams")

_PUBLISHED = published_sql()
_PAGE = f"""
    SELECT * FROM volunteers_team WHERE {_PUBLISHED} AND (%(kind)s::text IS NULL OR kind = %(kind)s)
    ORDER BY kind, name LIMIT %(most)s OFFSET %(first)s
"""
# In SQL, since Django would take longer to put it together than the list takes to be read.
TEAMS = {
    # Of each kind those registered one by one, and how many the group rows announce. The two stay apart: a
    # group may be known by its number and have some of its teams registered.
    "sizes": f"""
        SELECT kind, count(*) AS rows, count(*) FILTER (WHERE announced_count IS NULL) AS registered,
            sum(announced_count) AS announced
        FROM volunteers_team WHERE {_PUBLISHED} GROUP BY kind ORDER BY kind
    """,
    "hours": f"""
        SELECT sum(hours) AS hours FROM volunteers_servicerecord WHERE confirmed_at IS NOT NULL
        AND (activity_id IS NULL OR activity_id IN (SELECT id FROM activities_activity WHERE {_PUBLISHED}))
    """,
    "teams": f"""
        SELECT team.id, team.name, team.kind, team.announced_count, team.place, team.summary,
            coalesce(nullif(organization.short_name, ''), organization.name) AS organization_told, ARRAY(
                SELECT field.name FROM volunteers_servicefield AS field
                JOIN volunteers_team_fields AS link ON link.servicefield_id = field.id
                WHERE link.team_id = team.id ORDER BY field.position, field.id
            ) AS field_names, (
                SELECT count(*) FROM activities_activity AS activity
                JOIN volunteers_team_activities AS link ON link.activity_id = activity.id
                WHERE link.team_id = team.id AND {_PUBLISHED}
            ) AS activity_count
        FROM ({_PAGE}) AS team
        LEFT JOIN organizations_organization AS organization ON organization.id = team.organization_id
        ORDER BY team.kind, team.name
    """,
    "covers": covers_statement(Team, f"IN (SELECT id FROM ({_PAGE}) AS page)"),
}


@cache
def numbers_by_years() -> str:
    """The statement of how many activities a team had in which years."""
    return TEAM.of(in_years(Activity.objects.published().filter(teams=ANY_OWNER)))


@cache
def hours_by_year() -> str:
    """The statement of a team's hours."""
    return TEAM.of(ServiceRecord.objects.told().filter(team=ANY_OWNER).hours_by_year())


@remembered_part
def team_list(teams: str, covers: str) -> SafeString:
    """The teams of a page by their kinds, each with its picture."""
    pictures = covers_by_owner(rows_of(covers))
    shown = records_of(Team, rows_of(teams))
    for team in shown:
        team.photo = pictures.get(team.pk)
        team.organization = Organization(name=team.organization_told) if team.organization_told else None
    return render_to_string("volunteers/_team_list.html", {"teams": shown})
