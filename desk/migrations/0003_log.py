"""A log of sign-ins and exports, and one view over it and Django's own log, each in the order of time.

Should an update of Django change the columns of its log, the view is to be dropped before and made anew.
"""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

RESTORED = ("从回收站恢复。", "恢复为")
MOVED = ("送审", "退回", "发布", "定时发布", "撤回", "撤销", "设到期时间")
KINDS = f"""
    CASE WHEN change_message LIKE '{RESTORED[0]}%' OR change_message LIKE '{RESTORED[1]}%' THEN 'restored'
    WHEN {" OR ".join(f"change_message LIKE '{words}%'" for words in MOVED)} THEN 'published'
    WHEN action_flag = 1 THEN 'added' WHEN action_flag = 3 THEN 'deleted' ELSE 'changed' END
"""
VIEW = f"""
    CREATE VIEW desk_logline AS
    SELECT 'a' || id AS id, action_time AS at, user_id AS by_id, content_type_id,
        coalesce(object_id, '') AS object_id, object_repr::text AS name, change_message AS words, {KINDS} AS kind
    FROM django_admin_log
    UNION ALL
    SELECT 'e' || id, at, by_id, content_type_id, object_id, name, words, kind FROM desk_event
"""
BY_TIME = "CREATE INDEX desk_log_by_time ON django_admin_log (action_time)"
OF_RECORD = "CREATE INDEX desk_log_of_record ON django_admin_log (object_id, content_type_id)"


class Migration(migrations.Migration):
    dependencies = [
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("desk", "0002_bin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LogLine",
            fields=[
                (
                    "at",
                    models.DateTimeField(
                        db_index=True, default=django.utils.timezone.now, verbose_name="时间"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("added", "新建"),
                            ("changed", "修改"),
                            ("deleted", "删除"),
                            ("restored", "恢复"),
                            ("published", "送审与发布"),
                            ("exported", "导出"),
                            ("signed_in", "登录"),
                            ("signed_out", "退出登录"),
                            ("refused", "登录失败"),
                        ],
                        max_length=12,
                        verbose_name="做了什么",
                    ),
                ),
                ("object_id", models.TextField(blank=True, verbose_name="编号")),
                ("name", models.TextField(blank=True, verbose_name="对象")),
                ("words", models.TextField(blank=True, verbose_name="说明")),
                ("id", models.TextField(primary_key=True, serialize=False)),
            ],
            options={
                "verbose_name": "操作记录",
                "verbose_name_plural": "操作记录",
                "ordering": ("-at", "-id"),
                "managed": False,
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(
                        db_index=True, default=django.utils.timezone.now, verbose_name="时间"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("added", "新建"),
                            ("changed", "修改"),
                            ("deleted", "删除"),
                            ("restored", "恢复"),
                            ("published", "送审与发布"),
                            ("exported", "导出"),
                            ("signed_in", "登录"),
                            ("signed_out", "退出登录"),
                            ("refused", "登录失败"),
                        ],
                        max_length=12,
                        verbose_name="做了什么",
                    ),
                ),
                ("object_id", models.TextField(blank=True, verbose_name="编号")),
                ("name", models.TextField(blank=True, verbose_name="对象")),
                ("words", models.TextField(blank=True, verbose_name="说明")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="谁",
                    ),
                ),
                (
                    "content_type",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="contenttypes.contenttype",
                        verbose_name="种类",
                    ),
                ),
            ],
            options={
                "verbose_name": "登录与导出",
                "verbose_name_plural": "登录与导出",
                "default_permissions": (),
                "indexes": [models.Index(fields=["kind", "name", "at"], name="desk_event_by_kind")],
            },
        ),
        migrations.RunSQL(VIEW, "DROP VIEW IF EXISTS desk_logline"),
        migrations.RunSQL(BY_TIME, "DROP INDEX IF EXISTS desk_log_by_time"),
        migrations.RunSQL(OF_RECORD, "DROP INDEX IF EXISTS desk_log_of_record"),
    ]
