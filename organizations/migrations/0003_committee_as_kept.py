"""What of the committee 0002 left out, as it would be kept if it were typed today."""

from django.db import migrations

from toolkit import names
from toolkit.keeping import keep_anew


def keep(apps, schema_editor):
    lines = ("site_domain", "postal_code", "site_code")
    keep_anew(apps.get_model("organizations", "Committee"), **dict.fromkeys(lines, names.title))


class Migration(migrations.Migration):
    dependencies = [("organizations", "0002_names_as_kept")]
    operations = [migrations.RunPython(keep, migrations.RunPython.noop)]
