"""What stands there already, as it would be kept if it were typed today."""

from django.db import migrations

from toolkit import names
from toolkit.keeping import keep_anew


def keep(apps, schema_editor):
    correction = apps.get_model("corrections", "Correction")
    keep_anew(correction, text=names.readable, contact=names.title, note=names.readable)


class Migration(migrations.Migration):
    dependencies = [("corrections", "0001_initial")]
    operations = [migrations.RunPython(keep, migrations.RunPython.noop)]
