"""Indexes for the desk's searches (``toolkit.texts.pairs``).

Without statistics PostgreSQL takes every pair for rare, and always uses the index where a search names it: for
a common pair it would else make the pairs of one text after the other.
"""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations

from toolkit.texts.pairs import Pairs

PAIRED = {
    "activity": ("title", "summary", "place", "slogan"),
    "figure": ("name", "wording"),
    "participant": ("name",),
}


def statistics(number):
    return "".join(
        f"ALTER INDEX activities_{model}_pairs ALTER COLUMN 1 SET STATISTICS {number};\n" for model in PAIRED
    )


class Migration(migrations.Migration):
    dependencies = [("activities", "0013_activities_by_days"), ("toolkit", "0002_pairs")]
    operations = [
        *(
            migrations.AddIndex(
                model, GinIndex(Pairs(*columns), name=f"activities_{model}_pairs", gin_pending_list_limit=512)
            )
            for model, columns in PAIRED.items()
        ),
        migrations.RunSQL(statistics(0), statistics(-1)),
    ]
