"""Reports that stand already get the kind that their days are of, and what was settled gets a day."""

from datetime import timedelta

from django.db import migrations

# By kind, the months after which a period ends, counted from its first, and the months it may begin with.
MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


def name_kinds(apps, schema_editor):
    Report = apps.get_model("reports", "Report")
    for report in Report.objects.all():
        Report.objects.filter(pk=report.pk).update(kind=kind_of(report.starts_on, report.ends_on))


def kind_of(start, end):
    after = end + timedelta(days=1)
    months = (after.year - start.year) * 12 + after.month - start.month
    kind = next((kind for kind, length in MONTHS.items() if length == months), None)
    begins = start.day == after.day == 1 and kind and (start.month - 1) % months == 0
    return kind if begins else "other"


def date_settlements(apps, schema_editor):
    """Nobody wrote down the day; that of the last change of its report is the nearest that is known."""
    Commitment = apps.get_model("reports", "Commitment")
    for commitment in Commitment.objects.exclude(said_status="").select_related("plan_item__report"):
        commitment.said_on = commitment.plan_item.report.updated_at.date()
        commitment.save(update_fields=["said_on"])


class Migration(migrations.Migration):
    dependencies = [("reports", "0002_kinds_of_reports")]

    operations = [
        migrations.RunPython(name_kinds, migrations.RunPython.noop),
        migrations.RunPython(date_settlements, migrations.RunPython.noop),
    ]
