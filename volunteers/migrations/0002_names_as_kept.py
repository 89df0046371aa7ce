"""What stands there already, as it would be kept if it were typed today."""

from django.db import migrations

from toolkit import names
from toolkit.keeping import keep_anew

KEPT = {
    "ServiceField": {"name": names.name},
    "Team": {
        "name": names.name,
        **dict.fromkeys(("place", "coverage", "contact", "summary"), names.title),
        "body": names.readable,
    },
    "Volunteer": {
        "name": names.person,
        "phone": names.number,
        "id_number": names.number,
        "note": names.title,
    },
    "ServiceRecord": dict.fromkeys(("content", "evidence"), names.title),
}


def keep(apps, schema_editor):
    for model, columns in KEPT.items():
        keep_anew(apps.get_model("volunteers", model), **columns)


class Migration(migrations.Migration):
    dependencies = [("volunteers", "0001_initial")]
    operations = [migrations.RunPython(keep, migrations.RunPython.noop)]
