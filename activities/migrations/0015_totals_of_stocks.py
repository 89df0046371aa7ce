from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0014_texts_by_pairs"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="figure",
            name="activities_figure_enters_what_is_added",
        ),
        migrations.AddField(
            model_name="indicator",
            name="is_stock",
            field=models.BooleanField(
                default=False,
                help_text="数的是到某一天为止有多少，例如团支部数：只取截至日最近的一个数，不相加。",
                verbose_name="存量",
            ),
        ),
        migrations.AlterField(
            model_name="figure",
            name="as_of",
            field=models.CharField(
                blank=True,
                help_text="某一天的存量写明截至何时，例如“5月底”“2020年5月31日”；存量不相加，只取最近的。",
                max_length=20,
                verbose_name="截至",
            ),
        ),
        migrations.AddConstraint(
            model_name="figure",
            constraint=models.CheckConstraint(
                condition=models.Q(("indicator__isnull", True), ("part", "total"), _connector="OR"),
                name="activities_figure_enters_what_is_added",
                violation_error_code="indicator",
                violation_error_message="单价和不计入合计的数据不能再选指标。",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_stock", False), ("takes_service", False), _connector="OR"),
                name="activities_indicator_service_is_added",
                violation_error_code="is_stock",
                violation_error_message="服务记录要相加，计入服务记录的指标不能是存量。",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_stock", False),
                    ("is_chosen_only", True),
                    models.Q(("words", ""), _negated=True),
                    _connector="OR",
                ),
                name="activities_indicator_stock_of_one_thing",
                violation_error_code="words",
                violation_error_message="存量只数一样东西：请写明“名称含有”哪个词，例如“团支部”，或者勾选“只计入指明的数据”。",
            ),
        ),
    ]
