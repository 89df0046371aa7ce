"""The moment at which something public ends is noted ahead, like that at which it begins; of campaigns too."""

from django.db import migrations

NOTE_BOTH = """
CREATE OR REPLACE FUNCTION front_note_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO front_publicchange (at)
    SELECT published_at FROM changed WHERE published_at > clock_timestamp()
    UNION SELECT expires_at FROM changed WHERE expires_at > clock_timestamp();
    RETURN NULL;
END $$;
"""
NOTE_BEGINNING = """
CREATE OR REPLACE FUNCTION front_note_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO front_publicchange (at)
    SELECT DISTINCT published_at FROM changed WHERE published_at > clock_timestamp();
    RETURN NULL;
END $$;
"""
# A new database has been watched whole by 0001, an older one not.
WATCH = "CREATE OR REPLACE TRIGGER note_publication_{event} AFTER {event} ON activities_campaign "
WATCH += "REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION front_note_publication()"
UNWATCH = "DROP TRIGGER IF EXISTS note_publication_{event} ON activities_campaign"
EVENTS = ("insert", "update")


class Migration(migrations.Migration):
    dependencies = [
        ("front", "0006_watch_recipients"),
        ("activities", "0021_campaigns_without_a_tick"),
        ("honors", "0006_published_by_acts"),
        ("notices", "0003_published_by_acts"),
        ("volunteers", "0003_published_by_acts"),
    ]
    operations = [
        migrations.RunSQL(NOTE_BOTH, NOTE_BEGINNING),
        *(migrations.RunSQL(WATCH.format(event=one), UNWATCH.format(event=one)) for one in EVENTS),
    ]
