"""Kinds of reports, what a topic is about, and the day on which staff settled a commitment."""

from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0001_initial"),
        ("reports", "0001_initial"),
    ]

    operations = [
        # Two reports of one kind may not overlap: equal kinds and overlapping days in one rule.
        BtreeGistExtension(),
        migrations.RemoveConstraint(
            model_name="report",
            name="reports_report_periods_apart",
        ),
        migrations.AddField(
            model_name="commitment",
            name="said_on",
            field=models.DateField(
                blank=True,
                help_text="从这一天起，以后的总结不再写已经了结的任务。",
                null=True,
                verbose_name="认定日期",
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="areas",
            field=models.ManyToManyField(
                blank=True,
                related_name="topic_reports",
                to="activities.workarea",
                verbose_name="只写这些工作板块",
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="campaigns",
            field=models.ManyToManyField(
                blank=True,
                help_text="只用于专题总结；几项条件都选了的，要同时符合。",
                related_name="topic_reports",
                to="activities.campaign",
                verbose_name="只写这些品牌活动",
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="kind",
            field=models.CharField(
                choices=[
                    ("half_year", "半年总结"),
                    ("year", "年度总结"),
                    ("quarter", "季度总结"),
                    ("month", "月度总结"),
                    ("topic", "专题总结"),
                    ("other", "其他时段的总结"),
                ],
                default="half_year",
                max_length=10,
                verbose_name="种类",
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="tags",
            field=models.ManyToManyField(
                blank=True, related_name="topic_reports", to="activities.tag", verbose_name="只写这些标签"
            ),
        ),
        migrations.AlterField(
            model_name="reportsection",
            name="part",
            field=models.CharField(
                choices=[
                    ("problems", "存在问题"),
                    ("follow_up", "上期计划的落实"),
                    ("achievements", "工作成绩"),
                    ("plan", "下一步计划"),
                    ("other", "其他"),
                ],
                default="other",
                help_text="自己撰写的部分代替哪一个必须有的部分；其余部分不用管。",
                max_length=12,
                verbose_name="属于",
            ),
        ),
    ]
