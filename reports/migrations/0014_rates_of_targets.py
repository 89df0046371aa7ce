from django.db import migrations

RATE_UNITS = ("%", "百分点", "倍")


def name_the_rates(apps, schema_editor):
    """Evidence for a target that is a rate leads to the rate of its record, where only one can be meant."""
    Evidence = apps.get_model("reports", "Evidence")
    Figure = apps.get_model("activities", "Figure")
    for one in Evidence.objects.filter(commitment__target_unit__in=RATE_UNITS, activity__isnull=False):
        rates = Figure.objects.filter(activity=one.activity_id, unit=one.commitment.target_unit)
        rates = list(rates if one.amount is None else rates.filter(value=one.amount))
        if len(rates) == 1:
            Evidence.objects.filter(pk=one.pk).update(figure=rates[0], amount=None)


class Migration(migrations.Migration):
    dependencies = [("reports", "0013_evidence_of_rates")]

    operations = [migrations.RunPython(name_the_rates, migrations.RunPython.noop)]
