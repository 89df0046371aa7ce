"""What stands there already, as it would be kept if it were typed today; and what the roll is searched by."""

from django.db import migrations

from toolkit import names
from toolkit.keeping import keep_anew


def keep(apps, schema_editor):
    lines = dict.fromkeys(("title", "authority", "decision_number"), names.title)
    commendation = apps.get_model("honors", "Commendation")
    keep_anew(commendation, **lines, summary=names.readable, body=names.readable)
    keep_anew(apps.get_model("honors", "AwardTitle"), name=names.name, noun=names.title)
    honor = apps.get_model("honors", "HonorReceived")
    keep_anew(honor, **dict.fromkeys(("title", "authority", "rank", "scope"), names.title))
    award = apps.get_model("honors", "Award")
    keep_anew(award, name=names.person)
    for key, name, is_minor in award.objects.values_list("pk", "name", "is_minor").iterator():
        told = names.name_of_a_minor(name) if is_minor else name
        award.objects.filter(pk=key).update(told_name=told)


class Migration(migrations.Migration):
    dependencies = [("honors", "0002_award_told_name")]
    operations = [migrations.RunPython(keep, migrations.RunPython.noop)]
