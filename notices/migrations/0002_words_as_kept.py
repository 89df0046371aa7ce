"""What stands there already, as it would be kept if it were typed today."""

from django.db import migrations

from toolkit import names
from toolkit.keeping import keep_anew


def keep(apps, schema_editor):
    notice = apps.get_model("notices", "Notice")
    keep_anew(notice, title=names.title, body=names.readable, reviewer=names.person)


class Migration(migrations.Migration):
    dependencies = [("notices", "0001_initial")]
    operations = [migrations.RunPython(keep, migrations.RunPython.noop)]
