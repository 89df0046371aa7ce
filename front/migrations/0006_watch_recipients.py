"""Who is named to bear an honour from above stands on public pages: changes are noted as those of all else."""

from django.db import migrations

TABLES = ("honors_honorrecipient",)
# A new database has been watched whole by 0001, an older one not.
WATCH = "CREATE OR REPLACE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON {table} "
WATCH += "FOR EACH STATEMENT EXECUTE FUNCTION front_note_change()"


class Migration(migrations.Migration):
    dependencies = [("front", "0005_watch_indicators"), ("honors", "0005_honors_of_others")]
    operations = [
        migrations.RunSQL(WATCH.format(table=table), f"DROP TRIGGER IF EXISTS note_change ON {table}")
        for table in TABLES
    ]
