"""Accounts are tied to organizations: whose records they see and edit at the desk."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organizations", "0004_persons"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="账号",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        help_text="能看到、能改这个团组织和它下面各级的记录；选团区委的，是全区。",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="organizations.organization",
                        verbose_name="团组织",
                    ),
                ),
            ],
            options={
                "verbose_name": "所在团组织",
                "verbose_name_plural": "所在团组织",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("account", "organization"),
                        name="organizations_membership_once",
                        violation_error_code="organization",
                        violation_error_message="这个账号已经归到这个团组织。",
                    )
                ],
            },
        ),
    ]
