"""How the rows of entries lie on the disk: what a search reads of every hit, in few pages.

Long texts lie apart; titles, which decide the order, beside the rest. Without
statistics PostgreSQL takes every pair for rare and always uses the index: for a
common one it would read each row's list of pairs instead, which takes seconds.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("search", "0002_notes_of_changes")]
    operations = [
        migrations.RunSQL(
            """
            ALTER TABLE search_entry SET (toast_tuple_target = 256);
            ALTER TABLE search_entry
                ALTER title SET STORAGE main, ALTER folded_title SET STORAGE main,
                ALTER pairs SET STATISTICS 0, ALTER title_pairs SET STATISTICS 0;
            """,
            """
            ALTER TABLE search_entry RESET (toast_tuple_target);
            ALTER TABLE search_entry
                ALTER title SET STORAGE extended, ALTER folded_title SET STORAGE extended,
                ALTER pairs SET STATISTICS -1, ALTER title_pairs SET STATISTICS -1;
            """,
        ),
    ]
