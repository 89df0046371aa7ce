import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0015_totals_of_stocks"),
    ]

    operations = [
        migrations.AddField(
            model_name="figure",
            name="denominator",
            field=models.ForeignKey(
                blank=True,
                help_text="分母或上期数在别的活动里时，在这里查找。",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="rates_below",
                to="activities.figure",
                verbose_name="分母",
            ),
        ),
        migrations.AddField(
            model_name="figure",
            name="numerator",
            field=models.ForeignKey(
                blank=True,
                help_text="比例由本活动的哪个数据算出，填它的名称，草稿会核对；增减和倍数填本期数。",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="rates_above",
                to="activities.figure",
                verbose_name="分子",
            ),
        ),
        migrations.AddConstraint(
            model_name="figure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("denominator__isnull", True), ("numerator__isnull", True)),
                    ("kind__in", ("rate", "growth", "multiple")),
                    _connector="OR",
                ),
                name="activities_figure_only_rates_are_made",
                violation_error_code="numerator",
                violation_error_message="只有比例、增减和倍数才由分子和分母算出。",
            ),
        ),
        migrations.AddConstraint(
            model_name="figure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("numerator__isnull", True),
                        models.Q(("numerator", models.F("id")), _negated=True),
                        _connector="OR",
                    ),
                    models.Q(
                        ("denominator__isnull", True),
                        models.Q(("denominator", models.F("id")), _negated=True),
                        _connector="OR",
                    ),
                ),
                name="activities_figure_not_made_of_itself",
                violation_error_code="numerator",
                violation_error_message="一个数据不能由它自己算出。",
            ),
        ),
        migrations.AddConstraint(
            model_name="figure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("numerator__isnull", True),
                    ("denominator__isnull", True),
                    models.Q(("numerator", models.F("denominator")), _negated=True),
                    _connector="OR",
                ),
                name="activities_figure_made_of_two",
                violation_error_code="denominator",
                violation_error_message="分子和分母不能是同一个数据。",
            ),
        ),
    ]
