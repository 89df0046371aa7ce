import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0016_rates_made_of_two"),
        ("honors", "0004_roll_searched_as_folded"),
        ("reports", "0012_printed_on_a_later_day"),
        ("volunteers", "0002_names_as_kept"),
    ]

    operations = [
        migrations.AddField(
            model_name="evidence",
            name="figure",
            field=models.ForeignKey(
                blank=True,
                help_text="目标是比例、增减或倍数的，选活动里登记的那个数；活动里只有一个，可以不选。",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="evidence",
                to="activities.figure",
                verbose_name="依据的数据",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(("figure__isnull", True), ("activity__isnull", False), _connector="OR"),
                name="reports_evidence_figure_of_activity",
                violation_error_code="figure",
                violation_error_message="数据登记在活动里，请同时选活动。",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(("figure__isnull", True), ("amount__isnull", True), _connector="OR"),
                name="reports_evidence_figure_or_amount",
                violation_error_code="amount",
                violation_error_message="比例、增减和倍数不相加：数量留空，在“依据的数据”里选登记的那个数。",
            ),
        ),
    ]
