"""The totals that reports have had until now, by the rules that they were made by, so that none changes."""

from django.db import migrations

# Name, address, unit, what it counts; the office may change them all.
SO_FAR = (
    ("参加人员", "participants", "人", "participants"),
    ("参与人次", "attendances", "人次", ""),
    ("志愿者", "volunteers", "人", "volunteers"),
    ("受益对象", "beneficiaries", "人", "beneficiaries"),
    ("志愿服务时长", "hours", "小时", ""),
    ("款物金额", "money", "元", ""),
)


def write(apps, schema_editor):
    Indicator = apps.get_model("activities", "Indicator")
    for place, (name, slug, unit, counts) in enumerate(SO_FAR, 1):
        values = {"unit": unit, "counts": counts, "takes_service": unit == "小时", "position": place}
        Indicator.objects.create(name=name, slug=slug, **values)


def unwrite(apps, schema_editor):
    apps.get_model("activities", "Indicator").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("activities", "0009_indicators")]
    operations = [migrations.RunPython(write, unwrite)]
