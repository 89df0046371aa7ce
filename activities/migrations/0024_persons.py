import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0023_parts_named"),
        ("organizations", "0004_persons"),
    ]

    operations = [
        migrations.AddField(
            model_name="participant",
            name="person",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="participations",
                to="organizations.person",
                verbose_name="人员库中的人",
            ),
        ),
    ]
