"""What is deleted says whose it was, so that they alone find it in the bin; of what is there nobody knows."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0008_drafts"),
    ]

    operations = [
        migrations.AddField(
            model_name="binned",
            name="owners",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(),
                blank=True,
                default=list,
                size=None,
                verbose_name="属于谁",
            ),
        ),
    ]
