"""Who is named to bear an honour from above is found by that name; drafts tell of them too."""

from importlib import import_module

from django.db import migrations

earlier = import_module("search.migrations.0002_notes_of_changes")
OF_HONOR = "SELECT honor_id FROM changed"
WATCHED = (
    ("honors_honorrecipient", "honor", OF_HONOR),
    (
        "organizations_organization",
        "honor",
        earlier.through("honors_honorrecipient", "organization_id", "honor_id"),
    ),
    ("honors_honorrecipient", "report", earlier.PUBLIC_DRAFTS),
)
FIRST = len(earlier.WATCHED)  # the triggers are numbered on


class Migration(migrations.Migration):
    dependencies = [("search", "0004_loose_texts_and_words"), ("honors", "0005_honors_of_others")]
    operations = [
        migrations.RunSQL(
            "".join(earlier.watch(place, *row) for place, row in enumerate(WATCHED, FIRST)),
            "".join(
                earlier.unwatch(place, table, records)
                for place, (table, _, records) in enumerate(WATCHED, FIRST)
            ),
        )
    ]
