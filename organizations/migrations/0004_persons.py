import django.contrib.postgres.indexes
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import toolkit.texts.pairs


class Migration(migrations.Migration):
    dependencies = [
        ("organizations", "0003_committee_as_kept"),
        ("toolkit", "0002_pairs"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="录入时间")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="最近修改时间")),
                ("name", models.CharField(max_length=30, verbose_name="姓名")),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="只给同事看。同名的人靠它区分，例如“城管局的”。",
                        max_length=80,
                        verbose_name="说明",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="录入人",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        help_text="不在团组织里的人，例如区领导，不填。",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="persons",
                        to="organizations.organization",
                        verbose_name="所在团组织",
                    ),
                ),
                (
                    "updated_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="最近修改人",
                    ),
                ),
            ],
            options={
                "verbose_name": "人员",
                "verbose_name_plural": "人员",
                "ordering": ("name", "pk"),
            },
        ),
        migrations.CreateModel(
            name="PersonPost",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        help_text="写在职务前面的，例如“区城管局”。",
                        max_length=60,
                        verbose_name="单位",
                    ),
                ),
                ("post", models.CharField(max_length=60, verbose_name="职务")),
                ("since", models.DateField(blank=True, null=True, verbose_name="从何时起")),
                (
                    "until",
                    models.DateField(
                        blank=True, help_text="现在仍任这个职务的，不填。", null=True, verbose_name="到何时止"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="posts",
                        to="organizations.person",
                        verbose_name="人员",
                    ),
                ),
            ],
            options={
                "verbose_name": "职务",
                "verbose_name_plural": "职务",
                "ordering": (models.OrderBy(models.F("since"), descending=True, nulls_last=True), "-pk"),
            },
        ),
        migrations.AddIndex(
            model_name="person",
            index=django.contrib.postgres.indexes.GinIndex(
                toolkit.texts.pairs.Pairs("name"),
                gin_pending_list_limit=512,
                name="organizations_person_pairs",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.UniqueConstraint(
                fields=("name", "organization", "note"),
                name="organizations_person_told_apart",
                nulls_distinct=False,
                violation_error_code="note",
                violation_error_message="已经有同名的人；确是另一个人，请在说明里写明怎样区分。",
            ),
        ),
        migrations.AddConstraint(
            model_name="personpost",
            constraint=models.CheckConstraint(
                condition=models.Q(("since__lte", models.F("until"))),
                name="organizations_personpost_days_in_order",
                violation_error_code="until",
                violation_error_message="离任的日子不能早于就任的日子。",
            ),
        ),
        migrations.AddConstraint(
            model_name="personpost",
            constraint=models.UniqueConstraint(
                fields=("person", "unit", "post", "since"),
                name="organizations_personpost_once",
                nulls_distinct=False,
                violation_error_code="post",
                violation_error_message="这个职务已经填过。",
            ),
        ),
    ]
