"""What is entered in many rows at once waits for a yes, and can be taken back as a whole."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("intake", "0002_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Batch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="录入时间")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="最近修改时间")),
                (
                    "kind",
                    models.CharField(
                        choices=[("roster", "名单"), ("hours", "服务时长")],
                        max_length=10,
                        verbose_name="种类",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="名称")),
                ("object_id", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="所属编号")),
                ("text", models.TextField(blank=True, verbose_name="粘贴的文字")),
                ("rows", models.JSONField(blank=True, default=list, verbose_name="读出的各行")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "待确认"), ("entered", "已录入"), ("undone", "已撤销")],
                        default="open",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("made", models.JSONField(default=list, editable=False, verbose_name="录入的记录")),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="确认时间"),
                ),
                (
                    "content_type",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="contenttypes.contenttype",
                        verbose_name="所属种类",
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
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="确认人",
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
                "verbose_name": "批量录入",
                "verbose_name_plural": "批量录入",
                "ordering": ("-created_at", "-pk"),
                "indexes": [
                    models.Index(fields=["content_type", "object_id"], name="intake_batch_of_target")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at__isnull", True), ("decided_by__isnull", True), ("state", "open")
                            ),
                            models.Q(
                                models.Q(("state", "open"), _negated=True),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="intake_batch_decided_by_somebody",
                        violation_error_code="state",
                        violation_error_message="待确认的没有确认人和时间，其余的都要有。",
                    )
                ],
            },
        ),
    ]
