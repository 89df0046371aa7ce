"""Entries are also told without marks and with numbers as letters, and the words of the pages are kept.

Texts are folded otherwise than before, so every record is noted: searches, or
``manage.py refresh_search`` at once, write their entries anew.
"""

from django.db import migrations, models

TABLES = {
    "activity": "activities_activity",
    "campaign": "activities_campaign",
    "notice": "notices_notice",
    "team": "volunteers_team",
    "commendation": "honors_commendation",
    "honor": "honors_honorreceived",
    "report": "reports_report",
}
NOTE_ALL = "".join(
    f"INSERT INTO search_change (kind, record_id) SELECT '{kind}', id FROM {table};\n"
    for kind, table in TABLES.items()
)


class Migration(migrations.Migration):
    dependencies = [("search", "0003_narrow_rows")]
    operations = [
        migrations.AddField("entry", "loose", models.TextField(default=""), preserve_default=False),
        migrations.AddField("entry", "loose_title", models.TextField(default=""), preserve_default=False),
        migrations.RunSQL(
            "ALTER TABLE search_entry ALTER loose_title SET STORAGE main",
            "ALTER TABLE search_entry ALTER loose_title SET STORAGE extended",
        ),
        migrations.CreateModel(
            name="Word",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=8)),
                ("folded", models.CharField(db_index=True, max_length=8)),
                ("sound", models.CharField(db_index=True, max_length=64)),
                ("spelt", models.CharField(db_index=True, max_length=48)),
                ("initials", models.CharField(db_index=True, max_length=8)),
            ],
            options={
                "verbose_name": "网页上的词",
                "verbose_name_plural": "网页上的词",
                "constraints": [models.UniqueConstraint(fields=("text",), name="search_word_once")],
            },
        ),
        migrations.RunSQL(NOTE_ALL, migrations.RunSQL.noop),
    ]
