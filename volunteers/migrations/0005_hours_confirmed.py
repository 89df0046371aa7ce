"""Recorded hours are told to the public once somebody has confirmed them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0004_rights_to_acts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="servicerecord",
            options={
                "ordering": ("-served_on", "-pk"),
                "permissions": (("confirm_servicerecord", "确认服务时长"),),
                "verbose_name": "服务记录",
                "verbose_name_plural": "服务记录",
            },
        ),
        migrations.AddField(
            model_name="servicerecord",
            name="confirmed_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="确认时间"),
        ),
        migrations.AddField(
            model_name="servicerecord",
            name="confirmed_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="确认人",
            ),
        ),
        migrations.AddField(
            model_name="servicerecord",
            name="predates_rules",
            field=models.BooleanField(default=False, editable=False, verbose_name="早于现行规则"),
        ),
    ]
