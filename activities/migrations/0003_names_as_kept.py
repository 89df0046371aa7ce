"""What stands there already, as it would be kept if it were typed today."""

from django.db import migrations

from toolkit import names
from toolkit.keeping import keep_anew

KEPT = {
    "Activity": {
        **dict.fromkeys(("title", "place", "audience", "occasion", "slogan", "source"), names.title),
        **dict.fromkeys(("author", "reviewer"), names.person),
        **dict.fromkeys(("summary", "body"), names.readable),
    },
    "Campaign": {"name": names.title, "summary": names.title, "description": names.readable},
    "WorkArea": {"name": names.name, "description": names.title},
    "Tag": {"name": names.name},
    "Participant": {"name": names.person, "post": names.title},
    "Photo": {"alt": names.title, "caption": names.title, "credit": names.person},
    "Figure": {"name": names.name, **dict.fromkeys(("wording", "unit", "note"), names.title)},
}


def keep(apps, schema_editor):
    for model, columns in KEPT.items():
        keep_anew(apps.get_model("activities", model), **columns)


class Migration(migrations.Migration):
    dependencies = [("activities", "0002_photo_formats")]
    operations = [migrations.RunPython(keep, migrations.RunPython.noop)]
