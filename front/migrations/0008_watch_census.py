"""What a round of the census came to stands on public pages: changes of it are noted as those of all else."""

from django.db import migrations

TABLES = ("censusround", "censusquestion", "censusreturn", "censusanswer")
WATCH = "CREATE OR REPLACE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON branches_{table} "
WATCH += "FOR EACH STATEMENT EXECUTE FUNCTION front_note_change()"
UNWATCH = "DROP TRIGGER IF EXISTS note_change ON branches_{table}"


class Migration(migrations.Migration):
    dependencies = [("front", "0007_note_ends"), ("branches", "0001_reports_and_census")]
    operations = [
        migrations.RunSQL(WATCH.format(table=table), UNWATCH.format(table=table)) for table in TABLES
    ]
