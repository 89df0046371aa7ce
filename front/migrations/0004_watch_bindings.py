"""What the numbers of a report are bound to prints: changes of it are noted as those of all else."""

from django.db import migrations

TABLES = ("reports_binding",)
# A new database has been watched whole by 0001, an older one not.
WATCH = "CREATE OR REPLACE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON {table} "
WATCH += "FOR EACH STATEMENT EXECUTE FUNCTION front_note_change()"


class Migration(migrations.Migration):
    dependencies = [("front", "0003_watch_waivers"), ("reports", "0010_bindings")]
    operations = [
        migrations.RunSQL(WATCH.format(table=table), f"DROP TRIGGER IF EXISTS note_change ON {table}")
        for table in TABLES
    ]
