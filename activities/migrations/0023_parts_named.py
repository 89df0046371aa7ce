"""Each change of activities gives new names to their months and campaigns (activities/parts.py)."""

from django.db import migrations, models

MONTH = "(EXTRACT(YEAR FROM ends_on) * 12 + EXTRACT(MONTH FROM ends_on))::int"
MONTHS, CAMPAIGNS = "activities of a month", "activities of a campaign"
# A figure is of the month of its activity. One that others may repeat is counted by itself, so that theirs is
# a change of its part too.
CONCERNED = """
    SELECT activity_id FROM changed
    UNION SELECT one.activity_id FROM changed JOIN activities_figure AS one ON one.id = changed.repeats_id
"""
# Whose figures or campaigns change is held, so that it cannot meanwhile move to another month unseen; each
# statement after that sees where it was moved before.
HOLD = "PERFORM 1 FROM activities_activity WHERE id IN ({which}) ORDER BY id FOR NO KEY UPDATE;"
FUNCTIONS = f"""
CREATE FUNCTION activities_name_campaigns(activities bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM toolkit_name_anew('{CAMPAIGNS}', ARRAY(
        SELECT campaign_id FROM activities_activity_campaigns WHERE activity_id = ANY(activities)
    ));
END $$;
CREATE FUNCTION activities_name_parts_of_activities() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM toolkit_name_anew('{MONTHS}', ARRAY(SELECT {MONTH} FROM changed));
    PERFORM activities_name_campaigns(ARRAY(SELECT id FROM changed));
    RETURN NULL;
END $$;
CREATE FUNCTION activities_name_parts_of_figures() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE concerned bigint[];
BEGIN
    {HOLD.format(which=CONCERNED)}
    concerned := ARRAY({CONCERNED});
    PERFORM toolkit_name_anew('{MONTHS}', ARRAY(
        SELECT {MONTH} FROM activities_activity WHERE id = ANY(concerned)
    ));
    PERFORM activities_name_campaigns(concerned);
    RETURN NULL;
END $$;
CREATE FUNCTION activities_name_parts_of_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    {HOLD.format(which="SELECT activity_id FROM changed")}
    PERFORM toolkit_name_anew('{CAMPAIGNS}', ARRAY(SELECT campaign_id FROM changed));
    RETURN NULL;
END $$;
"""
NOT_FUNCTIONS = """
DROP FUNCTION activities_name_parts_of_links();
DROP FUNCTION activities_name_parts_of_figures();
DROP FUNCTION activities_name_parts_of_activities();
DROP FUNCTION activities_name_campaigns(bigint[]);
"""
WATCHED = {
    "activities_activity": "activities_name_parts_of_activities",
    "activities_figure": "activities_name_parts_of_figures",
    "activities_activity_campaigns": "activities_name_parts_of_links",
}
EVENTS = (("INSERT", "NEW"), ("UPDATE", "OLD"), ("UPDATE", "NEW"), ("DELETE", "OLD"))
ALL = "name_all_anew_truncate"
NAMES = f"""
INSERT INTO toolkit_partstate (id, kind, number)
SELECT gen_random_uuid(), '{MONTHS}', month FROM (SELECT DISTINCT {MONTH} AS month FROM activities_activity) AS one
UNION ALL SELECT gen_random_uuid(), '{CAMPAIGNS}', campaign_id
FROM (SELECT DISTINCT campaign_id FROM activities_activity_campaigns) AS one;
"""


def _watch(table, function):
    yield (
        f"CREATE TRIGGER {ALL} AFTER TRUNCATE ON {table} FOR EACH STATEMENT "
        "EXECUTE FUNCTION toolkit_name_all_anew();",
        f"DROP TRIGGER {ALL} ON {table};",
    )
    for event, rows in EVENTS:
        name = f"name_parts_{event}_{rows}".lower()
        yield (
            f"CREATE TRIGGER {name} AFTER {event} ON {table} REFERENCING {rows} TABLE AS changed "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {function}();",
            f"DROP TRIGGER {name} ON {table};",
        )


class Migration(migrations.Migration):
    dependencies = [("activities", "0022_words_of_the_office"), ("toolkit", "0003_part_states")]
    operations = [
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(
                models.Func(
                    "ends_on",
                    output_field=models.IntegerField(),
                    template="(EXTRACT(YEAR FROM %(expressions)s) * 12 "
                    "+ EXTRACT(MONTH FROM %(expressions)s))::int",
                ),
                name="activities_activity_by_month",
            ),
        ),
        migrations.RunSQL(FUNCTIONS, NOT_FUNCTIONS),
        *(migrations.RunSQL(*one) for table, function in WATCHED.items() for one in _watch(table, function)),
        migrations.RunSQL(NAMES, "DELETE FROM toolkit_partstate"),
    ]
