"""What is attached to a notice stands on its page: changes of it are noted as those of all else."""

from django.db import migrations

# A new database has been watched whole by 0001, an older one not.
WATCH = """
CREATE OR REPLACE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON notices_attachment
FOR EACH STATEMENT EXECUTE FUNCTION front_note_change()
"""


class Migration(migrations.Migration):
    dependencies = [("front", "0008_watch_census"), ("notices", "0005_numbers_and_attachments")]
    operations = [migrations.RunSQL(WATCH, "DROP TRIGGER IF EXISTS note_change ON notices_attachment")]
