"""What a report on a topic is about stands on its page: changes of it are noted as those of all else."""

from django.db import migrations

TABLES = ("reports_report_areas", "reports_report_campaigns", "reports_report_tags")
# A new database has been watched whole by 0001, an older one not.
WATCH = "CREATE OR REPLACE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON {table} "
WATCH += "FOR EACH STATEMENT EXECUTE FUNCTION front_note_change()"


class Migration(migrations.Migration):
    dependencies = [("front", "0001_initial"), ("reports", "0004_rules_of_kinds")]
    operations = [
        migrations.RunSQL(WATCH.format(table=table), f"DROP TRIGGER IF EXISTS note_change ON {table}")
        for table in TABLES
    ]
