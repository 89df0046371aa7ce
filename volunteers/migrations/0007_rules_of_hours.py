"""Hours of one person, day and activity are entered once, come to a day at most, and are not of the future."""

import datetime

from django.db import migrations, models

import toolkit.constraints
import toolkit.dates.today


class Migration(migrations.Migration):
    dependencies = [("volunteers", "0006_hours_as_they_stand")]

    operations = [
        migrations.AddConstraint(
            model_name="servicerecord",
            constraint=models.UniqueConstraint(
                condition=models.Q(("activity__isnull", False), ("predates_rules", False)),
                fields=("volunteer", "activity", "served_on"),
                name="volunteers_servicerecord_once_a_day",
                violation_error_code="served_on",
                violation_error_message="这名志愿者这一天在这项活动中已有一条记录；一天服务几次的，请合并成一条，写总时长。",
            ),
        ),
        migrations.AddConstraint(
            model_name="servicerecord",
            constraint=models.UniqueConstraint(
                condition=models.Q(("activity__isnull", True), ("predates_rules", False)),
                fields=("volunteer", "team", "served_on", "content"),
                name="volunteers_servicerecord_once_a_day_elsewhere",
                nulls_distinct=False,
                violation_error_code="served_on",
                violation_error_message="这名志愿者这一天已有一条同样的记录；一天服务几次的，请合并成一条，或者写明各自的服务内容。",
            ),
        ),
        migrations.AddConstraint(
            model_name="servicerecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("predates_rules", True),
                    models.Q(
                        ("served_on__gte", datetime.date(1949, 1, 1)),
                        ("served_on__lte", toolkit.dates.today.Today()),
                    ),
                    _connector="OR",
                ),
                name="volunteers_servicerecord_day_has_come",
                violation_error_code="served_on",
                violation_error_message="服务日期不能晚于今天，也不能早于1949年。",
            ),
        ),
        migrations.AddConstraint(
            model_name="servicerecord",
            constraint=toolkit.constraints.SumAtMost(
                fields=("volunteer", "served_on"),
                most=24,
                name="volunteers_servicerecord_sum_of_a_day",
                summed="hours",
                unless="predates_rules",
                violation_error_code="hours",
                violation_error_message="这名志愿者这一天各处的时长加起来超过了24小时，请核对。",
            ),
        ),
        migrations.AddConstraint(
            model_name="servicerecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("confirmed_by__isnull", True), ("confirmed_at__isnull", False), _connector="OR"
                ),
                name="volunteers_servicerecord_confirmed_at_a_time",
                violation_error_code="confirmed_at",
                violation_error_message="有确认人的，要有确认时间。",
            ),
        ),
    ]
