"""A notice is found by the titles of what is attached to it."""

from importlib import import_module

from django.db import migrations

earlier, later = (
    import_module(f"search.migrations.{name}") for name in ("0002_notes_of_changes", "0005_named_recipients")
)
ROW = ("notices_attachment", "notice", "SELECT notice_id FROM changed")
PLACE = later.FIRST + len(later.WATCHED)  # the triggers are numbered on


class Migration(migrations.Migration):
    dependencies = [("search", "0006_entries_for_a_while"), ("notices", "0005_numbers_and_attachments")]
    operations = [
        migrations.RunSQL(earlier.watch(PLACE, *ROW), earlier.unwatch(PLACE, ROW[0], ROW[2])),
    ]
