"""The database notes which records have changed, so that no way of writing is forgotten.

Django's own signals miss whatever is written in bulk, by ``update`` or from
another program. One function serves all tables: it is told the kind of record
and how to get from the rows that changed (``changed``) to the records.
"""

from django.db import migrations

FUNCTION = """
CREATE FUNCTION search_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format(
        'INSERT INTO search_change (kind, record_id) SELECT DISTINCT %L, record FROM (%s) AS told(record)',
        TG_ARGV[0], TG_ARGV[1]
    );
    RETURN NULL;
END $$
"""
ITSELF = "SELECT id FROM changed"
OF_ACTIVITY = "SELECT activity_id FROM changed"
OF_TITLE = "SELECT commendation_id FROM honors_awardtitle WHERE id IN (SELECT title_id FROM changed)"
# A draft that the public may read is composed from many records.
PUBLIC_DRAFTS = """
    SELECT id FROM reports_report WHERE is_public AND EXISTS (SELECT FROM changed)
    AND NOT EXISTS (SELECT FROM reports_reportversion WHERE report_id = reports_report.id)
"""


def through(table, column, record="activity_id"):
    return f"SELECT {record} FROM {table} WHERE {column} IN (SELECT id FROM changed)"


# (table, kind of record, from its changed rows to the records)
WATCHED = (
    ("activities_activity", "activity", ITSELF),
    ("activities_figure", "activity", OF_ACTIVITY),
    ("activities_participant", "activity", OF_ACTIVITY),
    ("activities_partnership", "activity", OF_ACTIVITY),
    ("activities_photo", "activity", OF_ACTIVITY),
    ("activities_activity_organizers", "activity", OF_ACTIVITY),
    ("activities_activity_campaigns", "activity", OF_ACTIVITY),
    ("activities_activity_tags", "activity", OF_ACTIVITY),
    ("organizations_partner", "activity", through("activities_partnership", "partner_id")),
    ("organizations_organization", "activity", through("activities_activity_organizers", "organization_id")),
    ("activities_campaign", "activity", through("activities_activity_campaigns", "campaign_id")),
    ("activities_tag", "activity", through("activities_activity_tags", "tag_id")),
    ("activities_campaign", "campaign", ITSELF),
    ("notices_notice", "notice", ITSELF),
    ("organizations_organization", "notice", through("notices_notice", "organization_id", "id")),
    ("volunteers_team", "team", ITSELF),
    ("volunteers_team_fields", "team", "SELECT team_id FROM changed"),
    ("volunteers_servicefield", "team", through("volunteers_team_fields", "servicefield_id", "team_id")),
    ("organizations_organization", "team", through("volunteers_team", "organization_id", "id")),
    ("honors_commendation", "commendation", ITSELF),
    ("honors_awardtitle", "commendation", "SELECT commendation_id FROM changed"),
    ("honors_award", "commendation", OF_TITLE),
    (
        "organizations_organization",
        "commendation",
        "SELECT commendation_id FROM honors_awardtitle JOIN honors_award ON title_id = honors_awardtitle.id"
        " WHERE organization_id IN (SELECT id FROM changed)",
    ),
    ("honors_honorreceived", "honor", ITSELF),
    ("reports_report", "report", ITSELF),
    ("reports_reportversion", "report", "SELECT report_id FROM changed"),
    *(
        (table, "report", PUBLIC_DRAFTS)
        for table in (
            "activities_activity",
            "activities_figure",
            "activities_workarea",
            "honors_commendation",
            "honors_awardtitle",
            "honors_award",
            "honors_honorreceived",
            "volunteers_servicerecord",
            "volunteers_team",
            "organizations_organization",
            "reports_report",
            "reports_reporttype",
            "reports_reportsection",
            "reports_writtenitem",
            "reports_placement",
            "reports_planitem",
            "reports_commitment",
            "reports_evidence",
        )
    ),
)


def events_of(records):
    """After what it is noted, and whether by the rows as they were (OLD) or as they are (NEW)."""
    if records.endswith("IN (SELECT id FROM changed)"):
        return (("UPDATE", "NEW"),)  # a name; links to and from it are rows of their own
    events = (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD"))
    # A row may have moved from one record to another.
    return events if records in (ITSELF, PUBLIC_DRAFTS) else (*events, ("UPDATE", "OLD"))


def watch(place, table, kind, records):
    return "".join(
        f"CREATE TRIGGER search_{place}_{event}_{rows} AFTER {event} ON {table}"
        f" REFERENCING {rows} TABLE AS changed FOR EACH STATEMENT"
        f" EXECUTE FUNCTION search_note_change('{kind}', '{' '.join(records.split())}');\n"
        for event, rows in events_of(records)
    )


def unwatch(place, table, records):
    return "".join(
        f"DROP TRIGGER search_{place}_{event}_{rows} ON {table};\n" for event, rows in events_of(records)
    )


# The records that are there already.
NOTE_ALL = "".join(
    f"INSERT INTO search_change (kind, record_id) SELECT '{kind}', id FROM {table};\n"
    for table, kind, records in WATCHED
    if records == ITSELF
)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0001_initial"),
        ("activities", "0001_initial"),
        ("honors", "0001_initial"),
        ("notices", "0001_initial"),
        ("organizations", "0001_initial"),
        ("reports", "0001_initial"),
        ("volunteers", "0001_initial"),
    ]
    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION search_note_change()"),
        migrations.RunSQL(
            "".join(watch(place, *row) for place, row in enumerate(WATCHED)),
            "".join(unwatch(place, table, records) for place, (table, _, records) in enumerate(WATCHED)),
        ),
        migrations.RunSQL(NOTE_ALL, migrations.RunSQL.noop),
    ]
