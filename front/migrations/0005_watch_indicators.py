"""The office's totals stand on public pages: changes of them are noted as those of all else."""

from django.db import migrations

WATCH = "CREATE OR REPLACE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON activities_indicator "
WATCH += "FOR EACH STATEMENT EXECUTE FUNCTION front_note_change()"


class Migration(migrations.Migration):
    dependencies = [("front", "0004_watch_bindings"), ("activities", "0009_indicators")]
    operations = [
        migrations.RunSQL(WATCH, "DROP TRIGGER IF EXISTS note_change ON activities_indicator"),
    ]
