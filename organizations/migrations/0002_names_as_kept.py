"""What stands there already, as it would be kept if it were typed today."""

from django.db import migrations

from toolkit import names
from toolkit.keeping import keep_anew

COMMITTEE_LINES = ("name", "site_name", "term", "address", "phone", "icp_number", "police_number")


def keep(apps, schema_editor):
    committee = apps.get_model("organizations", "Committee")
    keep_anew(committee, **dict.fromkeys(COMMITTEE_LINES, names.title), introduction=names.readable)
    keep_anew(apps.get_model("organizations", "Organization"), name=names.name, short_name=names.name)
    keep_anew(apps.get_model("organizations", "Partner"), name=names.name, note=names.title)


class Migration(migrations.Migration):
    dependencies = [("organizations", "0001_initial")]
    operations = [migrations.RunPython(keep, migrations.RunPython.noop)]
