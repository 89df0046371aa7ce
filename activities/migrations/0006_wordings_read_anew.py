"""Figures whose wording was read by an earlier, narrower grammar: 54名新生 was 54 of a unit 名新生."""

from django.db import migrations

import counting

READ = ("value", "high", "unit", "noun", "as_of", "kind", "precision")
MOST = {"people": 10_000_000, "attendances": 10_000_000}


def read_anew(apps, schema_editor):
    Figure = apps.get_model("activities", "Figure")
    for figure in Figure.objects.exclude(wording="").iterator():
        count = _read(figure)
        if count and any(getattr(figure, name) != getattr(count, name) for name in READ):
            Figure.objects.filter(pk=figure.pk).update(**{name: getattr(count, name) for name in READ})
    for unit in counting.UNITS[counting.ATTENDANCES]:
        Figure.objects.filter(unit=unit, kind="things").update(kind="attendances")
    for kind in counting.NEVER_SUMMED:
        Figure.objects.filter(unit__in=counting.UNITS[kind], kind="things").update(kind=kind)


def _read(figure):
    """What the wording states, where it fits the columns; a price stays one of money."""
    try:
        count = counting.read(figure.wording)
    except counting.Refused:
        return None
    ends = [count.value, count.high or count.value]
    fits = all(end < MOST.get(count.kind, 10_000_000_000) and end == round(end, 2) for end in ends)
    fits = fits and len(count.unit) <= 10 and len(count.noun) <= 30 and len(count.as_of) <= 20
    return count if fits and (figure.part == "total" or count.kind == "money") else None


class Migration(migrations.Migration):
    dependencies = [("activities", "0005_figures_of_more_kinds")]
    operations = [migrations.RunPython(read_anew, migrations.RunPython.noop, elidable=True)]
