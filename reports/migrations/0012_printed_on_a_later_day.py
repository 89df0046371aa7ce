"""A new report takes over who prints it from the one before; the day is known only later."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reports", "0011_official_document")]

    operations = [
        migrations.AlterField(
            "report",
            "annex",
            models.CharField(
                "附件",
                max_length=10,
                choices=[("full", "列出每个数据和它的来源"), ("totals", "只列合计"), ("none", "不附")],
                default="full",
                help_text="导出的文件后面附不附数据表；网页上的数据汇总不受影响。",
            ),
        ),
        migrations.RemoveConstraint("report", "reports_report_printed_by_on_a_day"),
        migrations.RemoveConstraint("report", "reports_report_copies_have_printer"),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("printed_on__isnull", True), models.Q(("printed_by", ""), _negated=True), _connector="OR"
                ),
                name="reports_report_printed_by_on_a_day",
                violation_error_code="printed_by",
                violation_error_message="写了印发日期，还要写印发机关。",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("copied_to", ""), models.Q(("printed_by", ""), _negated=True), _connector="OR"
                ),
                name="reports_report_copies_have_printer",
                violation_error_code="printed_by",
                violation_error_message="抄送机关印在版记里，还要填写印发机关。",
            ),
        ),
    ]
