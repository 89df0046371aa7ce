"""The roll is searched by names in one script and without dots; so are those that stand there already."""

from django.db import migrations

from toolkit.folding import compared


def fold(apps, schema_editor):
    awards = apps.get_model("honors", "Award").objects
    for key, told in awards.values_list("pk", "told_name").iterator():
        awards.filter(pk=key).update(told_name=compared(told))


class Migration(migrations.Migration):
    dependencies = [("honors", "0003_names_as_kept")]
    operations = [migrations.RunPython(fold, migrations.RunPython.noop)]
